package dev.opsdk.simulator.openmldb;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The tasks of operations that only change the nameserver's metadata. */
final class MetaTasks {

    private final World world;

    MetaTasks(World world) {
        this.world = world;
    }

    Task addTableInfo(Partition partition, String endpoint) {
        return new Task("kAddTableInfo", List.of(), () -> {
            if (partition.on(endpoint).isEmpty()) {
                Replica added = new Replica(endpoint, false);
                added.alive = false;
                partition.replicas.add(added);
                world.changed();
            }
            return true;
        });
    }

    Task delTableInfo(Partition partition, String endpoint) {
        return new Task("kDelTableInfo", List.of(), () -> remove(partition, endpoint));
    }

    /** The end of a migration: the old one goes, the new one counts. */
    Task updateTableInfo(Partition partition, String from, String to) {
        return new Task("kUpdateTableInfo", List.of(), () -> {
            partition.on(to).ifPresent(replica -> replica.alive = true);
            return remove(partition, from);
        });
    }

    private boolean remove(Partition partition, String endpoint) {
        partition.replicas.removeIf(replica -> replica.endpoint.equals(endpoint));
        world.changed();
        return true;
    }

    Task updateStatus(Partition partition, String endpoint, boolean leader, boolean alive) {
        return new Task("kUpdatePartitionStatus", List.of(), () -> {
            Optional<Replica> replica = partition.on(endpoint);
            replica.ifPresent(found -> {
                found.leader = leader;
                found.alive = alive;
                world.changed();
            });
            return replica.isPresent();
        });
    }

    /** Chooses who is to lead: the candidate, or whoever has most. */
    Task selectLeader(Partition partition, List<String> candidates, Chosen chosen) {
        return new Task("kSelectLeader", candidates, () -> {
            Optional<String> best = candidates.stream()
                    .filter(endpoint -> world.serving(endpoint, partition) != null)
                    .max(Comparator.comparingLong(endpoint -> rows(partition, endpoint)));
            best.ifPresent(endpoint -> chosen.endpoint = endpoint);
            world.term++;
            return best.isPresent();
        });
    }

    private long rows(Partition partition, String endpoint) {
        LoadedTable table = world.serving(endpoint, partition);
        return table == null ? -1 : table.rows;
    }

    /** The old leader is still called leader, only not alive any more, until somebody recovers it. */
    Task updateLeaderInfo(Partition partition, Chosen chosen) {
        return new Task("kUpdateLeaderInfo", List.of(), () -> {
            partition.replicas.stream().filter(replica -> replica.leader).forEach(replica -> replica.alive = false);
            partition.on(chosen.endpoint).ifPresent(replica -> replica.leader = true);
            partition.terms.add(new Partition.Term(world.term, rows(partition, chosen.endpoint) + 1));
            world.changed();
            return true;
        });
    }
}
