package dev.opsdk.simulator.ccr;

/** The cluster that is copied to. */
public final class SimDestination extends SimCluster {

    SimDestination(Object lock) {
        super(lock, 10117, 30001);
    }

    /**
     * Whether a table still has {@code is_being_synced}, that is, whether users may not write to it.
     *
     * @param database its database
     * @param table its name
     * @return the property; false when there is no such table
     */
    public boolean isBeingSynced(String database, String table) {
        synchronized (lock) {
            return table(database, table).map(SimTable::isBeingSynced).orElse(false);
        }
    }
}
