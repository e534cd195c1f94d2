package dev.opsdk.simulator.openmldb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table to be made: healthy, with all its replicas in place. */
public final class TableBuilder {

    private final World world;
    private final String db;
    private final String name;
    private final Runnable changed;
    private final Map<Integer, List<String>> placed = new HashMap<>();
    private List<String> everywhere = List.of();
    private int partitions = 1;
    private int replicas = 1;
    private StorageMode storage = StorageMode.MEMORY;
    private long rows;
    private String offlinePath = "";

    TableBuilder(World world, String db, String name, Runnable changed) {
        this.world = world;
        this.db = db;
        this.name = name;
        this.changed = changed;
    }

    /**
     * Sets the number of partitions.
     *
     * @param count 1 unless said otherwise
     * @return this
     */
    public TableBuilder partitions(int count) {
        partitions = count;
        return this;
    }

    /**
     * Sets the number of replicas of each partition, the leader included.
     *
     * @param count 1 unless said otherwise
     * @return this
     */
    public TableBuilder replicas(int count) {
        replicas = count;
        return this;
    }

    /**
     * Sets where the data are.
     *
     * @param mode memory unless said otherwise
     * @return this
     */
    public TableBuilder storage(StorageMode mode) {
        storage = mode;
        return this;
    }

    /**
     * Sets how much is in it.
     *
     * @param perPartition rows in each partition, 0 unless said otherwise
     * @return this
     */
    public TableBuilder rows(long perPartition) {
        rows = perPartition;
        return this;
    }

    /**
     * Gives it offline data.
     *
     * @param path where they are
     * @return this
     */
    public TableBuilder offlinePath(String path) {
        offlinePath = path;
        return this;
    }

    /**
     * Puts every partition on the same tablets, instead of dealing them out in turn.
     *
     * @param endpoints the leader's first; their number is the number of replicas
     * @return this
     */
    public TableBuilder placedOn(String... endpoints) {
        everywhere = List.of(endpoints);
        replicas = endpoints.length;
        return this;
    }

    /**
     * Puts one partition on certain tablets.
     *
     * @param pid the partition
     * @param endpoints the leader's first
     * @return this
     */
    public TableBuilder partitionOn(int pid, String... endpoints) {
        placed.put(pid, List.of(endpoints));
        return this;
    }

    /** Makes it. */
    public void create() {
        synchronized (world) {
            TableRow table = world.addTable(db, name, replicas, storage);
            table.offlinePath = offlinePath;
            List<String> tablets = new ArrayList<>(world.tablets.keySet());
            for (int pid = 0; pid < partitions; pid++) {
                Partition partition = new Partition(table, pid);
                table.partitions.add(partition);
                fill(partition, tablets);
            }
        }
        changed.run();
    }

    private void fill(Partition partition, List<String> tablets) {
        List<String> endpoints = placed.getOrDefault(partition.pid, everywhere);
        if (endpoints.isEmpty()) {
            endpoints = dealt(tablets);
        }
        partition.rows = rows;
        partition.terms.add(new Partition.Term(world.term, 0));
        for (String endpoint : endpoints) {
            TabletNode tablet = world.tablets.get(endpoint);
            if (tablet == null || partition.on(endpoint).isPresent()) {
                throw new IllegalArgumentException("no tablet for another replica: " + endpoint);
            }
            boolean leads = partition.replicas.isEmpty();
            Replica replica = new Replica(endpoint, leads);
            replica.rows = rows;
            partition.replicas.add(replica);
            LoadedTable loaded = tablet.place(partition, leads, rows);
            if (leads) {
                loaded.followers.addAll(endpoints.subList(1, endpoints.size()));
            }
        }
    }

    private List<String> dealt(List<String> tablets) {
        if (replicas > tablets.size()) {
            throw new IllegalArgumentException(replicas + " replicas on " + tablets.size() + " tablets");
        }
        int first = world.dealt++;
        List<String> endpoints = new ArrayList<>();
        for (int i = 0; i < replicas; i++) {
            endpoints.add(tablets.get((first + i) % tablets.size()));
        }
        return endpoints;
    }
}
