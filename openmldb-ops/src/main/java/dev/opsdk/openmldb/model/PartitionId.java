package dev.opsdk.openmldb.model;

/**
 * One partition of one table.
 *
 * @param db the database, empty for the legacy default database
 * @param table the table
 * @param pid the partition, from 0
 */
public record PartitionId(String db, String table, long pid) implements Comparable<PartitionId> {
    /** Names as the server accepts them. */
    public PartitionId {
        if (table.isBlank()) {
            throw new IllegalArgumentException("the table's name is blank");
        }
        if (pid < 0 || pid >= 4294967295L) {
            throw new IllegalArgumentException("no partition can have the number " + pid);
        }
    }

    @Override
    public int compareTo(PartitionId other) {
        int byDb = db.compareTo(other.db);
        int byTable = byDb != 0 ? byDb : table.compareTo(other.table);
        return byTable != 0 ? byTable : Long.compare(pid, other.pid);
    }

    /** Such as {@code demo_db.t1/0}. */
    @Override
    public String toString() {
        return (db.isEmpty() ? "" : db + ".") + table + "/" + pid;
    }
}
