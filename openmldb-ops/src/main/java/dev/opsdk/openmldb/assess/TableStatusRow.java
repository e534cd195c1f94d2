package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.OfflineTable;
import dev.opsdk.openmldb.model.Replica;
import dev.opsdk.openmldb.model.StorageMode;
import dev.opsdk.openmldb.model.TableInfo;
import dev.opsdk.openmldb.model.TablePartition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of {@code SHOW TABLE STATUS}.
 *
 * @param table the table
 * @param rows records, by its leaders
 * @param memoryBytes what they take in memory, by its leaders alone
 * @param diskBytes what they take on disk, by its leaders alone
 * @param totalMemoryBytes what they take in memory on all tablets together, as last reported
 * @param totalDiskBytes what they take on disk on all tablets together, as last reported
 * @param notAlive how many replicas the nameserver does not count on
 * @param warnings what is wrong with it, in the words and the order of the server's client
 */
public record TableStatusRow(
        TableInfo table,
        long rows,
        long memoryBytes,
        long diskBytes,
        long totalMemoryBytes,
        long totalDiskBytes,
        long notAlive,
        List<String> warnings) {
    private static final String NULL = "NULL";

    /** What is longer is shown as it came: to lower-case a text may take the square of its length. */
    private static final int LONGEST_WORD = 100;

    /** Keeps a copy. */
    public TableStatusRow {
        warnings = List.copyOf(warnings);
    }

    static TableStatusRow of(TableInfo table, List<String> warnings) {
        List<TablePartition> partitions = table.partitions();
        List<Replica> replicas = partitions.stream()
                .flatMap(partition -> partition.replicas().stream())
                .toList();
        return new TableStatusRow(
                table,
                partitions.stream()
                        .mapToLong(partition -> partition.recordCount().orElse(0))
                        .sum(),
                partitions.stream()
                        .mapToLong(partition -> partition.recordBytes().orElse(0))
                        .sum(),
                partitions.stream().mapToLong(TablePartition::diskBytes).sum(),
                replicas.stream()
                        .mapToLong(replica -> replica.recordBytes().orElse(0))
                        .sum(),
                replicas.stream().mapToLong(Replica::diskBytes).sum(),
                replicas.stream().filter(replica -> !replica.alive()).count(),
                warnings);
    }

    /**
     * Whether nothing is wrong with it.
     *
     * @return true without warnings, and when all replicas are alive
     */
    public boolean healthy() {
        return warnings.isEmpty() && notAlive == 0;
    }

    /**
     * What the client prints.
     *
     * @return one a column of {@link TableStatusReport#COLUMNS}
     */
    public List<String> cells() {
        Optional<OfflineTable> offline = table.offlineTable();
        return List.of(
                Long.toString(table.tid().orElse(0)),
                table.name(),
                table.db(),
                storage(table.storageMode()),
                Long.toString(rows),
                Long.toString(memoryBytes),
                Long.toString(diskBytes),
                Long.toString(table.partitionCount().orElse(0)),
                Long.toString(notAlive),
                Long.toString(table.replicaCount().orElse(0)),
                offline.map(OfflineTable::path).orElse(NULL),
                offline.map(OfflineTable::format).orElse(NULL),
                offline.map(data -> String.join(
                                "",
                                data.symbolicPaths().stream()
                                        .map(path -> path + ",")
                                        .toList()))
                        .orElse(NULL),
                String.join("\n", warnings));
    }

    private static String storage(StorageMode mode) {
        String wire = String.valueOf(mode.wire());
        String word = wire.startsWith("k") ? wire.substring(1) : wire;
        return word.length() > LONGEST_WORD ? word : word.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return String.join(" | ", cells());
    }
}
