package dev.opsdk.oms;

import static dev.opsdk.oms.model.Generation.GEN1;
import static dev.opsdk.oms.model.Generation.GEN2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.procedure.RequestLine;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.oms.internal.Operations;
import dev.opsdk.oms.model.CheckerType;
import dev.opsdk.oms.model.CheckerUpdate;
import dev.opsdk.oms.model.ConnectorScope;
import dev.opsdk.oms.model.ConnectorStart;
import dev.opsdk.oms.model.ConnectorUpdate;
import dev.opsdk.oms.model.Generation;
import dev.opsdk.oms.model.PullBack;
import dev.opsdk.oms.model.StoreName;
import dev.opsdk.oms.model.WriterUpdate;
import java.time.Instant;
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

/** Method, path, and place of every parameter, against the table of the contract. */
class WireMatrixTest {
    private static final String C = "10.10.10.1-9000%3Ap_48wf_light-1-0%3A0000000001";
    private static final String C2 = "10.10.10.1-9000%3Aconnector_v2%3Anp_56el-incr_trans-1-0%3A0000000001";
    private static final String W = "10.10.10.1-9000%3Ap_3b7i_source-000-0%3A0000000069";
    private static final String S = "10.10.10.1-7100%3Ap_4223_source-000-0%3A0000000007";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Instant THEN = Instant.ofEpochSecond(1_676_286_000);
    private static final ConnectorStart ANEW =
            ConnectorStart.builder().fromNewCheckpoint().build();
    private static final ConnectorUpdate KEY =
            ConnectorUpdate.builder().source("username", "test").build();
    private static final ConnectorUpdate JVM = ConnectorUpdate.builder()
            .jvm(j -> j.initialHeap("4g").maxHeap("6g").youngGeneration("2g"))
            .build();
    private static final ConnectorUpdate BACK = ConnectorUpdate.pullBack(PullBack.to("sub", THEN));
    private static final ConnectorUpdate SINK =
            ConnectorUpdate.builder().sink("k", "v").build();

    private record Row(
            String operation,
            String what,
            Generation generation,
            String method,
            String path,
            String query,
            String body,
            String reply,
            Consumer<OmsClient> call,
            Optional<Function<OmsClient, RequestLine>> shown) {

        private Row answered(String json) {
            return new Row(operation, what, generation, method, path, query, body, json, call, shown);
        }

        private Row shownAs(Function<OmsClient, RequestLine> line) {
            return new Row(operation, what, generation, method, path, query, body, reply, call, Optional.of(line));
        }
    }

    private static Row row(
            String operation,
            String what,
            Generation generation,
            String method,
            String path,
            String query,
            String body,
            Consumer<OmsClient> call) {
        return new Row(operation, what, generation, method, path, query, body, Cm.OK, call, Optional.empty());
    }

    private static Row first(String operation, String what, String query, String body, Consumer<Connector> call) {
        String method = operation.endsWith("migrate") ? "GET" : "POST";
        String path = "/connector/task/" + operation.replace("connector ", "");
        return row(operation, what, GEN1, method, path, query, body, oms -> call.accept(oms.connector(Cm.CONNECTOR)));
    }

    private static Row second(String operation, String what, String query, String body, Consumer<Connector> call) {
        String path = "/connector/task/v2/" + operation.replace("connector v2 ", "");
        return row(
                operation, what, GEN2, "POST", path, query, body, oms -> call.accept(oms.connector(Cm.CONNECTOR_V2)));
    }

    private static Row writer(String operation, String what, String body, Consumer<Writer> call) {
        String path = "/" + operation.replace(' ', '/');
        return row(operation, what, GEN1, "POST", path, "", body, oms -> call.accept(oms.writer(Cm.WRITER)));
    }

    private static Row store(String operation, Consumer<Store> call) {
        String path = "/" + operation.replace(' ', '/');
        return row(operation, "", GEN1, "POST", path, "", "crawler=" + S, oms -> call.accept(oms.store(Cm.STORE)));
    }

    private static Row checker(String operation, String body, Consumer<Checker> call) {
        String path = "/" + operation.replace(' ', '/');
        return row(operation, "", GEN1, "POST", path, "", body, oms -> call.accept(oms.checker("90215")));
    }

    private static List<Row> rows() {
        return List.of(
                first("connector startByName", "goes on", "taskName=" + C, "", Connector::start)
                        .shownAs(oms -> oms.connector(Cm.CONNECTOR).requests().start(ConnectorStart.PLAIN)),
                first(
                                "connector startByName",
                                "pulled back",
                                "taskName=" + C + "&resume=false",
                                "",
                                c -> c.start(s -> s.fromNewCheckpoint()))
                        .shownAs(oms -> oms.connector(Cm.CONNECTOR).requests().start(ANEW)),
                first("connector stopByName", "", "taskName=" + C, "", Connector::stop)
                        .shownAs(oms -> oms.connector(Cm.CONNECTOR).requests().stop()),
                first(
                                "connector updateByName",
                                "key",
                                "",
                                "taskName=" + C + "&source.username=test",
                                c -> c.update(KEY))
                        .shownAs(oms -> oms.connector(Cm.CONNECTOR).requests().update(KEY)),
                first("connector updateByName", "dest", "", "taskName=" + C + "&dest.k=v", c -> c.update(SINK)),
                first(
                        "connector updateByName",
                        "jvm",
                        "",
                        "taskName=" + C + "&coordinator.connector_jvm_param=-Xms4g+-Xmx6g+-Xmn2g",
                        c -> c.update(JVM)),
                first(
                        "connector updateByName",
                        "checkpoint",
                        "",
                        "taskName=" + C + "&source.checkpoint=%7B%22sub%22%3A%221676286000%22%7D",
                        c -> c.update(BACK)),
                first("connector migrate", "", "taskName=" + C + "&node=10.10.10.2", "", c -> c.migrate("10.10.10.2"))
                        .shownAs(oms -> oms.connector(Cm.CONNECTOR).requests().migrate(Optional.of("10.10.10.2"))),
                second("connector v2 resume", "goes on", "taskName=" + C2, "", Connector::start),
                second(
                                "connector v2 resume",
                                "pulled back",
                                "taskName=" + C2 + "&pullBackFlag=true",
                                "",
                                c -> c.start(s -> s.fromNewCheckpoint()))
                        .shownAs(
                                oms -> oms.connector(Cm.CONNECTOR_V2).requests().start(ANEW)),
                second(
                        "connector v2 resume",
                        "full import again",
                        "taskName=" + C2 + "&restartFlag=true",
                        "",
                        c -> c.start(s -> s.fullImportAgain())),
                second("connector v2 stop", "", "taskName=" + C2, "", Connector::stop)
                        .shownAs(
                                oms -> oms.connector(Cm.CONNECTOR_V2).requests().stop()),
                second(
                                "connector v2 update",
                                "key",
                                "taskName=" + C2,
                                "{\"source\":{\"username\":\"test\"}}",
                                c -> c.update(KEY))
                        .shownAs(
                                oms -> oms.connector(Cm.CONNECTOR_V2).requests().update(KEY)),
                second(
                        "connector v2 update",
                        "sink",
                        "taskName=" + C2,
                        "{\"sink\":{\"k\":\"v\"}}",
                        c -> c.update(SINK)),
                second(
                        "connector v2 update",
                        "jvm",
                        "taskName=" + C2,
                        "{\"coordinator\":{\"connectorJvmParam\":\"-Xms4g -Xmx6g -Xmn2g\"}}",
                        c -> c.update(JVM)),
                second(
                        "connector v2 update",
                        "checkpoint",
                        "taskName=" + C2 + "&deleteParams=source.checkpoint",
                        "{\"source\":{\"checkpoint\":\"{\\\"sub\\\":\\\"1676286000\\\"}\"}}",
                        c -> c.update(BACK)),
                second(
                        "connector v2 update",
                        "deletion",
                        "taskName=" + C2 + "&deleteParams=sink.a%2Ccoordinator.connectorJvmParam",
                        "{}",
                        c -> c.update(u -> u.delete(ConnectorScope.SINK, "a")
                                .delete(ConnectorScope.COORDINATOR, "connector_jvm_param"))),
                second(
                                "connector v2 migrate",
                                "named",
                                "taskName=" + C2 + "&ip=10.10.10.2",
                                "",
                                c -> c.migrate("10.10.10.2"))
                        .shownAs(
                                oms -> oms.connector(Cm.CONNECTOR_V2).requests().migrate(Optional.of("10.10.10.2"))),
                second("connector v2 migrate", "server picks", "taskName=" + C2, "", Connector::migrate),
                second("connector v2 delete", "", "taskName=" + C2, "", Connector::delete)
                        .shownAs(
                                oms -> oms.connector(Cm.CONNECTOR_V2).requests().delete()),
                writer("applier stop", "", "applierName=" + W, Writer::stop)
                        .shownAs(oms -> oms.writer(Cm.WRITER).requests().stop()),
                writer("applier start", "", "applierName=" + W, Writer::start)
                        .shownAs(oms -> oms.writer(Cm.WRITER).requests().start()),
                writer("applier clean", "", "applierName=" + W, Writer::clean)
                        .shownAs(oms -> oms.writer(Cm.WRITER).requests().clean()),
                writer("applier migrate", "", "applierName=" + W + "&node=10.10.10.2", w -> w.migrate("10.10.10.2"))
                        .shownAs(oms -> oms.writer(Cm.WRITER).requests().migrate("10.10.10.2")),
                writer(
                                "applier migrate",
                                "host down",
                                "applierName=" + W + "&node=10.10.10.2&force=true",
                                w -> w.migrateFromDeadHost("10.10.10.2"))
                        .shownAs(oms -> oms.writer(Cm.WRITER).requests().migrateFromDeadHost("10.10.10.2")),
                writer(
                                "applier update",
                                "",
                                "applierName=" + W + "&JDBCWriter.worker_num=32",
                                w -> w.update(u -> u.set("worker_num", "32")))
                        .shownAs(oms -> oms.writer(Cm.WRITER)
                                .requests()
                                .update(WriterUpdate.builder()
                                        .set("worker_num", "32")
                                        .build())),
                row(
                                "JDBCWriter detail",
                                "",
                                GEN1,
                                "GET",
                                "/JDBCWriter/detail",
                                "writerName=" + W,
                                "",
                                oms -> oms.writer(Cm.WRITER).detail())
                        .answered(Cm.seed("writer-detail"))
                        .shownAs(oms -> oms.writer(Cm.WRITER).requests().detail()),
                checker(
                                "checker start",
                                "task.id=90215&task.type=migrate&task.resume=true",
                                c -> c.start(CheckerType.MIGRATE))
                        .shownAs(oms -> oms.checker("90215").requests().start(CheckerType.MIGRATE)),
                checker(
                                "checker update",
                                "task.id=90215&limitator.table.diff.max=100000",
                                c -> c.update(u -> u.diffLimit(100_000)))
                        .shownAs(oms -> oms.checker("90215")
                                .requests()
                                .update(CheckerUpdate.builder()
                                        .diffLimit(100_000)
                                        .build())),
                checker("checker stop", "task.id=90215&task.type=verify", c -> c.stop(CheckerType.VERIFY))
                        .shownAs(oms -> oms.checker("90215").requests().stop(CheckerType.VERIFY)),
                store("crawler clear", Store::clear)
                        .shownAs(oms -> oms.store(Cm.STORE).requests().clear()),
                store("crawler restore", Store::restore)
                        .shownAs(oms -> oms.store(Cm.STORE).requests().restore()),
                store("crawler destroy", Store::destroy)
                        .shownAs(oms -> oms.store(Cm.STORE).requests().destroy()),
                row(
                                "crawler detail",
                                "",
                                GEN1,
                                "GET",
                                "/crawler/detail",
                                "filters=&crawler=" + S,
                                "",
                                oms -> oms.store(Cm.STORE).detail())
                        .answered(Cm.seed("store-detail"))
                        .shownAs(oms -> oms.store(Cm.STORE).requests().detail()),
                row(
                        "root",
                        "",
                        GEN1,
                        "GET",
                        "/",
                        "",
                        "",
                        oms -> oms.experimental().ping()),
                row(
                                "metrics ping",
                                "",
                                GEN1,
                                "GET",
                                "/metrics/ping",
                                "",
                                "",
                                oms -> assertThat(oms.experimental().metricsPing())
                                        .isTrue())
                        .answered("pong\n"),
                row(
                        "crawler list",
                        "",
                        GEN1,
                        "GET",
                        "/crawler/list",
                        "topic=p%2B1",
                        "",
                        oms -> oms.experimental().stores("p+1")),
                row(
                                "crawler start",
                                "",
                                GEN1,
                                "POST",
                                "/crawler/start",
                                "",
                                "topic=sub&checkpoint=%3A%3A%3A%3A1676286000%3A&role=master&type=DELIVER2STORE",
                                oms -> oms.experimental().startStore("sub", THEN, Experimental.DELIVER2STORE))
                        .shownAs(oms -> oms.experimental().startStoreRequest("sub", THEN, Experimental.DELIVER2STORE)),
                row(
                                "crawler stop",
                                "",
                                GEN1,
                                "POST",
                                "/crawler/stop",
                                "",
                                "crawler=" + S,
                                oms -> oms.experimental().stopStore(StoreName.of(Cm.STORE)))
                        .shownAs(oms -> oms.experimental().stopStoreRequest(StoreName.of(Cm.STORE))));
    }

    @TestFactory
    Stream<DynamicTest> everyCallGoesWhereTheContractSays() {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.operation() + " " + row.what(), () -> check(row)));
    }

    private static void check(Row row) {
        try (FaultServer server = FaultServer.start(Answer.json(row.reply()));
                OmsClient oms = Cm.client(server, row.generation())) {
            row.call().accept(oms);

            FaultServer.Arrival sent = server.arrivals().get(0);
            assertThat(server.arrived()).isEqualTo(1);
            assertThat(sent.method()).isEqualTo(row.method());
            assertThat(sent.path()).isEqualTo(row.path());
            assertThat(sent.query()).isEqualTo(row.query());
            assertThat(sent.body()).isEqualTo(row.body());
            String type = row.body().isEmpty() ? "" : row.body().startsWith("{") ? "application/json" : FORM;
            assertThat(sent.headers().getOrDefault("Content-Type", "")).startsWith(type);
            if (row.method().equals("POST")) {
                assertThat(sent.headers())
                        .containsEntry(
                                "Content-Length", Integer.toString(row.body().length()));
            }
            row.shown().ifPresent(shown -> {
                RequestLine line = shown.apply(oms);
                assertThat(line.method()).isEqualTo(row.method());
                assertThat(line.url())
                        .isEqualTo(server.url() + row.path() + (row.query().isEmpty() ? "" : "?" + row.query()));
                assertThat(line.body().orElse("")).isEqualTo(row.body());
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
    void seventeenCallsOfTheFirstGenerationAndFiveOfTheSecondAreDocumented() {
        assertThat(Operations.documented()).hasSize(22);
        assertThat(Operations.documented())
                .filteredOn(name -> name.startsWith("connector v2"))
                .hasSize(5);
    }

    @Test
    void everyMutationSaysHowToLookWhetherItHappened() {
        assertThat(Operations.mutationsWithoutALook()).isEmpty();
    }
}
