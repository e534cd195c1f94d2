package dev.opsdk.openmldb;

import static dev.opsdk.openmldb.Mldb.OK;
import static dev.opsdk.openmldb.Mldb.T1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.procedure.RequestLine;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.openmldb.internal.Operations;
import dev.opsdk.openmldb.model.LoadTable;
import dev.opsdk.openmldb.model.OpState;
import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.model.StorageMode;
import dev.opsdk.openmldb.model.TableMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Method, path and exact body of every call, against the table of the contract. */
class WireMatrixTest {
    private static final PartitionId DEFAULT_DB = new PartitionId("", "t1", 1);
    private static final LoadTable LOAD =
            new LoadTable("t1", 6, 1, TableMode.Known.LEADER, StorageMode.Known.MEMORY, 8);

    private record Row(
            String operation,
            String what,
            String body,
            String reply,
            Consumer<OpenMldbOps> call,
            Optional<Function<OpenMldbOps, RequestLine>> shown) {
        private Row answered(String json) {
            return new Row(operation, what, body, json, call, shown);
        }

        private Row shownAs(Function<OpenMldbOps, RequestLine> line) {
            return new Row(operation, what, body, reply, call, Optional.of(line));
        }
    }

    private static Row ns(String operation, String what, String body, Consumer<NameServer> call) {
        return new Row(operation, what, body, OK, mldb -> call.accept(mldb.nameServer()), Optional.empty());
    }

    private static Row tablet(String operation, String what, String body, Consumer<TabletServer> call) {
        return new Row(operation, what, body, OK, mldb -> call.accept(mldb.tablet("tablet_a")), Optional.empty());
    }

    private static List<Row> rows() {
        return List.of(
                ns("ShowTablet", "", "{}", NameServer::tablets),
                ns("ShowSdkEndpoint", "", "{}", NameServer::sdkEndpoints),
                ns("ShowTable", "all", "{\"db\":\"\",\"show_all\":true}", NameServer::tables),
                ns("ShowTable", "database", "{\"db\":\"demo_db\",\"show_all\":false}", n -> n.tables("demo_db")),
                ns("ShowTable", "default database", "{\"db\":\"\",\"show_all\":false}", n -> n.tables("")),
                ns(
                        "ShowTable",
                        "table",
                        "{\"name\":\"t1\",\"db\":\"demo_db\",\"show_all\":false}",
                        n -> n.table("demo_db", "t1")),
                ns("ShowDatabase", "", "{}", NameServer::databases),
                ns("ShowOPStatus", "all", "{}", NameServer::ops),
                ns("ShowOPStatus", "database", "{\"db\":\"demo_db\"}", n -> n.ops("demo_db")),
                ns("ShowOPStatus", "default database", "{}", n -> n.ops("")),
                ns("ShowOPStatus", "partition", "{\"db\":\"demo_db\",\"name\":\"t1\",\"pid\":0}", n -> n.ops(T1)),
                ns("ShowOPStatus", "of the default database", "{\"name\":\"t1\",\"pid\":1}", n -> n.ops(DEFAULT_DB)),
                ns("ShowOPStatus", "one", "{\"op_id\":42}", n -> n.op(42)),
                ns("ConfGet", "", "{}", NameServer::config),
                ns("ConfGet", "auto_failover", "{}", NameServer::autoFailover),
                ns(
                                "ConfSet",
                                "",
                                "{\"conf\":{\"key\":\"auto_failover\",\"value\":\"false\"}}",
                                n -> n.autoFailover(false))
                        .shownAs(m -> m.nameServer().requests().autoFailover(false)),
                ns(
                                "ChangeLeader",
                                "named",
                                "{\"name\":\"t1\",\"pid\":0,\"candidate_leader\":\"tablet_a\",\"db\":\"demo_db\"}",
                                n -> n.changeLeader(T1, "tablet_a"))
                        .shownAs(m -> m.nameServer().requests().changeLeader(T1, "tablet_a")),
                ns(
                                "ChangeLeader",
                                "auto",
                                "{\"name\":\"t1\",\"pid\":1,\"candidate_leader\":\"auto\",\"db\":\"\"}",
                                n -> n.changeLeaderAuto(DEFAULT_DB))
                        .shownAs(m -> m.nameServer().requests().changeLeaderAuto(DEFAULT_DB)),
                ns(
                                "Migrate",
                                "one",
                                "{\"src_endpoint\":\"a:1\",\"name\":\"t1\",\"pid\":[0],\"des_endpoint\":\"b:1\",\"db\":\"demo_db\"}",
                                n -> n.migrate(T1, "a:1", "b:1"))
                        .shownAs(m -> m.nameServer().requests().migrate(T1, "a:1", "b:1")),
                ns(
                        "Migrate",
                        "several, sorted and each once",
                        "{\"src_endpoint\":\"a:1\",\"name\":\"t1\",\"pid\":[0,2,10],\"des_endpoint\":\"b:1\",\"db\":\"demo_db\"}",
                        n -> n.migrate("demo_db", "t1", List.of(10L, 2L, 0L, 2L), "a:1", "b:1")),
                ns(
                                "AddReplicaNS",
                                "one",
                                "{\"name\":\"t1\",\"pid\":0,\"endpoint\":\"a:1\",\"db\":\"demo_db\"}",
                                n -> n.addReplica(T1, "a:1"))
                        .shownAs(m -> m.nameServer().requests().addReplica(T1, "a:1")),
                ns(
                        "AddReplicaNS",
                        "group",
                        "{\"name\":\"t1\",\"pid\":0,\"endpoint\":\"a:1\",\"pid_group\":[0,3],\"db\":\"demo_db\"}",
                        n -> n.addReplicas("demo_db", "t1", List.of(3L, 0L), "a:1")),
                ns(
                                "DelReplicaNS",
                                "one",
                                "{\"name\":\"t1\",\"pid\":1,\"endpoint\":\"a:1\",\"db\":\"\"}",
                                n -> n.delReplica(DEFAULT_DB, "a:1"))
                        .shownAs(m -> m.nameServer().requests().delReplica(DEFAULT_DB, "a:1")),
                ns(
                        "DelReplicaNS",
                        "group",
                        "{\"name\":\"t1\",\"pid\":1,\"endpoint\":\"a:1\",\"pid_group\":[1,4294967294],\"db\":\"demo_db\"}",
                        n -> n.delReplicas("demo_db", "t1", Set.of(4294967294L, 1L), "a:1")),
                ns(
                                "RecoverTable",
                                "",
                                "{\"name\":\"t1\",\"pid\":0,\"endpoint\":\"a:1\",\"db\":\"demo_db\"}",
                                n -> n.recoverTable(T1, "a:1"))
                        .shownAs(m -> m.nameServer().requests().recoverTable(T1, "a:1")),
                ns(
                                "UpdateTableAliveStatus",
                                "one",
                                "{\"name\":\"t1\",\"endpoint\":\"a:1\",\"pid\":0,\"is_alive\":false,\"db\":\"demo_db\"}",
                                n -> n.updateTableAliveStatus(T1, "a:1", false))
                        .shownAs(m -> m.nameServer().requests().updateTableAliveStatus(T1, "a:1", false)),
                ns(
                        "UpdateTableAliveStatus",
                        "all",
                        "{\"name\":\"t1\",\"endpoint\":\"a:1\",\"is_alive\":true,\"db\":\"demo_db\"}",
                        n -> n.updateTableAliveStatus("demo_db", "t1", "a:1", true)),
                ns("OfflineEndpoint", "", "{\"endpoint\":\"a:1\"}", n -> n.offlineEndpoint("a:1"))
                        .shownAs(m -> m.nameServer().requests().offlineEndpoint("a:1")),
                ns(
                        "OfflineEndpoint",
                        "lanes",
                        "{\"endpoint\":\"a:1\",\"concurrency\":8}",
                        n -> n.offlineEndpoint("a:1", 8)),
                ns(
                                "RecoverEndpoint",
                                "",
                                "{\"endpoint\":\"a:1\",\"need_restore\":true}",
                                n -> n.recoverEndpoint("a:1", true))
                        .shownAs(m -> m.nameServer().requests().recoverEndpoint("a:1", true)),
                ns(
                        "RecoverEndpoint",
                        "lanes",
                        "{\"endpoint\":\"a:1\",\"need_restore\":false,\"concurrency\":1}",
                        n -> n.recoverEndpoint("a:1", false, 1)),
                ns("MakeSnapshotNS", "", "{\"name\":\"t1\",\"pid\":0,\"db\":\"demo_db\"}", n -> n.makeSnapshot(T1))
                        .shownAs(m -> m.nameServer().requests().makeSnapshot(T1)),
                ns(
                        "MakeSnapshotNS",
                        "offset",
                        "{\"name\":\"t1\",\"pid\":0,\"offset\":7,\"db\":\"demo_db\"}",
                        n -> n.makeSnapshot(T1, 7)),
                ns("CancelOP", "", "{\"op_id\":52}", n -> n.cancelOp(52))
                        .shownAs(m -> m.nameServer().requests().cancelOp(52)),
                ns("DeleteOP", "one", "{\"op_id\":52}", n -> n.deleteOp(52))
                        .shownAs(m -> m.nameServer().requests().deleteOp(52)),
                ns(
                                "DeleteOP",
                                "failed",
                                "{\"db\":\"demo_db\",\"status\":\"kFailed\"}",
                                n -> n.deleteOps("demo_db", OpState.Known.FAILED))
                        .shownAs(m -> m.nameServer().requests().deleteOps("demo_db", OpState.Known.FAILED)),
                ns(
                        "DeleteOP",
                        "done",
                        "{\"db\":\"demo_db\",\"status\":\"kDone\"}",
                        n -> n.deleteOps("demo_db", OpState.Known.DONE)),
                ns(
                        "DeleteOP",
                        "canceled",
                        "{\"db\":\"demo_db\",\"status\":\"kCanceled\"}",
                        n -> n.deleteOps("demo_db", OpState.Known.CANCELED)),
                tablet("GetTableStatus", "all", "{}", TabletServer::partitions),
                tablet("GetTableStatus", "one", "{\"tid\":6,\"pid\":1,\"need_schema\":false}", t -> t.partition(6, 1)),
                tablet("GetTableFollower", "", "{\"tid\":6,\"pid\":1}", t -> t.followers(6, 1)),
                tablet(
                        "GetTermPair",
                        "",
                        "{\"tid\":6,\"pid\":1,\"storage_mode\":\"kSSD\"}",
                        t -> t.termPair(6, 1, StorageMode.Known.SSD)),
                tablet(
                                "LoadTable",
                                "",
                                "{\"table_meta\":{\"name\":\"t1\",\"tid\":6,\"pid\":1,\"seg_cnt\":8,\"storage_mode\":\"kMemory\",\"mode\":\"kTableLeader\"}}",
                                t -> t.load(LOAD))
                        .shownAs(m -> m.tablet("tablet_a").loadRequest(LOAD)),
                tablet("version", "tablet", "", TabletServer::version).answered("0.9.3-x"),
                ns("version", "leader", "", NameServer::version).answered("0.9.3-x"),
                tablet("health", "", "", t -> assertThat(t.healthy()).isTrue()).answered("OK"));
    }

    @TestFactory
    Stream<DynamicTest> everyCallGoesWhereTheContractSays() {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.operation() + " " + row.what(), () -> check(row)));
    }

    private static void check(Row row) {
        boolean conf = row.operation().equals("ConfGet");
        Answer answer = row.body().isEmpty() ? Answer.of(200, "text/plain", row.reply()) : Answer.json(row.reply());
        try (FaultServer server = FaultServer.start(conf ? Mldb.LEADS : answer);
                OpenMldbOps mldb = Mldb.client(server)) {
            if (!conf) {
                server.prelude("/NameServer/ConfGet", Mldb.LEADS);
            }

            row.call().accept(mldb);

            assertThat(server.arrived()).isEqualTo(conf ? 2 : 1);
            FaultServer.Arrival sent = server.arrivals().get(conf ? 1 : 0);
            assertThat(sent.method() + " " + sent.path())
                    .isEqualTo(Operations.routes().get(row.operation()));
            assertThat(sent.query()).isEmpty();
            assertThat(sent.body()).isEqualTo(row.body());
            assertThat(sent.headers()).containsEntry("Authorization", "sdefault");
            assertThat(sent.headers().getOrDefault("Content-Type", ""))
                    .startsWith(row.body().isEmpty() ? "" : "application/json");
            row.shown().ifPresent(shown -> {
                RequestLine line = shown.apply(mldb);
                assertThat(line.method() + " " + line.url().replace(server.url().toString(), ""))
                        .isEqualTo(Operations.routes().get(row.operation()));
                assertThat(line.body()).hasValue(row.body());
                assertThat(line.curl()).contains("-H 'Authorization: sdefault'");
                assertThat(server.arrived()).as("showing sends nothing").isEqualTo(1);
            });
        }
    }

    @Test
    void theMatrixHasEveryWireMethod() {
        Set<String> covered = rows().stream().map(Row::operation).collect(Collectors.toCollection(TreeSet::new));

        assertThat(covered).isEqualTo(Operations.all());
    }

    @Test
    void everyMutationOfTheNameServerAndTabletIsShown() {
        Set<String> shown = rows().stream()
                .filter(row -> row.shown().isPresent())
                .map(Row::operation)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> mutations = new TreeSet<>(Operations.all());
        mutations.removeAll(Operations.reads());

        assertThat(shown).isEqualTo(mutations);
    }

    @Test
    void everyMutationSaysHowToLookWhetherItHappened() {
        assertThat(Operations.mutationsWithoutALook()).isEmpty();
    }

    @Test
    void whatMakesANameServerGiveUpIsNotThere() {
        assertThat(Operations.all())
                .doesNotContain("DisConnectZK", "SetTablePartition")
                .hasSize(24);
    }
}
