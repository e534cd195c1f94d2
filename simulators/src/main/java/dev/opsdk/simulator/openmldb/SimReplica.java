package dev.opsdk.simulator.openmldb;

/** One replica of a partition, and what can be wrong with it. */
public final class SimReplica {

    private final World world;
    private final Partition partition;
    private final Replica replica;
    private final TabletNode tablet;

    SimReplica(World world, Partition partition, Replica replica, TabletNode tablet) {
        this.world = world;
        this.partition = partition;
        this.replica = replica;
        this.tablet = tablet;
    }

    /** Lets the nameserver believe that it is not alive, although its tablet serves it. */
    public void markDead() {
        synchronized (world) {
            replica.alive = false;
            world.changed();
        }
    }

    /** Turns its role on the tablet around, so that tablet and nameserver disagree. */
    public void mismatchRole() {
        synchronized (world) {
            LoadedTable table = loaded();
            table.leader = !table.leader;
        }
    }

    /** Takes it out of the tablet's memory; the disk stays. */
    public void unload() {
        synchronized (world) {
            tablet.loaded.remove(partition.key());
        }
    }

    /** Cuts the leader's connection to it, so that it falls behind with the next rows. */
    public void disconnect() {
        synchronized (world) {
            partition
                    .leader()
                    .map(leader -> world.serving(leader.endpoint, partition))
                    .ifPresent(table -> table.followers.remove(replica.endpoint));
        }
    }

    /**
     * Gives it rows that the leader never had, so that only dropping it and sending everything again can recover it.
     *
     * @param rows how many
     */
    public void diverge(long rows) {
        synchronized (world) {
            LoadedTable table = loaded();
            tablet.setRows(table, table.rows + rows);
        }
    }

    private LoadedTable loaded() {
        LoadedTable table = tablet.table(partition);
        if (table == null) {
            throw new IllegalStateException("not loaded on " + replica.endpoint);
        }
        return table;
    }
}
