package dev.opsdk.simulator.openmldb;

import java.util.List;
import java.util.Optional;

/**
 * Builds operations out of tasks. False means that none was created, which not every method of the nameserver passes
 * on.
 */
final class Ops {

    private final World world;
    private final TabletTasks tablet;
    private final MetaTasks meta;
    private final Recovery recovery;

    Ops(World world) {
        this.world = world;
        this.tablet = new TabletTasks(world);
        this.meta = new MetaTasks(world);
        this.recovery = new Recovery(world, tablet, meta);
    }

    private Optional<String> leader(Partition partition) {
        return partition.leader().map(replica -> replica.endpoint).filter(world::healthy);
    }

    private void queue(String type, Partition partition, long concurrency, Task... tasks) {
        Op op = world.ops.create(type, partition, concurrency);
        op.tasks.addAll(List.of(tasks));
        world.ops.add(op);
    }

    boolean makeSnapshot(Partition partition) {
        Optional<String> leader = leader(partition);
        leader.ifPresent(from -> queue("kMakeSnapshotOP", partition, 0, tablet.makeSnapshot(partition, from)));
        return leader.isPresent();
    }

    boolean addReplica(Partition partition, String to) {
        Optional<String> leader = leader(partition);
        leader.ifPresent(from -> queue(
                "kAddReplicaOP",
                partition,
                0,
                tablet.pauseSnapshot(partition, from),
                tablet.sendSnapshot(partition, from, to),
                tablet.loadTable(partition, to, false),
                tablet.addReplica(partition, from, to),
                tablet.recoverSnapshot(partition, from),
                meta.addTableInfo(partition, to),
                tablet.checkBinlog(partition, from, to),
                meta.updateStatus(partition, to, false, true)));
        return leader.isPresent();
    }

    boolean migrate(Partition partition, String from, String to) {
        Optional<String> leader = leader(partition);
        leader.ifPresent(at -> queue(
                "kMigrateOP",
                partition,
                0,
                tablet.pauseSnapshot(partition, at),
                tablet.sendSnapshot(partition, at, to),
                tablet.recoverSnapshot(partition, at),
                tablet.loadTable(partition, to, false),
                tablet.addReplica(partition, at, to),
                meta.addTableInfo(partition, to),
                tablet.checkBinlog(partition, at, to),
                tablet.delReplica(partition, at, from),
                meta.updateTableInfo(partition, from, to),
                tablet.dropTable(partition, from)));
        return leader.isPresent();
    }

    boolean delReplica(Partition partition, String endpoint) {
        Optional<String> leader = leader(partition);
        leader.ifPresent(at -> queue(
                "kDelReplicaOP",
                partition,
                0,
                tablet.delReplica(partition, at, endpoint),
                meta.delTableInfo(partition, endpoint),
                tablet.dropTable(partition, endpoint)));
        return leader.isPresent();
    }

    /** A partition whose followers all sit on tablets that are away gets no operation, and that is no error. */
    boolean changeLeader(Partition partition, String candidate, long concurrency) {
        List<String> followers = partition.aliveFollowers().stream()
                .map(replica -> replica.endpoint)
                .filter(world::healthy)
                .toList();
        boolean any = candidate.isEmpty() || candidate.equals("auto");
        if (followers.isEmpty()) {
            return true;
        }
        if (!any && !followers.contains(candidate)) {
            return false;
        }
        Chosen chosen = new Chosen();
        queue(
                "kChangeLeaderOP",
                partition,
                concurrency,
                meta.selectLeader(partition, any ? followers : List.of(candidate), chosen),
                tablet.changeLeader(partition, chosen),
                meta.updateLeaderInfo(partition, chosen));
        return true;
    }

    boolean offlineReplica(Partition partition, String endpoint, long concurrency) {
        Optional<String> leader = leader(partition);
        leader.ifPresent(at -> queue(
                "kOfflineReplicaOP",
                partition,
                concurrency,
                tablet.delReplica(partition, at, endpoint),
                meta.updateStatus(partition, endpoint, false, false)));
        return leader.isPresent();
    }

    void updateStatus(Partition partition, String endpoint, boolean leader, boolean alive, long concurrency) {
        queue(
                "kUpdatePartitionStatusOP",
                partition,
                concurrency,
                meta.updateStatus(partition, endpoint, leader, alive));
    }

    boolean recover(Partition partition, Replica replica, long concurrency) {
        return recovery.start(partition, replica, concurrency);
    }

    /** Takes a tablet's replicas out of service. */
    void offline(String endpoint, long concurrency) {
        for (Partition partition : world.partitionsOn(endpoint)) {
            Optional<Replica> replica = partition.on(endpoint).filter(Replica::isAlive);
            if (replica.isEmpty()) {
                continue;
            }
            if (!replica.get().leader) {
                offlineReplica(partition, endpoint, concurrency);
            } else if (partition.replicas.size() == 1) {
                updateStatus(partition, endpoint, true, false, concurrency);
            } else {
                changeLeader(partition, "", concurrency);
            }
        }
    }

    /** Recovers each replica of a tablet that is not alive. */
    void recoverAll(String endpoint, long concurrency) {
        for (Partition partition : world.partitionsOn(endpoint)) {
            partition
                    .on(endpoint)
                    .filter(replica -> !replica.isAlive())
                    .ifPresent(replica -> recover(partition, replica, concurrency));
        }
    }
}
