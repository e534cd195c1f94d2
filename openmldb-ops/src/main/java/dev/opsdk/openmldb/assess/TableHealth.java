package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.TableInfo;
import java.util.List;

/**
 * How a table is.
 *
 * @param db its database
 * @param table its name
 * @param partitions how its partitions are, in the server's order
 */
public record TableHealth(String db, String table, List<PartitionHealth> partitions) {
    /** Keeps a copy. */
    public TableHealth {
        partitions = List.copyOf(partitions);
    }

    /**
     * Judges a table.
     *
     * @param snapshot what was read
     * @param table the table
     * @return how it is
     */
    public static TableHealth of(ClusterSnapshot snapshot, TableInfo table) {
        return new TableHealth(
                table.db(),
                table.name(),
                table.partitions().stream()
                        .map(partition -> PartitionHealth.of(snapshot, table, partition))
                        .toList());
    }

    /**
     * Whether it is well.
     *
     * @return true if it has partitions, and all are well
     */
    public boolean healthy() {
        return !partitions.isEmpty() && partitions.stream().allMatch(PartitionHealth::healthy);
    }

    @Override
    public String toString() {
        String name = db.isEmpty() ? table : db + "." + table;
        if (healthy()) {
            return name + " is well";
        }
        return name
                + (partitions.isEmpty()
                        ? " has no partitions"
                        : " is ill: "
                                + partitions.stream()
                                        .filter(partition -> !partition.healthy())
                                        .toList());
    }
}
