package dev.opsdk.simulator.openmldb;

/**
 * A replica as it was at one moment: what the nameserver believes, and what its tablet would say.
 *
 * @param db the database
 * @param table the table
 * @param pid the partition
 * @param endpoint the tablet
 * @param leader whether the nameserver calls it leader, alive or not
 * @param alive whether the nameserver calls it alive
 * @param loaded whether the tablet runs and has it in memory
 * @param tabletLeader whether the tablet itself takes it for a leader
 * @param state the tablet's word for its state, empty when it is not loaded
 * @param rows what the tablet has, or when it has nothing what it last reported
 */
public record ReplicaView(
        String db,
        String table,
        int pid,
        String endpoint,
        boolean leader,
        boolean alive,
        boolean loaded,
        boolean tabletLeader,
        String state,
        long rows) {

    /**
     * Whether nameserver and tablet agree that it serves.
     *
     * @return true when it is alive, loaded and in the same role on both sides
     */
    public boolean isHealthy() {
        return alive && loaded && leader == tabletLeader;
    }
}
