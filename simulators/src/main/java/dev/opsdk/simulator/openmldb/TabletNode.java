package dev.opsdk.simulator.openmldb;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A tablet process and its disk. Guarded by the world's monitor. */
final class TabletNode {

    /** What the cluster calls it: its address, or its name. */
    final String endpoint;

    final String address;
    final Map<Long, LoadedTable> loaded = new TreeMap<>();
    final Map<Long, DiskTable> disk = new HashMap<>();
    boolean up = true;
    /** Whether the leading nameserver knows of it. */
    boolean known = true;

    Instant since;
    boolean hung;
    int loadsToFail;
    /** Counts its lives, so that plans made for an earlier one come to nothing. */
    int life;

    TabletNode(String endpoint, String address, Instant since) {
        this.endpoint = endpoint;
        this.address = address;
        this.since = since;
    }

    static long key(long tid, long pid) {
        return tid << 32 | pid;
    }

    @Nullable
    LoadedTable table(Partition partition) {
        return loaded.get(partition.key());
    }

    /** Puts a partition into memory and on disk. */
    LoadedTable place(Partition partition, boolean leader, long rows) {
        TableRow table = partition.table;
        LoadedTable placed = new LoadedTable(table.tid, partition.pid, table.name, table.storage, leader);
        placed.rows = rows;
        loaded.put(partition.key(), placed);
        disk.put(partition.key(), new DiskTable(table.name, table.storage, leader, rows));
        return placed;
    }

    void setRows(LoadedTable table, long rows) {
        table.rows = rows;
        DiskTable file = disk.get(key(table.tid, table.pid));
        if (file != null) {
            file.rows = rows;
        }
    }

    void drop(long key) {
        loaded.remove(key);
        disk.remove(key);
    }
}
