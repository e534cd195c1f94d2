package dev.opsdk.simulator.openmldb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The cluster as it was at one moment.
 *
 * @param endpoints every tablet, up or not
 * @param replicas every replica the nameserver knows of
 */
public record ClusterView(List<String> endpoints, List<ReplicaView> replicas) {

    static ClusterView of(World world) {
        List<ReplicaView> rows = new ArrayList<>();
        world.allTables()
                .forEach(table -> table.partitions.forEach(partition -> {
                    for (Replica replica : partition.replicas) {
                        rows.add(row(world, partition, replica));
                    }
                }));
        return new ClusterView(List.copyOf(world.tablets.keySet()), List.copyOf(rows));
    }

    private static ReplicaView row(World world, Partition partition, Replica replica) {
        LoadedTable loaded = world.serving(replica.endpoint, partition);
        return new ReplicaView(
                partition.table.db,
                partition.table.name,
                partition.pid,
                replica.endpoint,
                replica.leader,
                replica.isAlive(),
                loaded != null,
                loaded != null && loaded.leader,
                loaded == null ? "" : loaded.state,
                loaded == null ? replica.rows : loaded.rows);
    }

    /**
     * The replicas of one partition.
     *
     * @param db the database
     * @param table the table
     * @param pid the partition
     * @return in the nameserver's order
     */
    public List<ReplicaView> partition(String db, String table, int pid) {
        return replicas.stream()
                .filter(replica -> replica.db().equals(db) && replica.table().equals(table) && replica.pid() == pid)
                .toList();
    }

    /**
     * One replica.
     *
     * @param db the database
     * @param table the table
     * @param pid the partition
     * @param endpoint the tablet
     * @return the replica, empty when there is none there
     */
    public Optional<ReplicaView> replica(String db, String table, int pid, String endpoint) {
        return partition(db, table, pid).stream()
                .filter(replica -> replica.endpoint().equals(endpoint))
                .findFirst();
    }

    /**
     * The tablet that leads a partition and is alive.
     *
     * @param db the database
     * @param table the table
     * @param pid the partition
     * @return its endpoint
     */
    public Optional<String> leader(String db, String table, int pid) {
        return partition(db, table, pid).stream()
                .filter(replica -> replica.leader() && replica.alive())
                .map(ReplicaView::endpoint)
                .findFirst();
    }

    /**
     * How many replicas each tablet has, leaders included.
     *
     * @return by endpoint, also those with none
     */
    public Map<String, Integer> replicaCounts() {
        return counts(replica -> true);
    }

    /**
     * How many partitions each tablet leads.
     *
     * @return by endpoint, also those with none
     */
    public Map<String, Integer> leaderCounts() {
        return counts(replica -> replica.leader() && replica.alive());
    }

    /**
     * Whether there is nothing to repair.
     *
     * @return true when every replica is healthy
     */
    public boolean isHealthy() {
        return replicas.stream().allMatch(ReplicaView::isHealthy);
    }

    private Map<String, Integer> counts(Predicate<ReplicaView> which) {
        Map<String, Integer> counts = new TreeMap<>();
        endpoints.forEach(endpoint -> counts.put(endpoint, 0));
        replicas.stream().filter(which).forEach(replica -> counts.merge(replica.endpoint(), 1, Integer::sum));
        return counts;
    }
}
