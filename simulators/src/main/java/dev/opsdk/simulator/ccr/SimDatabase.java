package dev.opsdk.simulator.ccr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A database of one of the two clusters. */
public final class SimDatabase {

    private final Object lock;
    private final String name;
    private final long id;
    private final LongSupplier tableIds;
    private final Map<String, SimTable> tables = new LinkedHashMap<>();
    private boolean binlogEnabled = true;

    SimDatabase(Object lock, String name, long id, LongSupplier tableIds) {
        this.lock = lock;
        this.name = name;
        this.id = id;
        this.tableIds = tableIds;
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
     * The table of that name, created when there is none.
     *
     * @param table its name
     * @return the table
     */
    public SimTable table(String table) {
        synchronized (lock) {
            return tables.computeIfAbsent(table, n -> new SimTable(lock, n, tableIds.getAsLong()));
        }
    }

    /**
     * Creates several tables.
     *
     * @param names in the order the cluster will list them
     * @return this
     */
    public SimDatabase tables(String... names) {
        for (String table : names) {
            table(table);
        }
        return this;
    }

    /**
     * Drops a table.
     *
     * @param table its name
     */
    public void dropTable(String table) {
        synchronized (lock) {
            tables.remove(table);
        }
    }

    /**
     * The names of its tables.
     *
     * @return in the order of creation
     */
    public List<String> tableNames() {
        synchronized (lock) {
            return List.copyOf(tables.keySet());
        }
    }

    /**
     * Sets {@code binlog.enable} of the database; true unless said otherwise.
     *
     * @param enabled the value
     * @return this
     */
    public SimDatabase binlogEnabled(boolean enabled) {
        synchronized (lock) {
            binlogEnabled = enabled;
        }
        return this;
    }

    long id() {
        return id;
    }

    boolean hasBinlog() {
        return binlogEnabled;
    }

    List<SimTable> all() {
        return List.copyOf(tables.values());
    }

    Optional<SimTable> find(String table) {
        return Optional.ofNullable(tables.get(table));
    }
}
