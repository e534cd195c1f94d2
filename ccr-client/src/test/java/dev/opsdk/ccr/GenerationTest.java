package dev.opsdk.ccr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.opsdk.ccr.assess.Lag;
import dev.opsdk.ccr.model.CreateJob;
import dev.opsdk.ccr.model.Generation;
import dev.opsdk.ccr.model.JobDetail;
import dev.opsdk.ccr.model.JobLag;
import dev.opsdk.ccr.model.JobState;
import dev.opsdk.ccr.model.SkipBinlog;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.PreconditionException;
import dev.opsdk.core.error.RejectedException;
import dev.opsdk.core.error.UnsupportedException;
import dev.opsdk.core.error.UpstreamFailedException;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.ccr.CcrGeneration;
import dev.opsdk.simulator.ccr.CcrSimulator;
import dev.opsdk.simulator.ccr.FrontendAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each generation of the syncer is taken for, gives, and lacks. */
@Timeout(30)
class GenerationTest {
    private static final Set<String> READS = Set.of("/job_progress", "/features", "/view");

    @ParameterizedTest
    @EnumSource
    void everyGenerationIsKnownByItsShapesFromReadsOnly(CcrGeneration generation) {
        try (Bench bench = Bench.of(generation).withJob("orders", 0)) {
            assertThat(bench.ccr.generation()).isEqualTo(same(generation));
            assertThat(bench.ccr.generation()).isEqualTo(same(generation));
            assertThat(bench.sim.journal().entries())
                    .as("asked once, then known")
                    .hasSizeBetween(1, 3)
                    .allSatisfy(entry -> assertThat(READS).contains(entry.path()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSyncerWithoutJobsIsKnownToo(CcrGeneration generation) {
        try (Bench bench = Bench.of(generation)) {
            assertThat(bench.ccr.syncers().get(0).generation()).isEqualTo(same(generation));
        }
    }

    @Test
    void theOldestReleasesWithoutDetailRoutesAreOfTheFirst() {
        try (Bench bench =
                Bench.of(CcrSimulator.builder().generation(CcrGeneration.G1).detailRoutes(false))) {
            assertThat(bench.ccr.generation()).isEqualTo(Generation.G1);
            unsupported(() -> bench.ccr.job("orders").detail());
            unsupported(() -> bench.ccr.job("orders").progress());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"G5", "G6"})
    void aJobWhoseSourceIsDownDoesNotHideTheNewestGenerations(CcrGeneration generation) {
        try (Bench bench = Bench.of(generation).withJob("orders", 0)) {
            bench.sim.source().down(true);
            assertThat(bench.ccr.generation().atLeast(Generation.G5)).isTrue();
        }
    }

    @Test
    void theFirstBuildsOfTheFifthCutTheConnectionOfAView() {
        try (Bench bench = Bench.of(CcrGeneration.G5)) {
            bench.sim.node(0).fail(Fault.resetAfter().on("/view").always());
            assertThat(bench.ccr.generation()).isEqualTo(Generation.G5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void detailAndProgressAreReadFromObjectsAndFromTexts(CcrGeneration generation) {
        try (Bench bench = Bench.of(generation).withJob("orders", 0)) {
            JobDetail detail = bench.ccr.job("orders").detail();
            assertThat(detail.name()).contains("orders");
            assertThat(detail.state().orElseThrow().is(JobState.Known.RUNNING)).isTrue();
            assertThat(detail.src().orElseThrow().password().orElseThrow().reveal())
                    .isEqualTo("s3cret");
            assertThat(bench.ccr.job("orders").progress().prevCommitSeq())
                    .hasValue(bench.sim.job("orders").prevCommitSeq());
            assertThat(bench.ccr.job("orders").status().name()).contains("orders");
            assertThat(bench.ccr.job("orders").snapshot().lag()).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLagIsReadWhateverItsFieldsAreCalled(CcrGeneration generation) {
        try (Bench bench = Bench.of(generation).withJob("orders", 0)) {
            bench.ccr.job("orders").pause();
            bench.sim.source().write("demo", 3);
            bench.sim.advance(Duration.ofSeconds(20));
            bench.sim.source().write("demo", 1);
            JobLag lag = bench.ccr.job("orders").lag();
            assertThat(lag.lag()).hasValue(4);
            assertThat(lag.additionalProperties()).isEmpty();
            boolean seqs = same(generation).atLeast(Generation.G4);
            boolean next = same(generation).atLeast(Generation.G5);
            assertThat(lag.lastCommitSeq().isPresent()).isEqualTo(seqs);
            assertThat(lag.nextCommitSeq().isPresent()).isEqualTo(next);
            assertThat(lag.retentionWindow().isPresent()).isEqualTo(seqs && !next);
            assertThat(Lag.of(lag).confidence()).isEqualTo(Lag.Confidence.HIGH);
            assertThat(Lag.of(lag).behind().isPresent()).isEqualTo(next);
        }
    }

    @Test
    void theLagOfTheFourthBeforeItsLastFieldsIsANumberOnly() {
        try (Bench bench = Bench.of(CcrSimulator.builder().lagWithSeqs(false)).withJob("orders", 0)) {
            JobLag lag = bench.ccr.job("orders").lag();
            assertThat(lag.lag()).hasValue(0);
            assertThat(lag.lastCommitSeq()).isEmpty();
            assertThat(Lag.of(lag).confidence()).isEqualTo(Lag.Confidence.LOW);
            assertThat(bench.ccr.generation()).isEqualTo(Generation.G4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSourceThatCannotBeAskedIsAnUpstreamFailureInEveryGeneration(CcrGeneration generation) {
        try (Bench bench = Bench.of(generation).withJob("orders", 0)) {
            bench.sim.source().answerLag(FrontendAnswer.RPC_FAILURE);
            assertThatExceptionOfType(UpstreamFailedException.class)
                    .isThrownBy(() -> bench.ccr.job("orders").lag());
            assertThat(bench.ccr.job("orders").snapshot().lagFailure())
                    .contains("does not reach the frontend's RPC port");
        }
    }

    @ParameterizedTest
    @EnumSource
    void noJobsAreAnEmptyList(CcrGeneration generation) {
        try (Bench bench = Bench.of(generation)) {
            assertThat(bench.ccr.jobs().list()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAGenerationLacksIsUnsupportedAndWhatItHasIsGiven(CcrGeneration generation) {
        Generation now = same(generation);
        try (Bench bench = Bench.of(generation).withJob("orders", 0)) {
            Job job = bench.ccr.job("orders");
            Syncer syncer = bench.ccr.syncers().get(0);
            has(now.atLeast(Generation.G2), () -> assertThat(syncer.features()).hasSize(11));
            has(now.atLeast(Generation.G2), job::forceFullSync);
            has(now.atLeast(Generation.G3), () -> job.updateHostMapping(map -> map.mapSource("127.0.0.1", "10.0.0.1")));
            has(!now.atLeast(Generation.G4), () -> job.updateSkipError(true));
            has(now.atLeast(Generation.G4), () -> job.skipBinlog(SkipBinlog.fullSync()));
            has(now.atLeast(Generation.G4), () -> job.skipBinlog(SkipBinlog.silence(1001)));
            has(now.atLeast(Generation.G5), () -> job.skipBinlog(SkipBinlog.partialSync("t1", 20001)));
            has(now.atLeast(Generation.G5), job::sync);
            has(now.atLeast(Generation.G5), () -> assertThat(syncer.viewTable()).contains("orders"));
            has(now.atLeast(Generation.G6), () -> assertThat(syncer.view()).hasSize(1));
            assertThat(syncer.metrics().samples()).isNotEmpty();
            assertThat(syncer.version()).isNotEmpty();
        }
    }

    @Test
    void updateJobSetsWhatDetailShows() {
        try (Bench bench = Bench.of(CcrGeneration.G3).withJob("orders", 0)) {
            bench.ccr.job("orders").updateSkipError(true);
            assertThat(bench.ccr.job("orders").detail().skipError()).contains(true);
        }
    }

    @Test
    void aViewThatOneJobSpoilsIsAFailureInEveryLayout() {
        try (Bench bench = Bench.of(CcrGeneration.G6).withJob("orders", 0)) {
            bench.sim.source().down(true);
            Syncer syncer = bench.ccr.syncers().get(0);
            for (Consumer<Syncer> view : List.<Consumer<Syncer>>of(
                    s -> assertThat(s.view()).isNull(),
                    s -> assertThat(s.viewTable()).isNull())) {
                assertThatExceptionOfType(RejectedException.class)
                        .isThrownBy(() -> view.accept(syncer))
                        .withMessageContaining("get job lag failed, job: orders");
            }
        }
    }

    @Test
    void metricsThatANameHasBrokenSayWhatToDo() {
        try (Bench bench = Bench.of(CcrGeneration.G4)) {
            Raw.create(bench.sim.url(), "my, job");
            bench.sim.advance(Duration.ofSeconds(30));
            assertThatExceptionOfType(PreconditionException.class)
                    .isThrownBy(() -> bench.ccr.syncers().get(0).metrics())
                    .satisfies(e -> assertThat(e.remedy()).isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOptionThatWouldBeIgnoredInSilenceIsRefusedBeforeItIsSent(CcrGeneration generation) {
        Generation now = same(generation);
        try (Bench bench = Bench.of(generation)) {
            refusedBelow(now, Generation.G4, bench, "labels", job -> job.reuseBinlogLabel(true));
            refusedBelow(now, Generation.G6, bench, "replicas", job -> job.replicationNum(1));
        }
    }

    private static void refusedBelow(
            Generation now, Generation needed, Bench bench, String name, UnaryOperator<CreateJob.Builder> option) {
        bench.sim.journal().clear();
        if (now.atLeast(needed)) {
            bench.ccr.jobs().create(WireCall.aJob(name, option));
            assertThat(bench.sim.job(name).exists()).isTrue();
            return;
        }
        assertThatExceptionOfType(UnsupportedException.class)
                .isThrownBy(() -> bench.ccr.jobs().create(WireCall.aJob(name, option)))
                .withMessageContaining("not sent")
                .withMessageContaining(now.name())
                .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE));
        assertThat(bench.sim.journal().requests("/create_ccr")).isEmpty();
        assertThat(bench.sim.job(name).exists()).isFalse();
    }

    @Test
    void noReplicasAreRefusedWithoutAskingAnybody() {
        assertThatIllegalArgumentException().isThrownBy(() -> WireCall.aJob("orders", job -> job.replicationNum(0)));
    }

    /** The syncer that is asked to create may be another one than the one whose generation is known. */
    @Test
    void theOptionIsJudgedByTheSyncerThatGetsTheJob() {
        try (CcrSimulator newer =
                        CcrSimulator.builder().generation(CcrGeneration.G6).start();
                CcrSimulator older =
                        CcrSimulator.builder().generation(CcrGeneration.G4).start();
                CcrClient ccr = CcrClient.connect(newer.url(), older.url())) {
            older.source().database("demo").tables("t1");
            assertThat(ccr.generation()).isEqualTo(Generation.G6);
            newer.node(0).kill();
            assertThatExceptionOfType(UnsupportedException.class)
                    .isThrownBy(() -> ccr.jobs().create(WireCall.aJob("orders", job -> job.replicationNum(1))));
            assertThat(older.journal().requests("/create_ccr")).isEmpty();
        }
    }

    @Test
    void anUpgradeWhileTheClientLivesIsNoticed() {
        Answer fourth = plain("{\"success\":false,\"error_msg\":\"name is empty\",\"job_progress\":"
                + "{\"job_name\":\"\",\"sync_state\":0,\"last_commit_seq\":0}}");
        Answer noView = plain("404 page not found\n", 404);
        Answer view = plain("{\"success\":true}");
        Answer done = plain("{\"success\":true}");
        try (FaultServer upgraded = FaultServer.start(fourth, noView, fourth, view, done);
                CcrClient ccr = CcrClient.connect(upgraded.url().toString())) {
            assertThat(ccr.generation()).isEqualTo(Generation.G4);
            ccr.jobs().create(WireCall.aJob("orders", job -> job.replicationNum(3)));
            assertThat(upgraded.arrivals())
                    .extracting(FaultServer.Arrival::path)
                    .containsExactly("/job_progress", "/view", "/job_progress", "/view", "/create_ccr");
            assertThat(ccr.generation()).isEqualTo(Generation.G6);
        }
    }

    @Test
    void aSyncerIsAskedAnewWheneverItsGenerationIsWanted() {
        try (Bench bench = Bench.of(CcrGeneration.G3)) {
            Syncer syncer = bench.ccr.syncers().get(0);
            assertThat(syncer.generation()).isEqualTo(Generation.G3);
            assertThat(syncer.generation()).isEqualTo(Generation.G3);
            assertThat(bench.asked()).containsExactly("0 /job_progress", "0 /job_progress");
        }
    }

    private static void has(boolean supported, Runnable call) {
        if (supported) {
            call.run();
        } else {
            unsupported(call);
        }
    }

    private static void unsupported(Runnable call) {
        assertThatExceptionOfType(UnsupportedException.class)
                .isThrownBy(call::run)
                .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE));
    }

    private static Generation same(CcrGeneration generation) {
        return Generation.valueOf(generation.name());
    }

    private static Answer plain(String body) {
        return plain(body, 200);
    }

    private static Answer plain(String body, int status) {
        return Answer.of(status, "text/plain; charset=utf-8", body);
    }
}
