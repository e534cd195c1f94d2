package dev.opsdk.simulator.openmldb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** RecoverTable: looks at what the tablet has left, and lets a second operation do the rest. */
final class Recovery {

    private final World world;
    private final TabletTasks tablet;
    private final MetaTasks meta;

    Recovery(World world, TabletTasks tablet, MetaTasks meta) {
        this.world = world;
        this.tablet = tablet;
        this.meta = meta;
    }

    /** A follower cannot be recovered without a leader; false when that was so. */
    boolean start(Partition partition, Replica replica, long concurrency) {
        String endpoint = replica.endpoint;
        Optional<String> leader =
                partition.leader().map(found -> found.endpoint).filter(world::healthy);
        if (!replica.leader && leader.isEmpty()) {
            return false;
        }
        Op op = world.ops.create("kRecoverTableOP", partition, concurrency);
        if (!replica.leader) {
            op.tasks.add(tablet.delReplica(partition, leader.orElse(null), endpoint));
        }
        op.tasks.add(new Task("kRecoverTable", List.of(endpoint), () -> examine(op, partition, endpoint, concurrency)));
        world.ops.add(op);
        return true;
    }

    private boolean examine(Op parent, Partition partition, String endpoint, long concurrency) {
        Optional<Replica> replica = partition.on(endpoint);
        TabletNode node = world.tablets.get(endpoint);
        if (replica.isEmpty() || node == null) {
            return false;
        }
        if (replica.get().isAlive()) {
            return true;
        }
        LoadedTable table = node.table(partition);
        if (partition.replicas.size() == 1) {
            alone(parent, partition, endpoint, table != null, concurrency);
            return true;
        }
        Optional<String> leader =
                partition.leader().map(found -> found.endpoint).filter(world::healthy);
        LoadedTable source = leader.map(at -> world.serving(at, partition)).orElse(null);
        if (leader.isEmpty() || source == null) {
            return false;
        }
        if (table != null) {
            table.leader = false;
            table.followers.clear();
        }
        again(parent, partition, leader.get(), node, source, concurrency);
        return true;
    }

    private void alone(Op parent, Partition partition, String endpoint, boolean loaded, long concurrency) {
        List<Task> tasks = new ArrayList<>();
        if (!loaded) {
            tasks.add(tablet.loadTable(partition, endpoint, true));
        }
        tasks.add(meta.updateStatus(partition, endpoint, true, true));
        child(parent, loaded ? "kUpdatePartitionStatusOP" : "kReLoadTableOP", partition, concurrency, tasks);
    }

    /** What the tablet has is good as long as the leader has all of it too. */
    private void again(
            Op parent, Partition partition, String leader, TabletNode node, LoadedTable source, long concurrency) {
        String endpoint = node.endpoint;
        LoadedTable table = node.table(partition);
        DiskTable file = node.disk.get(partition.key());
        List<Task> tasks = new ArrayList<>();
        String type;
        if (table != null && table.rows <= source.rows) {
            type = "kReAddReplicaSimplifyOP";
        } else {
            boolean send = table != null || file == null || file.rows > source.rows;
            type = table != null ? "kReAddReplicaWithDropOP" : send ? "kReAddReplicaOP" : "kReAddReplicaNoSendOP";
            tasks.add(tablet.pauseSnapshot(partition, leader));
            if (table != null) {
                tasks.add(tablet.dropTable(partition, endpoint));
            }
            if (send) {
                tasks.add(tablet.sendSnapshot(partition, leader, endpoint));
            }
            tasks.add(tablet.loadTable(partition, endpoint, false));
        }
        tasks.add(tablet.addReplica(partition, leader, endpoint));
        if (!type.equals("kReAddReplicaSimplifyOP")) {
            tasks.add(tablet.recoverSnapshot(partition, leader));
        }
        tasks.add(tablet.checkBinlog(partition, leader, endpoint));
        tasks.add(meta.updateStatus(partition, endpoint, false, true));
        child(parent, type, partition, concurrency, tasks);
    }

    private void child(Op parent, String type, Partition partition, long concurrency, List<Task> tasks) {
        Op op = world.ops.create(type, partition, concurrency);
        op.tasks.addAll(tasks);
        world.ops.add(op, parent);
    }
}
