package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.HeldPartition;
import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.model.Replica;
import dev.opsdk.openmldb.model.TableInfo;
import dev.opsdk.openmldb.model.TablePartition;
import dev.opsdk.openmldb.model.TableState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code SHOW TABLE STATUS} prints, sick tables included.
 *
 * @param rows in the order of the server's client: the nameserver's order backwards
 */
public record TableStatusReport(List<TableStatusRow> rows) {
    /** The columns, in order (OpenMLDB 0.9). */
    public static final List<String> COLUMNS = List.of(
            "Table_id",
            "Table_name",
            "Database_name",
            "Storage_type",
            "Rows",
            "Memory_data_size",
            "Disk_data_size",
            "Partition",
            "Partition_unalive",
            "Replica",
            "Offline_path",
            "Offline_format",
            "Offline_symbolic_paths",
            "Warnings");

    /** Keeps a copy. */
    public TableStatusReport {
        rows = List.copyOf(rows);
    }

    /**
     * Makes the report.
     *
     * @param snapshot what was read: tables, what each tablet holds, and each leader's followers
     * @param like which databases, as in SQL's LIKE over bytes: {@code %}, {@code _}, and {@code \} before either; empty for all but the
     *     system's
     * @return the report
     */
    public static TableStatusReport of(ClusterSnapshot snapshot, String like) {
        Map<Place, Integer> held = new HashMap<>();
        for (String endpoint : snapshot.tablets().keySet()) {
            for (HeldPartition partition : snapshot.holdings(endpoint).partitions()) {
                held.merge(new Place(partition.tid(), partition.pid()), 1, Integer::sum);
            }
        }
        List<TableStatusRow> rows = new ArrayList<>();
        List<TableInfo> tables = snapshot.listedTables();
        for (int i = tables.size() - 1; i >= 0; i--) {
            TableInfo table = tables.get(i);
            if (includes(table.db(), like)) {
                rows.add(TableStatusRow.of(table, warnings(snapshot, table, held)));
            }
        }
        return new TableStatusReport(rows);
    }

    /**
     * Whether a report shows the tables of a database.
     *
     * @param db the database
     * @param like the pattern
     * @return true if it does
     */
    public static boolean includes(String db, String like) {
        return like.isEmpty() ? !Scope.system(db) : new LikePattern(like).matches(db);
    }

    /** A partition by number. */
    private record Place(long tid, long pid) {}

    private static List<String> warnings(ClusterSnapshot snapshot, TableInfo table, Map<Place, Integer> held) {
        List<String> warnings = new ArrayList<>();
        for (TablePartition partition : table.partitions()) {
            String pid = "[pid=" + partition.pid() + "]";
            int copies = held.getOrDefault(new Place(table.tid().orElse(0), partition.pid()), 0);
            if (copies != partition.replicas().size()) {
                warnings.add(pid + ": real replica number " + copies + " does not match the configured replicanum "
                        + partition.replicas().size());
            }
            if (copies > 0) {
                for (Replica replica : partition.replicas()) {
                    look(pid, Seen.of(snapshot, table, partition.pid(), replica), warnings);
                }
            }
            snapshot.followers(new PartitionId(table.db(), table.name(), partition.pid()))
                    .ifPresent(answer -> follow(pid, partition, answer, warnings));
        }
        return warnings;
    }

    private static void look(String pid, Seen seen, List<String> warnings) {
        String endpoint = "[" + seen.endpoint() + "]: ";
        Optional<HeldPartition> held = seen.held();
        if (held.isEmpty()) {
            warnings.add(pid + role(seen.replica().markedLeader()) + endpoint + "state is kNotFound");
            return;
        }
        String place = pid + role(held.get().leader()) + endpoint;
        if (!seen.roleAgrees()) {
            warnings.add(place + "leader/follower mode inconsistent");
        }
        Optional<TableState.Known> state = held.get().state().flatMap(TableState::known);
        if (state.filter(now -> now == TableState.Known.UNDEFINED
                        || (now == TableState.Known.LOADING && held.get().leader()))
                .isPresent()) {
            warnings.add(place + "state is " + seen.state());
        }
    }

    private static void follow(String pid, TablePartition partition, FollowersAnswer answer, List<String> warnings) {
        answer.failure().ifPresent(message -> warnings.add(pid + ": fail to get from tablet: " + message));
        if (answer.followers().isPresent()) {
            for (Replica replica : partition.replicas()) {
                if (!replica.markedLeader()
                        && answer.follower(replica.endpoint()).isEmpty()) {
                    warnings.add(pid + "[follower][" + replica.endpoint() + "]: not connected to leader");
                }
            }
        }
    }

    private static String role(boolean leader) {
        return leader ? "[leader]" : "[follower]";
    }

    /** The rows, below the columns' names. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.join(" | ", COLUMNS));
        rows.forEach(row -> text.append('\n').append(row));
        return text.toString();
    }
}
