package dev.opsdk.ccr.procedure;

import static dev.opsdk.ccr.CcrWorld.ofDatabase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.opsdk.ccr.CcrWorld;
import dev.opsdk.ccr.Job;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.ProcedureListener;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.ccr.CcrGeneration;
import dev.opsdk.simulator.ccr.FrontendAnswer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FailoverTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final CcrWorld world = CcrWorld.of(CcrGeneration.G4);

    @AfterEach
    void close() {
        world.close();
    }

    private Job behind() {
        Job job = world.incremental(ofDatabase("orders"));
        world.sim().source().write("demo", 45);
        return job;
    }

    @Test
    void everythingIsAppliedBeforeAnythingIsPausedAndTheRestIsSaid() {
        Job job = behind();
        long last = world.sim().source().lastSeq("demo");
        Report report = job.procedures().failover(LIMIT).confirm("orders").run();
        assertThat(world.sim().job("orders").prevCommitSeq()).isEqualTo(last);
        assertThat(world.sim().job("orders").isPaused()).isTrue();
        assertThat(open("t1") && open("t2")).isTrue();
        assertThat(world.executed()).containsExactly("/pause", "/desync");
        assertThat(report.next().toString())
                .contains("is_being_synced")
                .contains("keep this job paused")
                .contains("full sync");
        assertThat(report.steps().get(3).detail()).contains("cannot show the tables");
    }

    @Test
    void itNeedsAConfirmationAndItsPlanSaysWhatNobodyCanCheck() {
        Plan plan = behind().procedures().failover(LIMIT);
        assertThat(plan.destructive()).isTrue();
        assertThat(plan)
                .asString()
                .contains("CANNOT_CHECK writers at the source")
                .contains("[destructive");
        assertThat(plan.curl().stream().filter(line -> line.startsWith("curl"))).hasSize(2);
        assertThat(world.mutations()).isEmpty();
    }

    @Test
    void writesAfterTheTargetMakeItFailBeforeAnythingIsOpened() {
        Plan plan = behind().procedures().failover(LIMIT);
        Report report = failing(plan, 3, () -> world.sim().source().write("demo", 1));
        assertThat(outcomes(report))
                .containsExactly(StepOutcome.DONE, StepOutcome.DONE, StepOutcome.REJECTED, StepOutcome.NOT_RUN);
        assertThat(report.steps().get(2).detail()).contains("went on");
        assertThat(report.next().get(0))
                .contains("is paused")
                .contains("resume the job")
                .contains("plan anew");
        assertThat(report.now().get(0)).contains("PAUSED");
        assertThat(open("t1")).isFalse();
        // and so it stays, however often one goes on
        assertThat(outcomes(failing(report.resume(), 9, () -> {}))).contains(StepOutcome.REJECTED);
        assertThat(world.executed()).containsExactly("/pause");
        // what the advice says does help
        world.ccr().job("orders").resume();
        assertThat(world.ccr()
                        .job("orders")
                        .procedures()
                        .failover(LIMIT)
                        .confirm("orders")
                        .run()
                        .complete())
                .isTrue();
        assertThat(world.sim().job("orders").lag()).isZero();
    }

    @Test
    void aFullSyncBetweenDrainAndPauseIsSeen() {
        Plan plan = behind().procedures().failover(LIMIT);
        Report report = failing(plan, 2, () -> world.sim().job("orders").startUnplannedFullSync("bad luck"));
        assertThat(report.steps().get(2).outcome()).isEqualTo(StepOutcome.REJECTED);
        assertThat(report.steps().get(2).detail()).contains("DB_FULL_SYNC");
        assertThat(open("t1")).isFalse();
    }

    @Test
    void aPausedJobIsBlockedAndSaysWhy() {
        Job job = behind();
        job.pause();
        world.sim().journal().clear();
        Report report = failing(job.procedures().failover(LIMIT), 9, () -> {});
        assertThat(report.steps()).extracting(StepResult::outcome).containsOnly(StepOutcome.NOT_RUN);
        assertThat(report.next()).singleElement().asString().contains("resume it first");
        assertThat(world.mutations()).isEmpty();
    }

    @Test
    void aBinlogThatMayBeStuckIsWarnedOf() {
        assertThat(world.stuck(ofDatabase("orders"))
                        .procedures()
                        .failover(LIMIT)
                        .checks())
                .anySatisfy(check -> assertThat(check.toString()).startsWith("WARN progress: binlog"));
    }

    @Test
    void aPauseThatNobodyAnsweredForIsLookedAfter() {
        Plan plan = behind().procedures().failover(LIMIT);
        world.sim().node(0).fail(Fault.resetBefore().on("/pause"));
        Report report = failing(plan, 9, () -> {});
        assertThat(outcomes(report))
                .containsExactly(StepOutcome.DONE, StepOutcome.UNKNOWN, StepOutcome.NOT_RUN, StepOutcome.NOT_RUN);
        assertThat(report.next().get(0)).contains("the order to pause may still be waiting");
    }

    @Test
    void aCopyingJobIsBlocked() {
        Plan plan = world.create(ofDatabase("orders")).procedures().failover(LIMIT);
        assertThat(plan.blocked()).isTrue();
    }

    @Test
    void aGenerationThatDoesNotSayItsPositionIsBlocked() {
        try (CcrWorld old = CcrWorld.of(CcrGeneration.G3)) {
            Plan plan = old.incremental(ofDatabase("orders")).procedures().failover(LIMIT);
            assertThat(plan.blocked()).isTrue();
            assertThat(plan).asString().contains("does not say its last position");
        }
    }

    @Test
    void aSourceThatIsNotDrainedInTimeChangesNothing() {
        Job job = behind();
        world.sim().source().write("demo", 10_000);
        Report report = failing(job.procedures().failover(Duration.ofSeconds(30)), 9, () -> {});
        assertThat(report.steps().get(0).outcome()).isEqualTo(StepOutcome.FAILED);
        assertThat(report.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(report.next().get(0)).contains("nothing was changed");
        assertThat(world.mutations()).isEmpty();
        world.sim().advance(Duration.ofHours(1));
        assertThat(report.resume().confirm("orders").run().complete()).isTrue();
    }

    @Test
    void aSourceThatCannotBeAskedAnyMoreIsNotADrainedOne() {
        Plan plan = behind().procedures().failover(LIMIT);
        world.sim().source().answerLag(FrontendAnswer.ERROR);
        Report report = failing(plan, 9, () -> {});
        assertThat(report.steps().get(0).outcome()).isEqualTo(StepOutcome.FAILED);
        Report again = failing(report.resume(), 9, () -> {});
        assertThat(again.complete()).isFalse();
        assertThat(world.mutations()).isEmpty();
        assertThat(open("t1")).isFalse();
        world.sim().source().answerLag(FrontendAnswer.OK);
        assertThat(again.resume().confirm("orders").run().complete()).isTrue();
        assertThat(world.sim().job("orders").lag()).isZero();
    }

    @Test
    void aSourceThatAnswersWithAnErrorAfterThePauseIsNotAnUnchangedOne() {
        Plan plan = behind().procedures().failover(LIMIT);
        Report report = failing(plan, 3, () -> world.sim().source().answerLag(FrontendAnswer.ERROR));
        assertThat(report.steps().get(2).outcome()).isEqualTo(StepOutcome.REJECTED);
        assertThat(open("t1")).isFalse();
        world.sim().source().answerLag(FrontendAnswer.OK);
        assertThat(report.resume().confirm("orders").run().complete()).isTrue();
    }

    @Test
    void anInterruptWhileDrainingChangesNothingAndStillGivesTheReport() {
        Job job = behind();
        world.sim().source().write("demo", 1000);
        world.time().interruptAt(3);
        Report report = failing(job.procedures().failover(Duration.ofHours(1)), 9, () -> {});
        assertThat(Thread.interrupted()).as("the flag is set again").isTrue();
        assertThat(outcomes(report))
                .containsExactly(StepOutcome.FAILED, StepOutcome.NOT_RUN, StepOutcome.NOT_RUN, StepOutcome.NOT_RUN);
        assertThat(report.now().get(0)).startsWith("orders: RUNNING");
        assertThat(world.mutations()).isEmpty();
    }

    @Test
    void aFalseSuccessOfDesyncIsSaidAndNotHidden() {
        Job job = behind();
        world.sim().destination().database("demo2").table("t1").refuseAlter(true);
        Report report = job.procedures().failover(LIMIT).confirm("orders").run();
        assertThat(open("t1")).as("the syncer said yes all the same").isFalse();
        assertThat(report.steps().get(3).detail()).contains("may have missed some");
        assertThat(report.next().get(0)).contains("a yes to desync proves nothing");
    }

    @Test
    void aDesyncThatFailsInPartIsFailedAndCanBeRepeated() {
        Job job = behind();
        world.sim().destination().database("demo2").table("t2").refuseAlter(true);
        Report report = failing(job.procedures().failover(LIMIT), 9, () -> {});
        assertThat(report.steps().get(3).outcome()).isEqualTo(StepOutcome.FAILED);
        assertThat(report.steps().get(3).detail()).contains("failed tables").contains("t2");
        assertThat(report.outcome()).isEqualTo(Outcome.PARTLY_DONE);
        assertThat(report.next().toString()).contains("is paused");
        world.sim().destination().database("demo2").table("t2").refuseAlter(false);
        assertThat(report.resume().confirm("orders").run().complete()).isTrue();
        assertThat(open("t2")).isTrue();
        assertThat(world.executed().stream().filter("/pause"::equals)).hasSize(1);
    }

    private boolean open(String table) {
        return !world.sim().destination().isBeingSynced("demo2", table);
    }

    private static List<StepOutcome> outcomes(Report report) {
        return report.steps().stream().map(StepResult::outcome).toList();
    }

    private static Report failing(Plan plan, int atStep, Runnable event) {
        ProcedureException thrown = catchThrowableOfType(
                ProcedureException.class,
                () -> plan.confirm("orders").run(new ProcedureListener() {
                    @Override
                    public void onStep(int number, Step step) {
                        if (number == atStep) {
                            event.run();
                        }
                    }
                }));
        assertThat(thrown).isNotNull();
        assertThat(thrown.report().complete()).isFalse();
        return thrown.report();
    }
}
