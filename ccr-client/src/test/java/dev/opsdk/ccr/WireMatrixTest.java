package dev.opsdk.ccr;

import static dev.opsdk.core.call.Effect.MUTATION;
import static dev.opsdk.core.call.Effect.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.ccr.internal.JsonTrees;
import dev.opsdk.ccr.model.Feature;
import dev.opsdk.ccr.model.JobDetail;
import dev.opsdk.ccr.model.JobLag;
import dev.opsdk.ccr.model.JobProgress;
import dev.opsdk.ccr.model.JobState;
import dev.opsdk.ccr.model.JobStatus;
import dev.opsdk.ccr.model.SyncerMetrics;
import dev.opsdk.ccr.model.ViewRow;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.internal.Operation;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.core.testkit.FaultServer.Arrival;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What each operation is on the wire, and what becomes of the recorded answer to it. */
class WireMatrixTest {
    private static final String DONE = "{\"success\":true}";
    private static final String VIEW =
            "{\"success\":true,\"jobs\":[{\"jobName\":\"db_job\",\"type\":\"db_sync\",\"lag\":\"3\",\"lagSec\":\"0\","
                    + "\"syncState\":\"DBIncrementalSync\",\"subSyncState\":\"Done\",\"lastFullSyncTime\":\"1\","
                    + "\"lastFullSyncReason\":\"new job\",\"isHostMapping\":\"false\",\"otherArgs\":\"\"}]}";
    private static final String TABLE = "db_job\tdb_sync\tDBIncrementalSync\n";

    /**
     * What a call has to be.
     *
     * @param effect by the contract's table
     * @param target method, path and query
     * @param body the exact JSON, or empty for none
     * @param reply what the server says
     * @param result what comes of it
     */
    private record Row(Effect effect, String target, String body, String reply, Consumer<Object> result) {}

    private static final Map<String, Row> ROWS = Map.ofEntries(
            Map.entry(
                    "version by client",
                    read("GET /version", "", recorded("version GET"), is("2.1.8-alpha.2-dev:56d7533"))),
            Map.entry(
                    "version by syncer",
                    read("GET /version", "", recorded("version GET"), is("2.1.8-alpha.2-dev:56d7533"))),
            Map.entry(
                    "list_jobs by client",
                    read("GET /list_jobs", "", recorded("list_jobs GET"), WireMatrixTest::jobsAsRecorded)),
            Map.entry(
                    "list_jobs by syncer",
                    read("GET /list_jobs", "", recorded("list_jobs GET"), WireMatrixTest::jobsAsRecorded)),
            Map.entry("features by client", read("GET /features", "", recorded("features"), WireMatrixTest::features)),
            Map.entry("features by syncer", read("GET /features", "", recorded("features"), WireMatrixTest::features)),
            Map.entry("metrics by syncer", read("GET /metrics", "", recordedMetrics(), WireMatrixTest::metrics)),
            Map.entry("view by json", read("GET /view?type=json", "", VIEW, WireMatrixTest::rows)),
            Map.entry("view by table", read("GET /view?type=table", "", TABLE, is(TABLE))),
            Map.entry(
                    "job_status by job",
                    read(
                            "POST /job_status",
                            named(),
                            recorded("job_status db_job"),
                            result -> assertThat(result)
                                    .asInstanceOf(InstanceOfAssertFactories.type(JobStatus.class))
                                    .satisfies(
                                            status -> assertThat(status.name()).contains("db_job")))),
            Map.entry(
                    "job_detail by job",
                    read(
                            "POST /job_detail",
                            named(),
                            recorded("job_detail db_job"),
                            result -> assertThat(result)
                                    .asInstanceOf(InstanceOfAssertFactories.type(JobDetail.class))
                                    .satisfies(detail -> assertThat(
                                                    detail.state().orElseThrow().is(JobState.Known.RUNNING))
                                            .isTrue()))),
            Map.entry(
                    "job_progress by job",
                    read(
                            "POST /job_progress",
                            named(),
                            recorded("job_progress b_job incremental"),
                            result -> assertThat(result)
                                    .asInstanceOf(InstanceOfAssertFactories.type(JobProgress.class))
                                    .satisfies(progress ->
                                            assertThat(progress.prevCommitSeq()).hasValue(1000)))),
            Map.entry(
                    "get_lag by job",
                    read(
                            "POST /get_lag",
                            named(),
                            recorded("get_lag db_job (during full sync)"),
                            result -> assertThat(result)
                                    .asInstanceOf(InstanceOfAssertFactories.type(JobLag.class))
                                    .satisfies(lag -> assertThat(lag.lag()).isPresent()))),
            Map.entry("create_ccr by job", change("POST /create_ccr", sent("create_ccr same name again"))),
            Map.entry("pause by job", change("POST /pause", sent("pause db_job"))),
            Map.entry("resume by job", change("POST /resume", sent("resume db_job"))),
            Map.entry("delete by job", change("POST /delete", named())),
            Map.entry("desync by job", change("POST /desync", sent("desync db_job (one table fails)"))),
            Map.entry("sync by job", change("POST /sync", named())),
            Map.entry("force_fullsync by job", change("POST /force_fullsync", sent("force_fullsync"))),
            Map.entry("job_skip_binlog by job", change("POST /job_skip_binlog", sent("job_skip_binlog silence seq"))),
            Map.entry(
                    "update_host_mapping by job", change("POST /update_host_mapping", sent("update_host_mapping ok"))),
            Map.entry("update_job by job", change("POST /update_job", "{\"name\":\"db_job\",\"skip_error\":true}")));

    @Test
    void noOperationOfTheInterfaceIsForgotten() {
        assertThat(WireCall.all().stream().map(WireCall::operation).collect(Collectors.toSet()))
                .isEqualTo(WireCall.operations().keySet());
        assertThat(WireCall.all().stream().map(WireCall::toString).collect(Collectors.toSet()))
                .isEqualTo(ROWS.keySet());
    }

    @TestFactory
    Stream<DynamicTest> everyOperationIsOnTheWireAsTheContractSays() {
        return WireCall.all().stream().map(call -> DynamicTest.dynamicTest(call.toString(), () -> check(call)));
    }

    @TestFactory
    Stream<DynamicTest> everyOperationHasTheEffectOfTheContract() {
        return WireCall.all().stream()
                .map(call -> DynamicTest.dynamicTest(
                        call.toString(),
                        () -> assertThat(call.effect())
                                .isEqualTo(ROWS.get(call.toString()).effect())));
    }

    @TestFactory
    Stream<DynamicTest> everyMutationSaysHowToLookWhetherItHappened() {
        return WireCall.operations().values().stream()
                .map(method -> method.getAnnotation(Operation.class))
                .filter(operation -> operation.effect() == MUTATION)
                .map(operation -> DynamicTest.dynamicTest(
                        operation.value(), () -> assertThat(operation.look()).startsWith("look ")));
    }

    private static void check(WireCall call) {
        Row row = ROWS.get(call.toString());
        try (FaultServer server = FaultServer.start(plain(row.reply()));
                CcrClient ccr = CcrClient.connect(server.url().toString())) {
            if (call.operation().equals("update_host_mapping")) {
                server.prelude("/job_detail", plain(recorded("job_detail db_job")));
            }
            row.result().accept(call.call().apply(ccr));
            assertThat(server.arrivals()).hasSize(1);
            Arrival arrival = server.arrivals().get(0);
            String query = arrival.query().isEmpty() ? "" : "?" + arrival.query();
            assertThat(arrival.method() + " " + arrival.path() + query).isEqualTo(row.target());
            assertThat(arrival.headers()).doesNotContainKeys("Authorization", "Cookie");
            if (row.body().isEmpty()) {
                assertThat(arrival.body()).isEmpty();
                assertThat(arrival.headers()).doesNotContainKey("Content-Type");
            } else {
                assertThat(arrival.headers().get("Content-Type")).startsWith("application/json");
                assertThat(JsonTrees.tree(arrival.body())).isEqualTo(JsonTrees.tree(row.body()));
            }
        }
    }

    private static Answer plain(String body) {
        return Answer.of(200, "text/plain; charset=utf-8", body);
    }

    private static Row read(String target, String body, String reply, Consumer<Object> result) {
        return new Row(READ, target, body, reply, result);
    }

    private static Row change(String target, String body) {
        return new Row(MUTATION, target, body, DONE, is("done"));
    }

    private static String named() {
        return "{\"name\":\"db_job\"}";
    }

    private static String sent(String title) {
        return RecordedExchanges.titled(title).request().body().orElseThrow();
    }

    private static String recorded(String title) {
        return RecordedExchanges.titled(title).response().body();
    }

    private static String recordedMetrics() {
        return RecordedExchanges.all().stream()
                .filter(exchange -> exchange.request().path().equals("/metrics"))
                .map(RecordedExchanges.Exchange::response)
                .filter(response -> response.status() == 200)
                .filter(response -> response.body().endsWith("\n"))
                .findFirst()
                .orElseThrow()
                .body();
    }

    private static Consumer<Object> is(String expected) {
        return result -> assertThat(result).isEqualTo(expected);
    }

    private static void jobsAsRecorded(Object result) {
        assertThat(result).isEqualTo(List.of("db_job", "tbl_job", "my", "b_job"));
    }

    private static void features(Object result) {
        assertThat(result)
                .asInstanceOf(InstanceOfAssertFactories.list(Feature.class))
                .hasSize(11);
    }

    private static void metrics(Object result) {
        assertThat(result)
                .asInstanceOf(InstanceOfAssertFactories.type(SyncerMetrics.class))
                .satisfies(metrics -> assertThat(metrics.samples()).isNotEmpty());
    }

    private static void rows(Object result) {
        assertThat(result)
                .asInstanceOf(InstanceOfAssertFactories.list(ViewRow.class))
                .singleElement()
                .satisfies(row -> assertThat(row.jobName()).contains("db_job"));
    }
}
