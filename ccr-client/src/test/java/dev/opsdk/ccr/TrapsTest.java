package dev.opsdk.ccr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.opsdk.ccr.assess.Lag;
import dev.opsdk.ccr.model.JobLag;
import dev.opsdk.ccr.model.JobState;
import dev.opsdk.ccr.model.JobStatus;
import dev.opsdk.ccr.model.SkipBinlog;
import dev.opsdk.ccr.model.SyncState;
import dev.opsdk.core.error.AlreadyExistsException;
import dev.opsdk.core.error.ConflictException;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.PartialFailureException;
import dev.opsdk.core.error.PreconditionException;
import dev.opsdk.core.error.RejectedException;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.ccr.CcrGeneration;
import dev.opsdk.simulator.ccr.CcrSimulator;
import dev.opsdk.simulator.ccr.FrontendAnswer;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The traps of the contract that a single call can fall into, by their numbers. */
@Timeout(30)
class TrapsTest {
    @ParameterizedTest
    @EnumSource(names = {"G3", "G4", "G5"})
    void t01_statusSaysRunningOfAPausedJobAndDetailTellsTheTruth(CcrGeneration generation) {
        try (Bench bench = Bench.of(generation).withJob("orders", 0)) {
            Job job = bench.ccr.job("orders");
            job.pause();
            bench.sim.advance(Duration.ofMinutes(5));
            assertThat(is(job.status(), JobState.Known.RUNNING)).isTrue();
            assertThat(job.detail().state().orElseThrow().is(JobState.Known.PAUSED))
                    .isTrue();
            assertThat(job.snapshot().paused()).isTrue();
        }
    }

    @Test
    void t02_afterARestartStatusIsWrongAboutThePauseAndThePhase() {
        try (Bench bench = Bench.of(CcrGeneration.G6).with(WireCall.aTableJob("orders", "t1"), 0)) {
            Job job = bench.ccr.job("orders");
            job.pause();
            assertThat(is(job.status(), JobState.Known.PAUSED)).isTrue();
            bench.sim.node(0).kill();
            bench.sim.node(0).restart();
            bench.sim.advance(Duration.ofMinutes(5));
            JobStatus status = job.status();
            assertThat(is(status, JobState.Known.RUNNING)).isTrue();
            assertThat(status.progressState().flatMap(SyncState::known)).contains(SyncState.Known.DB_FULL_SYNC);
            assertThat(job.snapshot().paused()).isTrue();
            assertThat(job.snapshot().incremental()).isTrue();
        }
    }

    @Test
    void t03_theReadsThatTakeNoLockAnswerWhileAJobHangs() {
        try (Bench bench = Bench.of(CcrGeneration.G4).withJob("orders", 0)) {
            bench.sim.node(0).hangNextStep("orders");
            bench.sim.advance(Duration.ofSeconds(3));
            assertThat(bench.sim.job("orders").isHanging()).isTrue();
            assertThat(bench.ccr.job("orders").snapshot().detail().name()).contains("orders");
            assertThat(bench.ccr.job("orders").health()).isNotNull();
            assertThat(bench.ccr.jobs().list()).containsExactly("orders");
        }
    }

    @Test
    void t04_notExistHasThreeSpellingsAndOneMeaning() {
        try (Bench bench = Bench.of(CcrGeneration.G4)) {
            Job nope = bench.ccr.job("nope");
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(nope::pause)
                    .satisfies(e -> assertThat(e.serverMessage()).isEqualTo("job nope not exist"));
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(nope::lag)
                    .satisfies(e -> assertThat(e.serverMessage())
                            .isEqualTo("sqlite: get job failed, name: nope: [db] sql: no rows in result set"));
        }
        try (FaultServer server = FaultServer.start(
                        plain("{\"success\":false,\"error_msg\":\"[normal] job not exist: nope\"}"),
                        plain("{\"success\":true,\"jobs\":[\"orders\"]}"));
                CcrClient ccr = CcrClient.connect(server.url().toString())) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> ccr.job("nope").pause())
                    .satisfies(e -> assertThat(e.serverMessage()).isEqualTo("[normal] job not exist: nope"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "mysql", "postgresql"})
    void t04_theSpellingOfTheMetadataStoreIsKnownForEachStore(String store) {
        try (Bench bench = Bench.of(CcrSimulator.builder().metadata(store))) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> bench.ccr.job("nope").lag());
        }
    }

    @Test
    void t04_oneSpellingIsPassingWhenListJobsNamesTheJob() {
        try (Bench bench = Bench.of(CcrGeneration.G4).withJob("orders", 0)) {
            bench.sim.node(0).kill();
            bench.sim.node(0).restart();
            assertThat(bench.ccr.job("orders").status().name()).contains("orders");
            assertThat(bench.sim.journal().requests("/job_status")).hasSizeGreaterThan(1);
        }
    }

    @Test
    void t05_successAndZeroIsNoLagWhenTheSourceAnsweredWithAnError() {
        try (Bench bench = Bench.of(CcrGeneration.G4).withJob("orders", 0)) {
            bench.sim.source().answerLag(FrontendAnswer.ERROR);
            JobLag lag = bench.ccr.job("orders").lag();
            assertThat(lag.lag()).hasValue(0);
            assertThat(Lag.of(lag).confidence()).isEqualTo(Lag.Confidence.UNKNOWN);
            assertThat(Lag.of(lag).binlogs()).isEqualTo(OptionalLong.empty());
            assertThat(Lag.of(lag).isCertainlyZero()).isFalse();
        }
    }

    @Test
    void t05_aDroppedTableIsNotACaughtUpJob() {
        try (Bench bench = Bench.of(CcrGeneration.G4).with(WireCall.aTableJob("orders", "t1"), 0)) {
            bench.sim.source().database("demo").dropTable("t1");
            assertThat(Lag.of(bench.ccr.job("orders").snapshot()).isCertainlyZero())
                    .isFalse();
        }
    }

    @Test
    void t06_theIntervalIsTheRetentionOrTheDelayByItsNameAndNothingWithoutALag() {
        try (Bench bench = Bench.of(CcrGeneration.G4).withJob("orders", 0)) {
            bench.sim.source().write("demo", 1);
            JobLag lag = bench.ccr.job("orders").lag();
            assertThat(lag.retentionWindow()).isPresent();
            assertThat(lag.timeBehind()).isEmpty();
        }
        try (Bench bench = Bench.of(CcrGeneration.G5).withJob("orders", 0)) {
            JobLag idle = bench.ccr.job("orders").lag();
            assertThat(idle.lag()).hasValue(0);
            assertThat(idle.timeIntervalSecsNumber().orElseThrow().longValue())
                    .as("half a century")
                    .isGreaterThan(1_000_000_000);
            assertThat(idle.timeBehind()).isEmpty();
            bench.ccr.job("orders").pause();
            bench.sim.source().write("demo", 1);
            bench.sim.advance(Duration.ofSeconds(30));
            bench.sim.source().write("demo", 1);
            assertThat(bench.ccr.job("orders").lag().timeBehind()).contains(Duration.ofSeconds(30));
        }
    }

    @Test
    void t07_aNameWithACommaIsRefusedForANewJobBeforeAnythingIsSent() {
        try (Bench bench = Bench.of(CcrGeneration.G4)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> bench.ccr
                            .jobs()
                            .create(job ->
                                    job.name("my, job").src(WireCall.source("")).dest(WireCall.destination(""))))
                    .withMessageContaining("comma");
            assertThat(bench.asked()).isEmpty();
        }
    }

    @Test
    void t07_anExistingJobOfSuchANameStaysReachable() {
        try (Bench bench = Bench.of(CcrGeneration.G4)) {
            Raw.create(bench.sim.url(), "my, job");
            assertThat(bench.ccr.jobs().list()).containsExactly("my");
            bench.ccr.job("my, job").delete();
            assertThat(bench.sim.job("my, job").exists()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"名", "it's", "a\"b", "a\\b", "a;b", "a%b", "a(b", "ä"})
    void t08_aNameThatKillsMetricsOrTheStoreIsRefusedBeforeAnythingIsSent(String name) {
        try (Bench bench = Bench.of(CcrGeneration.G4)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> bench.ccr.jobs().create(WireCall.aJob(name, job -> job)))
                    .withMessageContaining("refused");
            assertThat(bench.asked()).isEmpty();
        }
    }

    @Test
    void t09_aFailedDesyncThatTheSyncerAdmitsIsPartlyDone() {
        try (Bench bench = Bench.of(CcrGeneration.G4).withJob("orders", 0)) {
            bench.sim.destination().database("demo2").table("t2").refuseAlter(true);
            assertThatExceptionOfType(PartialFailureException.class)
                    .isThrownBy(() -> bench.ccr.job("orders").desync())
                    .withMessageContaining("failed tables: `t2`")
                    .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.PARTLY_DONE));
            assertThat(bench.sim.destination().isBeingSynced("demo2", "t1")).isFalse();
            assertThat(bench.sim.destination().isBeingSynced("demo2", "t2")).isTrue();
        }
    }

    /** Nothing a client can see tells: that is why the javadoc and the failover's report say so. */
    @Test
    void t09_aYesToADesyncIsNoProof() {
        try (Bench bench = Bench.of(CcrGeneration.G4).withJob("orders", 0)) {
            bench.sim.destination().database("demo2").table("t1").refuseAlter(true);
            bench.ccr.job("orders").desync();
            assertThat(bench.sim.destination().isBeingSynced("demo2", "t1")).isTrue();
        }
    }

    @Test
    void t10_theWayToSkipIsSentInLowerCaseUnderAnyLanguage() {
        try (Bench bench = Bench.of(CcrGeneration.G4).withJob("orders", 0)) {
            bench.ccr.job("orders").skipBinlog(SkipBinlog.silence(1001));
            assertThat(bench.sim.job("orders").pendingSkip().orElseThrow().by()).isEqualTo("silence");
            bench.ccr.job("orders").skipBinlog(SkipBinlog.fullSync());
            assertThat(bench.sim.job("orders").pendingSkip().orElseThrow().by()).isEqualTo("fullsync");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SkipBinlog.Way.parse("SILENCE"))
                .withMessageContaining("lower case");
    }

    @Test
    void t13_theNameOfAJobThatIsStillStoppingIsAConflict() {
        try (FaultServer server = FaultServer.start(plain(
                        "{\"success\":false,\"error_msg\":\"job is being deleted," + " please wait and retry\"}"));
                CcrClient ccr = CcrClient.connect(server.url().toString())) {
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> ccr.jobs().create(WireCall.aJob("orders", job -> job)))
                    .satisfies(e -> assertThat(e.remedy().orElseThrow()).contains("wait"))
                    .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE));
        }
    }

    @Test
    void t13_aDeletedNameIsAConflictInTheSixthUntilItsRoutineHasEnded() {
        try (Bench bench = Bench.of(CcrGeneration.G6).withJob("orders", 0)) {
            bench.ccr.job("orders").delete();
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> bench.ccr.jobs().create(WireCall.aJob("orders", job -> job)));
            bench.sim.advance(Duration.ofSeconds(10));
            bench.ccr.jobs().create(WireCall.aJob("orders", job -> job));
            assertThat(bench.sim.job("orders").exists()).isTrue();
        }
    }

    @Test
    void t13_aSecondDeleteFindsNothing() {
        try (Bench bench = Bench.of(CcrGeneration.G4).withJob("orders", 0)) {
            bench.ccr.job("orders").delete();
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> bench.ccr.job("orders").delete());
        }
    }

    @Test
    void t14_aNameThatIsTakenAlreadyExists() {
        try (Bench bench = Bench.of(CcrGeneration.G4).withJob("orders", 0)) {
            assertThatExceptionOfType(AlreadyExistsException.class)
                    .isThrownBy(() -> bench.ccr.jobs().create(WireCall.aJob("orders", job -> job)))
                    .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE))
                    .satisfies(e -> assertThat(e.remedy().orElseThrow()).contains("job_detail"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "job is invalid: [normal] job orders already exist",
                "job: orders: [normal] job exist",
                "job exists"
            })
    void t14_alreadyExistHasThreeSpellings(String message) {
        try (FaultServer server = FaultServer.start(plain("{\"success\":false,\"error_msg\":\"" + message + "\"}"));
                CcrClient ccr = CcrClient.connect(server.url().toString())) {
            assertThatExceptionOfType(AlreadyExistsException.class)
                    .isThrownBy(() -> ccr.jobs().create(WireCall.aJob("orders", job -> job)));
        }
    }

    @Test
    void t14_aTableInTheWayIsNoJobThatExists() {
        try (Bench bench = Bench.of(CcrGeneration.G4)) {
            bench.sim.destination().database("demo2").tables("t1");
            assertThatExceptionOfType(PreconditionException.class)
                    .isThrownBy(() -> bench.ccr.jobs().create(WireCall.aTableJob("orders", "t1")))
                    .satisfies(e -> assertThat(e.remedy().orElseThrow()).contains("allow_table_exists"));
        }
    }

    @Test
    void t14_aCreateWithoutAnAnswerMayHaveHappenedAndSaysHowToLook() {
        try (Bench bench = Bench.of(CcrGeneration.G4)) {
            bench.sim.node(0).fail(Fault.htmlAfter(504).on("/create_ccr"));
            assertThatExceptionOfType(OutcomeUnknownException.class)
                    .isThrownBy(() -> bench.ccr.jobs().create(WireCall.aJob("orders", job -> job)))
                    .satisfies(e -> assertThat(e.howToLook())
                            .contains("ccr.jobs().list()")
                            .contains("job.detail()")
                            .contains("empty database"));
            assertThat(bench.sim.job("orders").exists()).isTrue();
            assertThat(bench.executed("/create_ccr")).hasSize(1);
        }
    }

    @Test
    void t14_aRefusedCreateMayLeaveAnEmptyDatabase() {
        try (Bench bench = Bench.of(CcrGeneration.G4)) {
            bench.sim.destination().database("demo2").tables("t1");
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> bench.ccr.jobs().create(WireCall.aTableJob("orders", "t1")));
            assertThat(bench.sim.destination().hasDatabase("demo2")).isTrue();
        }
    }

    private static boolean is(JobStatus status, JobState.Known state) {
        return status.state().orElseThrow().is(state);
    }

    private static Answer plain(String body) {
        return Answer.of(200, "text/plain; charset=utf-8", body);
    }
}
