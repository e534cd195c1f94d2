package dev.opsdk.openmldb.model;

/**
 * What a tablet is told to load. The role is always said: a tablet that is not told takes the one it wrote down when the partition
 * was created, which a change of leader does not update, and so a leader may come back as follower.
 *
 * @param table the table's name
 * @param tid the table's number
 * @param pid the partition
 * @param mode the role in which it is held
 * @param storageMode where the table keeps its data; a wrong one loads nothing, or says that there is no directory
 * @param segments segments of an index, as the table was created
 */
public record LoadTable(
        String table, long tid, long pid, TableMode.Known mode, StorageMode.Known storageMode, long segments) {
    /** What the server would silently misread is refused. */
    public LoadTable {
        if (table.isBlank()) {
            throw new IllegalArgumentException("the table's name is blank");
        }
        number("tid", tid, 1);
        number("pid", pid, 0);
        number("segments", segments, 1);
        if (storageMode == StorageMode.Known.UNKNOWN) {
            throw new IllegalArgumentException("a tablet loads nothing whose storage mode is unknown");
        }
    }

    private static void number(String name, long value, long least) {
        if (value < least || value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be " + least + " to 2147483647");
        }
    }

    /**
     * A partition of a table as the nameserver describes it.
     *
     * @param table the table
     * @param pid the partition
     * @param mode the role in which it is to be held
     * @return the request
     * @throws IllegalArgumentException if the nameserver did not say the table's number, or says a storage mode that this version does
     *     not know
     */
    public static LoadTable of(TableInfo table, long pid, TableMode.Known mode) {
        StorageMode.Known storage = table.storageMode()
                .known()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the storage mode " + table.storageMode() + " of " + table.id() + " is not known"));
        return new LoadTable(table.name(), table.tid().orElse(0), pid, mode, storage, table.segments());
    }
}
