package dev.opsdk.simulator.openmldb;

import org.jspecify.annotations.Nullable;

/** How a tablet gets a partition from its disk into memory. */
final class Loading {

    private Loading() {}

    static void begin(World world, Partition partition, String endpoint, boolean leader) {
        TabletNode tablet = world.tablets.get(endpoint);
        if (tablet != null && tablet.table(partition) == null) {
            TableRow table = partition.table;
            begin(tablet, new LoadedTable(table.tid, partition.pid, table.name, table.storage, leader));
        }
    }

    /** It appears at once, empty and loading; the role it is loaded with is the one its disk remembers. */
    static void begin(TabletNode tablet, LoadedTable table) {
        long key = TabletNode.key(table.tid, table.pid);
        table.state = LoadedTable.LOADING;
        tablet.loaded.put(key, table);
        DiskTable file = tablet.disk.get(key);
        long rows = file == null ? 0 : file.rows;
        tablet.disk.put(key, new DiskTable(table.name, table.storage, table.leader, rows));
    }

    /** What is loaded has the rows of the disk; a load that fails takes the table off the tablet, disk and all. */
    static boolean end(World world, String endpoint, long key) {
        TabletNode tablet = world.tablets.get(endpoint);
        LoadedTable table = tablet == null ? null : tablet.loaded.get(key);
        if (tablet == null || table == null) {
            return false;
        }
        if (tablet.loadsToFail > 0) {
            tablet.loadsToFail--;
            tablet.drop(key);
            return false;
        }
        finish(tablet.disk.get(key), table);
        return true;
    }

    private static void finish(@Nullable DiskTable file, LoadedTable table) {
        if (table.state.equals(LoadedTable.LOADING)) {
            table.state = LoadedTable.NORMAL;
            table.rows = file == null ? 0 : file.rows;
        }
    }
}
