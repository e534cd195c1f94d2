package dev.opsdk.simulator.ccr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.Wire;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The traps of the real syncer, one test each, by their numbers in the contract. */
class TrapsTest extends CcrTest {

    private static final String ORDERS = Wire.named("orders");

    @ParameterizedTest
    @EnumSource(names = {"G3", "G4", "G5"})
    void t1_aPausedJobIsStillReportedRunning(CcrGeneration generation) {
        CcrSimulator sim = withIncrementalJob(generation, "orders");
        assertThat(wire(sim).text("/pause", ORDERS)).isEqualTo(OK);
        sim.advance(Duration.ofMinutes(5));
        assertThat(status(sim).get("state").asText()).isEqualTo("running");
        assertThat(wire(sim)
                        .json("/job_detail", "orders")
                        .at("/job_detail/state")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"G1", "G2", "G6"})
    void t1_theOldestAndTheNewestTellTheTruthAboutAPause(CcrGeneration generation) {
        CcrSimulator sim = withIncrementalJob(generation, "orders");
        wire(sim).post("/pause", ORDERS);
        assertThat(status(sim).get("state").asText()).isEqualTo("paused");
        wire(sim).post("/resume", ORDERS);
        assertThat(status(sim).get("state").asText()).isEqualTo("running");
    }

    @ParameterizedTest
    @EnumSource(names = {"G4", "G5", "G6"})
    void t2_afterARestartAPausedTableJobIsReportedRunningInDbFullSync(CcrGeneration generation) {
        CcrSimulator sim = start(generation);
        wire(sim).post("/create_ccr", Jobs.ofTable("orders", "t1"));
        settle(sim);
        wire(sim).post("/pause", ORDERS);
        restart(sim);
        sim.advance(Duration.ofMinutes(5));
        assertThat(status(sim).get("state").asText()).isEqualTo("running");
        assertThat(status(sim).get("progress_state").asText()).isEqualTo("DBFullSync");
        assertThat(sim.job("orders").isPaused()).isTrue();
        assertThat(sim.job("orders").phase()).isEqualTo("TableIncrementalSync");
    }

    @Test
    void t2_aNewTableJobSaysDbFullSyncUntilItsFirstStep() {
        CcrSimulator sim = start(CcrGeneration.G4);
        wire(sim).post("/create_ccr", Jobs.ofTable("orders", "t1"));
        assertThat(status(sim).get("progress_state").asText()).isEqualTo("DBFullSync");
        step(sim);
        assertThat(status(sim).get("progress_state").asText()).isEqualTo("TableFullSync");
    }

    @Test
    void t3_oneHungJobAndOneWaitingWriteCallFreezeTheCallsOfOtherJobs() throws Exception {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        wire(sim).post("/create_ccr", Jobs.ofDatabase("other"));
        sim.node(0).hangNextStep("orders");
        step(sim);
        assertThat(sim.job("orders").isHanging()).isTrue();

        CompletableFuture<HttpResponse<String>> pause = wire(sim).postLater("/pause", ORDERS);
        awaitWaiting(sim, 1);
        assertThat(wire(sim).json("/job_status", "other").get("success").asBoolean())
                .isTrue();

        CompletableFuture<HttpResponse<String>> skip =
                wire(sim).postLater("/job_skip_binlog", "{\"name\":\"orders\",\"skip_by\":\"fullsync\"}");
        awaitWaiting(sim, 2);
        CompletableFuture<HttpResponse<String>> other = wire(sim).postLater("/job_status", Wire.named("other"));
        awaitWaiting(sim, 3);

        for (String path : List.of("/job_detail", "/job_progress", "/list_jobs", "/get_lag")) {
            assertThat(wire(sim).json(path, "other").get("success").asBoolean())
                    .as(path)
                    .isTrue();
            assertThat(wire(sim).json(path, "orders").get("success").asBoolean())
                    .as(path)
                    .isTrue();
        }
        assertThat(sim.journal().executed("/pause")).isEmpty();
        assertThat(List.of(pause, skip, other)).noneMatch(CompletableFuture::isDone);

        sim.node(0).releaseStep("orders");
        assertThat(pause.get(10, TimeUnit.SECONDS).body()).isEqualTo(OK);
        assertThat(skip.get(10, TimeUnit.SECONDS).body()).isEqualTo(OK);
        assertThat(other.get(10, TimeUnit.SECONDS).body()).contains("\"name\":\"other\"");
        assertThat(sim.job("orders").isPaused()).isTrue();
    }

    @Test
    void t3_aCallWhoseClientGaveUpIsExecutedWhenTheStepEnds() throws Exception {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        sim.node(0).hangNextStep("orders");
        step(sim);
        CompletableFuture<HttpResponse<String>> pause = wire(sim).postLater("/pause", ORDERS);
        awaitWaiting(sim, 1);
        pause.cancel(true);
        sim.node(0).releaseStep("orders");
        assertThat(sim.journal()
                        .await(
                                entry -> entry.outcome() == Outcome.EXECUTED
                                        && entry.path().equals("/pause"),
                                Duration.ofSeconds(10)))
                .isPresent();
        assertThat(sim.job("orders").isPaused()).isTrue();
    }

    @Test
    void t3_aHangingStepHasItsBinlogInWorkAndThatCountsAsDone() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        long seq = sim.source().write("demo", 1);
        sim.node(0).hangNextStep("orders");
        step(sim);
        JsonNode progress = wire(sim).json("/job_progress", "orders").get("job_progress");
        assertThat(progress.get("commit_seq").asLong()).isEqualTo(seq);
        assertThat(progress.get("prev_commit_seq").asLong()).isEqualTo(seq - 1);
        assertThat(progress.get("sub_sync_state")).hasToString("{\"state\":12,\"binlog_type\":0}");
        assertThat(wire(sim).json("/get_lag", "orders").get("lag").asLong()).isZero();
        sim.node(0).releaseStep("orders");
        assertThat(sim.job("orders").prevCommitSeq()).isEqualTo(seq);
    }

    @Test
    void t3_aCreateThatHangsOnSqlFreezesTheStatusOfOtherJobs() throws Exception {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        sim.source().hangQueries(true);
        CompletableFuture<HttpResponse<String>> create = wire(sim).postLater("/create_ccr", Jobs.ofDatabase("other"));
        awaitWaiting(sim, 1);
        CompletableFuture<HttpResponse<String>> status = wire(sim).postLater("/job_status", ORDERS);
        awaitWaiting(sim, 2);
        assertThat(wire(sim).text("/list_jobs", "")).isEqualTo("{\"success\":true,\"jobs\":[\"orders\"]}");
        assertThat(List.of(create, status)).noneMatch(CompletableFuture::isDone);
        sim.source().hangQueries(false);
        assertThat(create.get(10, TimeUnit.SECONDS).body()).isEqualTo(OK);
        assertThat(status.get(10, TimeUnit.SECONDS).body()).contains("DBIncrementalSync");
    }

    @Test
    void t3_aNodeThatDiesTakesTheWaitingCallsWithIt() throws Exception {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        sim.node(0).hangNextStep("orders");
        step(sim);
        CompletableFuture<HttpResponse<String>> pause = wire(sim).postLater("/pause", ORDERS);
        awaitWaiting(sim, 1);
        restart(sim);
        assertThatThrownBy(() -> pause.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        assertThat(sim.journal().await(entry -> entry.outcome() == Outcome.NOT_PROCESSED, Duration.ofSeconds(10)))
                .isPresent();
        assertThat(sim.job("orders").isPaused()).isFalse();
        assertThat(wire(sim).text("/pause", ORDERS)).isEqualTo(OK);
        sim.node(0).releaseStep("gone");
    }

    @Test
    void t4_notExistHasThreeSpellingsAndOneOfThemPassesByItself() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        assertThat(wire(sim).text("/pause", Wire.named("nope"))).contains("\"job nope not exist\"");
        assertThat(wire(sim).text("/get_lag", Wire.named("nope")))
                .contains("sqlite: get job failed, name: nope: [db] sql: no rows in result set");
        assertThat(wire(sim).text("/update_host_mapping", "{\"name\":\"nope\",\"src_host_mapping\":{\"a\":\"b\"}}"))
                .contains("[normal] job not exist: nope");
        sim.node(0).kill();
        sim.node(0).restart();
        assertThat(wire(sim).text("/pause", ORDERS)).contains("[normal] job not exist: orders");
        assertThat(wire(sim).text("/list_jobs", "")).contains("orders");
        sim.advance(Duration.ofSeconds(2));
        assertThat(wire(sim).text("/pause", ORDERS)).isEqualTo(OK);
    }

    @Test
    void t7_aNameWithACommaIsListedCutAndCannotBeUsedAsListed() {
        CcrSimulator sim = start(CcrGeneration.G4);
        wire(sim).post("/create_ccr", Jobs.ofDatabase("my, job"));
        assertThat(wire(sim).text("/list_jobs", "")).isEqualTo("{\"success\":true,\"jobs\":[\"my\"]}");
        assertThat(wire(sim).text("/delete", Wire.named("my"))).contains("job my not exist");
        assertThat(wire(sim).text("/delete", Wire.named("my, job"))).isEqualTo(OK);
    }

    @Test
    void t8_aNameThatIsNoMetricNameBreaksMetricsForGood() {
        CcrSimulator sim = start(CcrGeneration.G4);
        wire(sim).post("/create_ccr", Jobs.ofDatabase("tbl-job.1"));
        assertThat(wire(sim).text("/metrics", "")).contains("ccr_metrics_vm_job_handlingCommitSeq_tbl_job_1 -1\n");
        wire(sim).post("/create_ccr", Jobs.ofDatabase("my, job"));
        wire(sim).post("/delete", Wire.named("my, job"));
        HttpResponse<String> broken = wire(sim).post("/metrics", "");
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body().lines())
                .containsExactly(
                        "An error has occurred while serving metrics:",
                        "",
                        "\"ccr_metrics_vm_job_handlingCommitSeq_my,_job\" is not a valid metric name");
        restart(sim);
        assertThat(wire(sim).post("/metrics", "").statusCode()).isEqualTo(200);
    }

    @Test
    void t9_desyncSaysSuccessWhenOnlyAMiddleTableFailed() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        sim.destination().database("demo2").table("t1").refuseAlter(true);
        assertThat(wire(sim).text("/desync", ORDERS)).isEqualTo(OK);
        assertThat(sim.destination().isBeingSynced("demo2", "t1")).isTrue();
        assertThat(sim.destination().isBeingSynced("demo2", "t2")).isFalse();
        assertThat(sim.job("orders").isPaused()).isFalse();
    }

    @Test
    void t9_desyncFailsWhenTheLastTableFails() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        sim.destination().database("demo2").table("t2").refuseAlter(true);
        assertThat(wire(sim).text("/desync", ORDERS))
                .startsWith("{\"success\":false,\"error_msg\":\"failed tables: `t2`: exec sql ALTER TABLE `demo2`.`t2` "
                        + "SET (\\\"is_being_synced\\\"=\\\"false\\\") failed: [normal] Error 1105");
        assertThat(sim.destination().isBeingSynced("demo2", "t1")).isFalse();
    }

    @Test
    void t10_anUpperCaseSkipIsAcceptedAndNeverDone() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        long bad = sim.source().write("demo", 1);
        sim.job("orders").failAt(bad);
        for (String by : List.of("SILENCE", "FULLSYNC")) {
            String skip = "{\"name\":\"orders\",\"skip_by\":\"" + by + "\",\"skip_commit_seq\":" + bad + "}";
            assertThat(wire(sim).text("/job_skip_binlog", skip)).isEqualTo(OK);
            sim.advance(Duration.ofMinutes(1));
            assertThat(sim.job("orders").lag()).isEqualTo(1);
            assertThat(sim.job("orders").isIncremental()).isTrue();
            assertThat(wire(sim)
                            .json("/job_detail", "orders")
                            .at("/job_detail/extra/skip_by")
                            .asText())
                    .isEqualTo(by);
        }
    }

    @Test
    void t11_aSkipRequestIsLostInARestartFromG5On() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G5, "orders");
        wire(sim).post("/pause", ORDERS);
        wire(sim).post("/job_skip_binlog", "{\"name\":\"orders\",\"skip_by\":\"fullsync\"}");
        assertThat(sim.job("orders").pendingSkip()).isPresent();
        assertThat(wire(sim).json("/job_detail", "orders").at("/job_detail/extra"))
                .hasToString("{\"DroppedIndexes\":null}");
        restart(sim);
        assertThat(sim.job("orders").pendingSkip()).isEmpty();
    }

    @Test
    void t11_aSkipRequestSurvivesARestartInG4() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        wire(sim).post("/pause", ORDERS);
        wire(sim).post("/job_skip_binlog", "{\"name\":\"orders\",\"skip_by\":\"silence\",\"skip_commit_seq\":1001}");
        restart(sim);
        assertThat(wire(sim).json("/job_detail", "orders").at("/job_detail/extra"))
                .hasToString("{\"skip_binlog\":true,\"skip_commit_seq\":1001,\"skip_by\":\"silence\"}");
    }

    @Test
    void t11_aForcedFullSyncIsLostInARestartOfG4() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        wire(sim).post("/pause", ORDERS);
        wire(sim).post("/force_fullsync", ORDERS);
        restart(sim);
        wire(sim).post("/resume", ORDERS);
        sim.advance(Duration.ofSeconds(6));
        assertThat(sim.job("orders").isIncremental()).isTrue();
    }

    @Test
    void t12_aJobThatStartsOverByItselfShowsOnlyInItsProgress() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        long before = sim.job("orders").syncId();
        sim.job("orders").startUnplannedFullSync("[meta] table t1 not found");
        JsonNode progress = wire(sim).json("/job_progress", "orders").get("job_progress");
        assertThat(progress.get("job_sync_id").asLong()).isGreaterThan(before);
        assertThat(progress.at("/full_sync_info/info").asText()).isEqualTo("[meta] table t1 not found");
        assertThat(status(sim).get("state").asText()).isEqualTo("running");
    }

    @ParameterizedTest
    @EnumSource(names = {"G4", "G5"})
    void t13_recreatingANameTooSoonLosesTheNewJob(CcrGeneration generation) {
        CcrSimulator sim = withIncrementalJob(generation, "orders");
        assertThat(wire(sim).text("/delete", ORDERS)).isEqualTo(OK);
        assertThat(wire(sim).text("/delete", ORDERS)).contains("job orders not exist");
        assertThat(wire(sim).text("/create_ccr", Jobs.ofDatabase("orders"))).isEqualTo(OK);
        step(sim);
        assertThat(sim.job("orders").exists()).isFalse();
        assertThat(wire(sim).text("/list_jobs", "")).isEqualTo(OK);
        assertThat(wire(sim).text("/job_status", ORDERS)).contains("job orders not exist");
        assertThat(wire(sim).text("/create_ccr", Jobs.ofDatabase("orders")))
                .contains("job: orders: [normal] job exist");
    }

    @Test
    void t13_recreatingANameLaterIsFine() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        wire(sim).post("/delete", ORDERS);
        step(sim);
        assertThat(wire(sim).text("/create_ccr", Jobs.ofDatabase("orders"))).isEqualTo(OK);
        settle(sim);
        assertThat(sim.job("orders").isIncremental()).isTrue();
    }

    @Test
    void t13_theNewestAsksToWait() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G6, "orders");
        wire(sim).post("/delete", ORDERS);
        assertThat(wire(sim).text("/create_ccr", Jobs.ofDatabase("orders")))
                .contains("job is being deleted, please wait and retry");
        step(sim);
        assertThat(wire(sim).text("/create_ccr", Jobs.ofDatabase("orders"))).isEqualTo(OK);
        settle(sim);
        assertThat(sim.job("orders").exists()).isTrue();
    }

    @Test
    void t14_aRefusedCreateLeavesAnEmptyDatabaseBehind() {
        CcrSimulator sim = start(CcrGeneration.G4);
        assertThat(wire(sim).text("/create_ccr", Jobs.of("x", "demo", "zz", "fresh", "zz", "")))
                .contains("src table demo.zz not exists");
        assertThat(sim.destination().hasDatabase("fresh")).isFalse();
        sim.refuseMetadataWrites(true);
        assertThat(wire(sim).text("/create_ccr", Jobs.of("x", "demo", "t1", "fresh", "t1", "")))
                .contains("\"success\":false", "sqlite:", "[db]");
        assertThat(sim.job("x").exists()).isFalse();
        assertThat(sim.destination().hasDatabase("fresh")).isTrue();
    }

    @Test
    void aJobWhoseDeletionFailsIsStoppedAndStillThere() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        sim.refuseMetadataWrites(true);
        assertThat(wire(sim).text("/delete", ORDERS))
                .contains("remove job [orders] in db failed, but job is stopped, if can resume/delete, please do it "
                        + "manually");
        assertThat(sim.job("orders").exists()).isTrue();
        assertThat(sim.job("orders").isLoaded()).isFalse();
    }

    private static JsonNode status(CcrSimulator sim) {
        return wire(sim).json("/job_status", "orders").get("status");
    }

    private static void restart(CcrSimulator sim) {
        sim.node(0).kill();
        sim.node(0).restart();
        sim.advance(Duration.ofSeconds(2));
    }

    private static void awaitWaiting(CcrSimulator sim, int calls) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (sim.node(0).waitingCalls() < calls && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(sim.node(0).waitingCalls()).isEqualTo(calls);
    }
}
