package dev.opsdk.simulator.ccr;

/** A table of one of the two clusters. */
public final class SimTable {

    private final Object lock;
    private final String name;
    private final long id;
    private boolean binlogEnabled = true;
    private boolean lightSchemaChange = true;
    private boolean alterRefused;
    private boolean beingSynced;

    SimTable(Object lock, String name, long id) {
        this.lock = lock;
        this.name = name;
        this.id = id;
    }

    /**
     * Its name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The id the cluster gave it.
     *
     * @return the id
     */
    public long id() {
        return id;
    }

    /**
     * Sets {@code binlog.enable}; true unless said otherwise.
     *
     * @param enabled the value
     * @return this
     */
    public SimTable binlogEnabled(boolean enabled) {
        synchronized (lock) {
            binlogEnabled = enabled;
        }
        return this;
    }

    /**
     * Sets {@code light_schema_change}; true unless said otherwise.
     *
     * @param enabled the value
     * @return this
     */
    public SimTable lightSchemaChange(boolean enabled) {
        synchronized (lock) {
            lightSchemaChange = enabled;
        }
        return this;
    }

    /**
     * Makes the cluster refuse to alter this table, so that a desync of it fails.
     *
     * @param refused whether it does
     * @return this
     */
    public SimTable refuseAlter(boolean refused) {
        synchronized (lock) {
            alterRefused = refused;
        }
        return this;
    }

    /**
     * The table's {@code is_being_synced}: what a desync is about.
     *
     * @return the property
     */
    public boolean isBeingSynced() {
        synchronized (lock) {
            return beingSynced;
        }
    }

    boolean hasBinlog() {
        return binlogEnabled;
    }

    boolean hasLightSchemaChange() {
        return lightSchemaChange;
    }

    /** Runs the ALTER of desync and sync; returns whether the cluster did it. */
    boolean alterBeingSynced(boolean value) {
        if (!alterRefused) {
            beingSynced = value;
        }
        return !alterRefused;
    }

    void restored() {
        beingSynced = true;
    }
}
