package dev.opsdk.oms.procedure;

import static dev.opsdk.oms.procedure.WorkerWorld.SECOND_HOST;
import static dev.opsdk.oms.procedure.WorkerWorld.failing;
import static dev.opsdk.oms.procedure.WorkerWorld.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.ProcedureListener;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.simulator.oms.OmsAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WriterMoveTest {
    private final WorkerWorld world = WorkerWorld.start();

    @AfterEach
    void close() {
        world.close();
    }

    private WriterProcedures procedures() {
        return world.oms().writer(world.writer()).procedures();
    }

    private static CheckResult check(Plan plan, String name) {
        return plan.checks().stream()
                .filter(check -> check.name().equals(name))
                .map(PreCheck::result)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aMigrationPrintsAllItWillSendAsCurlTakesIt() {
        Plan plan = procedures().migrate(SECOND_HOST, o -> o);
        assertThat(WorkerWorld.requests(plan))
                .hasSize(3)
                .first()
                .asString()
                .contains("/applier/stop")
                .contains("--data-urlencode 'applierName=" + world.writer() + "'");
        assertThat(WorkerWorld.requests(plan).get(1))
                .contains("--data-urlencode 'node=" + SECOND_HOST + "'")
                .doesNotContain("force");
        assertThat(WorkerWorld.requests(plan).get(2))
                .contains("<the new writer")
                .doesNotContain(world.writer());
        assertThat(check(plan, "store window")).isEqualTo(CheckResult.CANNOT_CHECK);
        assertThat(check(plan, "region")).isEqualTo(CheckResult.CANNOT_CHECK);
        assertThat(check(plan, "HA module")).isEqualTo(CheckResult.WARN);
        assertThat(plan.toString()).contains("if that is refused, start it again where it is");
    }

    @Test
    void aStartThatFailsAfterTheMigrationGivesTheNewNameAndTheExactNextCall() {
        world.sim().migratedFailsToStart(1);
        Report report = failing(procedures().migrate(SECOND_HOST, o -> o));
        String made = world.writerNow();
        assertThat(outcomes(report))
                .containsExactly(StepOutcome.DONE, StepOutcome.DONE, StepOutcome.REJECTED, StepOutcome.NOT_RUN);
        assertThat(report.now().get(0)).contains(made).contains("abnormal");
        assertThat(report.next().get(0))
                .contains("now '" + made + "'")
                .contains("never start '" + world.writer() + "'");
        assertThat(report.next().get(1)).contains("/applier/start").contains("applierName=" + made);
        assertThat(report.resume().run().complete()).isTrue();
        assertThat(world.sim().writing(world.truth().subTopic())).containsExactly(made);
        assertThat(world.asked("/applier/start", world.writer())).isEmpty();
    }

    @Test
    void aRefusalWhoseCompensationFailsTooSaysThatTheWriterIsStopped() {
        world.truth().failsToStart(1);
        world.sim()
                .answer(OmsAnswer.rejected("CM-RESONF000001", "No alive hosts").on("/applier/migrate"));
        Report report = failing(procedures().migrate(SECOND_HOST, o -> o));
        assertThat(report.next().get(0)).contains("is STOPPED").contains("curl").contains(world.writer());
        assertThat(world.truth().isRunning()).isFalse();
        assertThat(report.resume().run().complete()).isTrue();
    }

    @Test
    void aStoppedWriterIsNotStartedWhenItsMigrationIsRefused() {
        world.oms().writer(world.writer()).stop();
        world.sim()
                .answer(OmsAnswer.rejected("CM-RESONF000001", "No alive hosts").on("/applier/migrate"));
        Report report = failing(procedures().migrate(SECOND_HOST, o -> o));
        assertThat(report.steps().get(0).outcome()).isEqualTo(StepOutcome.ALREADY);
        assertThat(world.truth().isRunning()).isFalse();
        assertThat(world.sim().journal().requests("/applier/start")).isEmpty();
    }

    @Test
    void forceIsOnlyForAHostThatIsDownAndWarnsOfTheZombie() {
        assertThat(procedures().migrate(SECOND_HOST, WriterMigration::withHostDown))
                .satisfies(plan -> assertThat(plan.blocked()).isTrue())
                .asString()
                .contains("the writer is alive");
        world.writersHostGoesDown();
        Plan plan = procedures().migrate(SECOND_HOST, WriterMigration::withHostDown);
        assertThat(plan.toString()).contains("zombie");
        assertThat(WorkerWorld.requests(plan).get(0)).contains("force=true").contains("/applier/migrate");
        Report report = plan.run();
        assertThat(report.next().toString()).contains("before the dead host comes back");
        assertThat(world.sim().journal().requests("/applier/stop")).isEmpty();
        world.sim().host("10.10.10.3").returns();
        assertThat(world.sim().writing(world.truth().subTopic()))
                .as("what was warned of")
                .hasSize(2);
    }

    @Test
    void aDestinationThatIsNoneIsBlocked() {
        assertThat(procedures().migrate("10.10.10.1", o -> o).blocked()).isTrue();
        assertThat(procedures().migrate("10.10.10.256", o -> o).blocked()).isTrue();
        assertThat(procedures().migrate("http://10.10.10.2", o -> o).blocked()).isTrue();
        assertThat(procedures().migrate("fe80::1", o -> o).blocked()).isFalse();
        failing(procedures().migrate("nowhere", o -> o));
        assertThat(world.mutations()).isEmpty();
    }

    @Test
    void aWriterWhosePositionNoStoreHoldsIsNotRestarted() {
        Plan fine = procedures().restart(o -> o.readingFrom(world.store()));
        assertThat(check(fine, "store window")).isEqualTo(CheckResult.PASS);
        world.truth().at(world.chain().store().begin().minusSeconds(60));
        Plan lost = procedures().restart(o -> o.readingFrom(world.store()));
        assertThat(lost.blocked()).isTrue();
        assertThat(failing(lost).next()).singleElement().asString().contains("CM-RESOIE000201");
        assertThat(world.mutations()).isEmpty();
    }

    @Test
    void aStoreThatCannotBeBelievedIsNotActedOn() {
        world.chain().store().active(false);
        assertThat(check(procedures().restart(o -> o.readingFrom(world.store())), "store window"))
                .isEqualTo(CheckResult.BLOCK);
        assertThat(check(procedures().restart(o -> o), "store window")).isEqualTo(CheckResult.CANNOT_CHECK);
    }

    @Test
    void aWriterThatDiesWithinTheWindowIsNoSuccess() {
        Report report = failing(procedures().restart(o -> o), dyingWhileWatched());
        assertThat(outcomes(report)).containsExactly(StepOutcome.DONE, StepOutcome.DONE, StepOutcome.FAILED);
        assertThat(report.steps().get(2).detail()).contains("it died within");
        assertThat(report.now().get(0)).contains("abnormal");
        assertThat(report.next().get(0)).contains("/home/ds/run/" + world.writer());
        assertThat(report.resume().run().complete()).isTrue();
        assertThat(world.executed()).containsExactly("/applier/stop", "/applier/start", "/applier/start");
    }

    private ProcedureListener dyingWhileWatched() {
        return new ProcedureListener() {
            private int polls;

            @Override
            public void onProgress(int number, String progress) {
                if (number == 3 && ++polls == 5) {
                    world.truth().dies();
                }
            }
        };
    }

    @Test
    void aNewWriterThatDiesWhileItIsWatchedIsNoSuccess() {
        Report report = failing(procedures().migrate(SECOND_HOST, o -> o), new ProcedureListener() {
            private int polls;

            @Override
            public void onProgress(int number, String progress) {
                if (number == 4 && ++polls == 5) {
                    world.sim().writer(world.writerNow()).dies();
                }
            }
        });
        assertThat(report.steps().get(3).outcome()).isEqualTo(StepOutcome.FAILED);
        assertThat(report.steps().get(3).detail()).contains("it died within");
    }

    @Test
    void aNewWriterThatBeginsFarBehindTheOldOneIsNoSuccess() {
        Instant was = world.truth().position();
        Report report = failing(
                procedures().migrate(SECOND_HOST, o -> o),
                WorkerWorld.before(
                        4, () -> world.sim().writer(world.writerNow()).at(was.minus(Duration.ofMinutes(30)))));
        assertThat(outcomes(report))
                .containsExactly(StepOutcome.DONE, StepOutcome.DONE, StepOutcome.DONE, StepOutcome.FAILED);
        assertThat(report.steps().get(3).detail()).contains("it is far behind where the old one was");
    }

    @Test
    void aWriterThatSomebodyStartsAgainIsNotMigrated() {
        Report report = failing(
                procedures().migrate(SECOND_HOST, o -> o),
                WorkerWorld.before(2, () -> world.oms().writer(world.writer()).start()));
        assertThat(outcomes(report))
                .containsExactly(StepOutcome.DONE, StepOutcome.REJECTED, StepOutcome.NOT_RUN, StepOutcome.NOT_RUN);
        assertThat(report.steps().get(1).detail()).contains("it runs again");
        assertThat(world.sim().journal().requests("/applier/migrate")).isEmpty();
    }

    @Test
    void aWriterThatStandsStillIsNoSuccessEither() {
        world.truth().works(0);
        Report report = failing(procedures().restart(o -> o));
        assertThat(outcomes(report)).containsExactly(StepOutcome.DONE, StepOutcome.DONE, StepOutcome.FAILED);
        assertThat(world.truth().isRunning()).isTrue();
        assertThat(report.now().get(0)).contains("healthy");
    }

    @Test
    void aWriterThatDoesNotExistIsBlocked() {
        Plan plan = world.oms()
                .writer("10.10.10.1-9000:nobody:0000000001")
                .procedures()
                .restart(o -> o);
        assertThat(plan.blocked()).isTrue();
        assertThat(List.of(failing(plan).now().get(0))).first().asString().contains("there is no writer");
    }
}
