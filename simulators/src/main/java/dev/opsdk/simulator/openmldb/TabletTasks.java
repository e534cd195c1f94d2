package dev.opsdk.simulator.openmldb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tasks of operations that tablets carry out. */
final class TabletTasks {

    private final World world;

    TabletTasks(World world) {
        this.world = world;
    }

    Task makeSnapshot(Partition partition, String leader) {
        return new Task("kMakeSnapshot", List.of(leader), () -> world.serving(leader, partition) != null);
    }

    /** A leader that is paused stays so when the operation fails later. */
    Task pauseSnapshot(Partition partition, String leader) {
        return new Task("kPauseSnapshot", List.of(leader), () -> state(partition, leader, LoadedTable.PAUSED));
    }

    Task recoverSnapshot(Partition partition, String leader) {
        return new Task("kRecoverSnapshot", List.of(leader), () -> state(partition, leader, LoadedTable.NORMAL));
    }

    private boolean state(Partition partition, String endpoint, String state) {
        LoadedTable table = world.serving(endpoint, partition);
        if (table != null) {
            table.state = state;
        }
        return table != null;
    }

    /** Refused by a tablet that serves the partition already. */
    Task sendSnapshot(Partition partition, String leader, String to) {
        return new Task("kSendSnapshot", List.of(leader, to), () -> {
            LoadedTable source = world.serving(leader, partition);
            TabletNode target = world.tablets.get(to);
            if (source == null || target == null || target.table(partition) != null) {
                return false;
            }
            TableRow table = partition.table;
            target.disk.put(partition.key(), new DiskTable(table.name, table.storage, false, source.rows));
            return true;
        });
    }

    Task loadTable(Partition partition, String endpoint, boolean leader) {
        return new Task(
                "kLoadTable",
                List.of(endpoint),
                () -> Loading.begin(world, partition, endpoint, leader),
                () -> Loading.end(world, endpoint, partition.key()));
    }

    Task addReplica(Partition partition, String leader, String endpoint) {
        return new Task("kAddReplica", List.of(leader), () -> {
            LoadedTable source = world.serving(leader, partition);
            if (source == null || !source.leader || world.serving(endpoint, partition) == null) {
                return false;
            }
            source.followers.add(endpoint);
            return true;
        });
    }

    /** Without a leader there is nobody who had to forget the replica. */
    Task delReplica(Partition partition, @Nullable String leader, String endpoint) {
        List<String> tablets = leader == null ? List.of() : List.of(leader);
        return new Task("kDelReplica", tablets, () -> {
            LoadedTable source = leader == null ? null : world.serving(leader, partition);
            if (source != null) {
                source.followers.remove(endpoint);
            }
            return true;
        });
    }

    Task dropTable(Partition partition, String endpoint) {
        return new Task("kDropTable", List.of(endpoint), () -> {
            TabletNode tablet = world.tablets.get(endpoint);
            if (tablet != null) {
                tablet.drop(partition.key());
            }
            return true;
        });
    }

    /** Until the follower has what the leader has; one that is not connected never gets there. */
    Task checkBinlog(Partition partition, String leader, String endpoint) {
        return new Task("kCheckBinlogSyncProgress", List.of(leader, endpoint), () -> {
            LoadedTable source = world.serving(leader, partition);
            LoadedTable follower = world.serving(endpoint, partition);
            if (source == null || follower == null || !source.followers.contains(endpoint)) {
                return false;
            }
            world.replicate(partition, source);
            return true;
        });
    }

    /** The new leader takes office; who else follows is told to follow it. */
    Task changeLeader(Partition partition, Chosen chosen) {
        return new Task("kChangeLeader", List.of(), () -> {
            LoadedTable next = world.serving(chosen.endpoint, partition);
            if (next == null || !world.healthy(chosen.endpoint)) {
                return false;
            }
            next.leader = true;
            next.followers.clear();
            for (Replica replica : partition.aliveFollowers()) {
                if (!replica.endpoint.equals(chosen.endpoint) && world.serving(replica.endpoint, partition) != null) {
                    next.followers.add(replica.endpoint);
                }
            }
            return true;
        });
    }
}
