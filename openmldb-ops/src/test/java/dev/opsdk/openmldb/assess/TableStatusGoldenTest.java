package dev.opsdk.openmldb.assess;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.opsdk.core.testkit.Allocated;
import dev.opsdk.openmldb.model.Follower;
import dev.opsdk.openmldb.model.Followers;
import dev.opsdk.openmldb.model.HeldPartition;
import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.model.Replica;
import dev.opsdk.openmldb.model.StorageMode;
import dev.opsdk.openmldb.model.TableInfo;
import dev.opsdk.openmldb.model.TableMode;
import dev.opsdk.openmldb.model.TablePartition;
import dev.opsdk.openmldb.model.TableState;
import dev.opsdk.openmldb.model.Tablet;
import dev.opsdk.openmldb.model.TabletState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows that the native client 0.9.3 printed for the recorded cluster, whole and with the third tablet emptied. */
class TableStatusGoldenTest {
    private static final String EMPTIED = "127.0.0.1:10923";
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    @ParameterizedTest
    @CsvSource({
        "false, %, table-status-healthy.txt",
        "false, '', table-status-healthy-no-pattern.txt",
        "true, %, table-status-broken.txt",
        "true, '', table-status-broken-no-pattern.txt"
    })
    void rowsAreThoseOfTheNativeClient(boolean broken, String like, String golden) throws IOException {
        TableStatusReport report = TableStatusReport.of(snapshot(broken), like);
        String printed = String.join(" | ", TableStatusReport.COLUMNS) + " | \n"
                + report.rows().stream()
                        .map(row -> row.cells().stream()
                                        .map(cell -> cell.replace("\n", "\\n"))
                                        .collect(Collectors.joining(" | "))
                                + " | \n")
                        .collect(Collectors.joining());
        assertThat(printed).isEqualTo(resource(golden));
    }

    @Test
    void patternsOfOtherDatabasesMatchNothing() throws IOException {
        for (String like : List.of("DEMO%", "____")) {
            assertThat(TableStatusReport.of(snapshot(true), like).rows()).isEmpty();
        }
        assertThat(TableStatusReport.of(snapshot(true), "demo\\_db").rows()).hasSize(3);
    }

    @Test
    void sizesOfAllReplicasAreThereToo() throws IOException {
        TableStatusRow t1 = TableStatusReport.of(snapshot(false), "").rows().get(0);
        assertThat(t1.memoryBytes()).isEqualTo(4256);
        assertThat(t1.totalMemoryBytes()).isEqualTo(8512);
        assertThat(t1.totalDiskBytes()).isEqualTo(2 * t1.diskBytes());
        assertThat(t1.healthy()).isTrue();
    }

    @Test
    void rolesAndStatesThatAreWrongAreWarnedOf() throws IOException {
        ClusterSnapshot whole = snapshot(false);
        TableInfo t1 = whole.table("demo_db", "t1").orElseThrow();
        ClusterSnapshot odd = ClusterSnapshot.builder()
                .tablets(List.copyOf(whole.tablets().values()))
                .tables(List.of(t1))
                .holdings("127.0.0.1:10921", Holdings.of(List.of(held(6, 0, false, "kTableNormal"))))
                .holdings(
                        "127.0.0.1:10922",
                        Holdings.of(List.of(held(6, 0, false, "kTableUndefined"), held(6, 1, true, "kTableLoading"))))
                .holdings(EMPTIED, Holdings.of(List.of(held(6, 1, false, "kTableLoading"))))
                .build();
        assertThat(TableStatusReport.of(odd, "").rows().get(0).warnings())
                .containsExactly(
                        "[pid=0][follower][127.0.0.1:10921]: leader/follower mode inconsistent",
                        "[pid=0][follower][127.0.0.1:10922]: state is kTableUndefined",
                        "[pid=1][leader][127.0.0.1:10922]: state is kTableLoading");
    }

    private ClusterSnapshot snapshot(boolean broken) throws IOException {
        List<TableInfo> tables = new ArrayList<>();
        for (JsonNode table : json.readTree(resource("show-table-all.json")).get("table_info")) {
            tables.add(json.treeToValue(table, TableInfo.class));
        }
        if (broken) {
            tables.replaceAll(table -> table.name().equals("t1") ? withDeadFollower(table) : table);
        }
        ClusterSnapshot.Builder builder = ClusterSnapshot.builder().tables(tables);
        List<Tablet> tablets = new ArrayList<>();
        for (String endpoint : List.of("127.0.0.1:10921", "127.0.0.1:10922", EMPTIED)) {
            tablets.add(Tablet.builder()
                    .endpoint(endpoint)
                    .state(TabletState.of("kHealthy"))
                    .build());
            boolean empty = broken && endpoint.equals(EMPTIED);
            builder.holdings(endpoint, Holdings.of(empty ? List.of() : heldOn(endpoint, tables)));
        }
        for (TableInfo table : tables) {
            for (TablePartition partition : table.partitions()) {
                builder.followers(
                        new PartitionId(table.db(), table.name(), partition.pid()), answer(partition, broken));
            }
        }
        return builder.tablets(tablets).build();
    }

    private static TableInfo withDeadFollower(TableInfo table) {
        return TableInfo.builder()
                .from(table)
                .partitions(table.partitions().stream()
                        .map(partition -> TablePartition.builder()
                                .from(partition)
                                .replicas(partition.replicas().stream()
                                        .map(replica -> Replica.builder()
                                                .from(replica)
                                                .alive(!replica.endpoint().equals(EMPTIED))
                                                .build())
                                        .toList())
                                .build())
                        .toList())
                .build();
    }

    private static FollowersAnswer answer(TablePartition partition, boolean broken) {
        if (broken && partition.leader().orElseThrow().endpoint().equals(EMPTIED)) {
            return FollowersAnswer.failed("table does not exist");
        }
        return FollowersAnswer.of(Followers.builder()
                .followers(partition.replicas().stream()
                        .filter(replica -> !replica.markedLeader()
                                && !(broken && replica.endpoint().equals(EMPTIED)))
                        .map(replica ->
                                Follower.builder().endpoint(replica.endpoint()).build())
                        .toList())
                .build());
    }

    private static List<HeldPartition> heldOn(String endpoint, List<TableInfo> tables) {
        List<HeldPartition> held = new ArrayList<>();
        for (TableInfo table : tables) {
            for (TablePartition partition : table.partitions()) {
                partition
                        .on(endpoint)
                        .ifPresent(replica -> held.add(held(
                                table.tid().orElseThrow(), partition.pid(), replica.markedLeader(), "kTableNormal")));
            }
        }
        return held;
    }

    private static HeldPartition held(long tid, long pid, boolean leader, String state) {
        return HeldPartition.builder()
                .tid(tid)
                .pid(pid)
                .mode(TableMode.of(leader ? "kTableLeader" : "kTableFollower"))
                .state(TableState.of(state))
                .build();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                TableStatusGoldenTest.class.getResourceAsStream("/openmldb/assess/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aVeryLongStorageModeIsShownInLittleMemory() throws IOException {
        TableStatusRow row = TableStatusReport.of(snapshot(false), "").rows().get(0);
        TableInfo odd = TableInfo.builder()
                .from(row.table())
                .storageMode(StorageMode.of(Allocated.GROWS_IN_LOWER_CASE))
                .build();
        assertThat(Allocated.by(() ->
                        assertThat(TableStatusRow.of(odd, List.of()).cells()).contains(Allocated.GROWS_IN_LOWER_CASE)))
                .isLessThan(Allocated.LITTLE);
    }
}
