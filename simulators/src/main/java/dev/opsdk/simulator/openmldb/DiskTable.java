package dev.opsdk.simulator.openmldb;

/**
 * What is left of a partition when the process ends: its data and table_meta, in which the role is the one it was loaded
 * with, whatever became of it later.
 */
final class DiskTable {

    final String name;
    final StorageMode storage;
    boolean leader;
    long rows;

    DiskTable(String name, StorageMode storage, boolean leader, long rows) {
        this.name = name;
        this.storage = storage;
        this.leader = leader;
        this.rows = rows;
    }
}
