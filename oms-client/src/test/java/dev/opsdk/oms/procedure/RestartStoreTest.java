package dev.opsdk.oms.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.ProcedureListener;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.simulator.oms.MutationTiming;
import dev.opsdk.simulator.oms.OmsAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestartStoreTest {
    private static Report failing(Plan plan) {
        ProcedureException thrown = catchThrowableOfType(ProcedureException.class, plan::run);
        assertThat(thrown).isNotNull();
        assertThat(thrown.report().complete()).isFalse();
        return thrown.report();
    }

    private static void outcomes(Report report, StepOutcome... outcomes) {
        assertThat(report.steps()).extracting(StepResult::outcome).containsExactly(outcomes);
    }

    @Test
    void aDeadStoreIsRestartedAndWatchedFor150Seconds() {
        try (StoreWorld world = StoreWorld.start()) {
            world.truth().dies();
            int port = world.truth().port();
            Report report = world.store().procedures().restart().run();
            outcomes(report, StepOutcome.DONE, StepOutcome.DONE, StepOutcome.DONE);
            assertThat(world.executed()).containsExactly("/crawler/clear", "/crawler/restore");
            assertThat(world.time().slept()).isGreaterThanOrEqualTo(Duration.ofSeconds(150));
            assertThat(report.now())
                    .anySatisfy(line -> assertThat(line).contains("HEALTHY"))
                    .contains("its data port is " + world.truth().port() + " now, and was " + port);
            assertThat(report.next().get(0)).contains("diagnose");
        }
    }

    @Test
    void theDryRunIsThePlanWithItsRequestsAndCurlLinesAndChangesNothing() {
        try (StoreWorld world = StoreWorld.start()) {
            world.truth().dies();
            Plan plan = world.store().procedures().restart();
            assertThat(plan.toString())
                    .contains(
                            "POST " + world.sim().url() + "/crawler/clear crawler=" + world.name(),
                            "POST " + world.sim().url() + "/crawler/restore crawler=" + world.name(),
                            "error.details");
            assertThat(plan.curl().stream().filter(line -> line.startsWith("curl")))
                    .containsExactly(
                            "curl -sS -X POST --data-urlencode 'crawler=" + world.name() + "' "
                                    + world.sim().url() + "/crawler/clear",
                            "curl -sS -X POST --data-urlencode 'crawler=" + world.name() + "' "
                                    + world.sim().url() + "/crawler/restore");
            assertThat(world.mutations()).isEmpty();
        }
    }

    private static PreCheck state(Plan plan) {
        return plan.checks().stream()
                .filter(check -> check.name().equals("state"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPlanSaysWhetherThereIsAnythingToRestart() {
        try (StoreWorld world = StoreWorld.start()) {
            assertThat(state(world.store().procedures().restart()).toString())
                    .contains("PASS state: it is healthy, so nothing will be done");
            assertThat(state(world.store().procedures().restart(r -> r.forced()))
                            .toString())
                    .contains("WARN state: it is healthy, and is restarted nevertheless");
            world.truth().dies();
            assertThat(state(world.store().procedures().restart(r -> r.forced()))
                            .toString())
                    .contains("PASS state: there is something to restart");
        }
    }

    @Test
    void aLostClearOfAStoreThatWasDeadAlreadyCannotBeSettledByReading() {
        try (StoreWorld world = StoreWorld.start()) {
            world.truth().dies();
            world.sim()
                    .answer(OmsAnswer.supervisorSilent(Duration.ofSeconds(30)).on("/crawler/clear"));
            Report report = failing(world.store().procedures().restart());
            outcomes(report, StepOutcome.UNKNOWN, StepOutcome.NOT_RUN, StepOutcome.NOT_RUN);
            assertThat(report.steps().get(0).detail()).contains("it did not run before either");
            assertThat(report.next().get(0)).contains("may still be stopping it");
            world.sim().advance(Duration.ofSeconds(60)); // as was advised
            assertThat(report.resume().run().complete()).isTrue();
        }
    }

    @Test
    void aHealthyStoreIsLeftAlone() {
        try (StoreWorld world = StoreWorld.start()) {
            Report report = world.store().procedures().restart().run();
            outcomes(report, StepOutcome.ALREADY, StepOutcome.ALREADY, StepOutcome.ALREADY);
            assertThat(world.mutations()).isEmpty();
            assertThat(report.next().get(0)).contains("forced");
        }
    }

    @Test
    void aHealthyStoreIsRestartedWhenForced() {
        try (StoreWorld world = StoreWorld.start()) {
            Report report = world.store().procedures().restart(r -> r.forced()).run();
            outcomes(report, StepOutcome.DONE, StepOutcome.DONE, StepOutcome.DONE);
            assertThat(world.executed()).containsExactly("/crawler/clear", "/crawler/restore");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 43, 45, 129, 149})
    void aStoreThatDiesInsideTheWindowFailsTheProcedureAndGoingOnRestartsItAsAWhole(int seconds) {
        try (StoreWorld world = StoreWorld.start()) {
            world.truth().dies();
            world.truth().diesAfterRestore(Duration.ofSeconds(seconds));
            Report report = failing(world.store().procedures().restart());
            outcomes(report, StepOutcome.DONE, StepOutcome.DONE, StepOutcome.FAILED);
            assertThat(world.truth().isRunning()).isFalse();
            assertThat(report.steps().get(2).detail()).contains("it died within");
            assertThat(world.time().slept()).as("it is told at once").isLessThan(Duration.ofSeconds(seconds + 12));
            assertThat(report.now().get(0)).contains("ABNORMAL", "old success message");
            assertThat(String.join("\n", report.next())).contains("error.details", "replace");
            world.truth().survivesRestore();
            Report again = report.resume().run();
            outcomes(again, StepOutcome.DONE, StepOutcome.DONE, StepOutcome.DONE);
            assertThat(world.truth().isRunning()).isTrue();
            assertThat(world.executed())
                    .containsExactly("/crawler/clear", "/crawler/restore", "/crawler/clear", "/crawler/restore");
        }
    }

    @Test
    void aStoreThatLivesAndDoesNotAdvanceIsNoSuccess() {
        try (StoreWorld world = StoreWorld.start()) {
            world.truth().dies();
            world.truth().stalls(true);
            Report report = failing(world.store().procedures().restart());
            outcomes(report, StepOutcome.DONE, StepOutcome.DONE, StepOutcome.FAILED);
            world.truth().stalls(false);
            Report again = report.resume().run();
            outcomes(again, StepOutcome.ALREADY, StepOutcome.ALREADY, StepOutcome.DONE);
            assertThat(world.executed()).containsExactly("/crawler/clear", "/crawler/restore");
        }
    }

    @Test
    void aRefusedRestoreLeavesAStoppedStoreAndTheReportSaysSo() {
        try (StoreWorld world = StoreWorld.start()) {
            world.truth().failNextRestores(1);
            Report report = failing(world.store().procedures().restart(r -> r.forced()));
            outcomes(report, StepOutcome.DONE, StepOutcome.REJECTED, StepOutcome.NOT_RUN);
            assertThat(world.truth().isRunning()).isFalse();
            assertThat(report.now())
                    .contains("it is stopped: this procedure cleared it, and nothing has started it since");
            assertThat(report.next().get(0)).contains("the store is stopped");
            assertThat(report.next().get(1)).contains("/crawler/restore");
            Report again = report.resume().run();
            outcomes(again, StepOutcome.ALREADY, StepOutcome.DONE, StepOutcome.DONE);
            assertThat(world.executed()).containsExactly("/crawler/clear", "/crawler/restore");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/crawler/clear", "/crawler/restore"})
    void aYesThatMeansNothingIsNotBelieved(String path) {
        try (StoreWorld world = StoreWorld.start()) {
            world.sim().answer(OmsAnswer.falseSuccess().on(path));
            Report report = failing(world.store().procedures().restart(r -> r.forced()));
            StepResult liar = report.steps().get(path.endsWith("clear") ? 0 : 1);
            assertThat(liar.outcome()).isEqualTo(StepOutcome.FAILED);
            assertThat(liar.detail()).contains("the effect does not show");
            assertThat(report.resume().run().complete()).isTrue();
            assertThat(world.truth().isRunning()).isTrue();
        }
    }

    @Test
    void aSilentSupervisorIsSettledByReading() {
        try (StoreWorld world = StoreWorld.start()) {
            world.truth().dies();
            world.sim()
                    .answer(OmsAnswer.supervisorSilent(Duration.ofSeconds(30)).on("/crawler/restore"));
            Report report = world.store().procedures().restart().run();
            assertThat(report.steps().get(1).detail()).contains("the answer was lost, reading shows it");
            assertThat(world.sim().journal().requests("/crawler/restore")).hasSize(1);
        }
    }

    @Test
    void whatCannotBeBelievedIsNotTouched() {
        try (StoreWorld world = StoreWorld.start()) {
            world.truth().active(false);
            Plan plan = world.store().procedures().restart(r -> r.forced());
            assertThat(plan.blocked()).isTrue();
            assertThat(plan.checks())
                    .filteredOn(check -> check.result() == CheckResult.BLOCK)
                    .extracting(PreCheck::detail)
                    .singleElement()
                    .asString()
                    .contains("active=false", "metaDB");
            failing(plan);
            assertThat(world.mutations()).isEmpty();
        }
    }

    @Test
    void overriddenItIsRestartedAndTheReportAdmitsThatNobodySawIt() {
        try (StoreWorld world = StoreWorld.start()) {
            world.truth().active(false);
            Plan plan = world.store().procedures().restart(r -> r.despiteUntrustworthyObservation());
            assertThat(plan.blocked()).isFalse();
            Report report = failing(plan);
            outcomes(report, StepOutcome.DONE, StepOutcome.DONE, StepOutcome.FAILED);
            assertThat(report.steps().get(0).detail()).contains("cannot be seen");
            world.truth().active(true);
            assertThat(report.resume().run().complete()).isTrue();
            assertThat(world.executed()).containsExactly("/crawler/clear", "/crawler/restore");
        }
    }

    @Test
    void whatBecomesUntrustworthyMeanwhileIsNotTouchedFurther() {
        try (StoreWorld world = StoreWorld.start()) {
            world.truth().dies();
            Plan plan = world.store().procedures().restart();
            world.truth().active(false);
            Report report = failing(plan);
            outcomes(report, StepOutcome.REJECTED, StepOutcome.NOT_RUN, StepOutcome.NOT_RUN);
            assertThat(report.next().get(0)).startsWith("nothing is restarted");
            assertThat(world.mutations()).isEmpty();
        }
    }

    @Test
    void anUnknownStoreIsBlocked() {
        try (StoreWorld world = StoreWorld.start()) {
            Plan plan = world.oms()
                    .store("10.9.9.9-7100:nobody:0000000001")
                    .procedures()
                    .restart();
            assertThat(plan.blocked()).isTrue();
            assertThat(plan.toString()).contains("BLOCK store");
        }
    }

    @Test
    void whenSomebodyElseStartsItMeanwhileItIsNotStartedTwiceAndStillWatched() {
        try (StoreWorld world = StoreWorld.start()) {
            Report report = world.store().procedures().restart(r -> r.forced()).run(new ProcedureListener() {
                @Override
                public void onResult(StepResult result) {
                    if (result.number() == 1) {
                        world.store().restore();
                    }
                }
            });
            outcomes(report, StepOutcome.DONE, StepOutcome.ALREADY, StepOutcome.DONE);
            assertThat(world.executed()).containsExactly("/crawler/clear", "/crawler/restore");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = MutationTiming.class,
            names = {"LATER", "ADVANCES_CLOCK"})
    void ordersThatTakeTheirTimeAreWaitedFor(MutationTiming timing) {
        try (StoreWorld world = StoreWorld.start(sim -> sim.mutations(timing), client -> {})) {
            Report report = world.store().procedures().restart(r -> r.forced()).run();
            outcomes(report, StepOutcome.DONE, StepOutcome.DONE, StepOutcome.DONE);
            assertThat(world.truth().isRunning()).isTrue();
            assertThat(world.sim().journal().requests("/crawler/restore")).hasSize(1);
        }
    }

    @Test
    void anInterruptEndsTheWatchAndTheReportSaysWhatIsTrue() {
        try (StoreWorld world = StoreWorld.start()) {
            world.truth().dies();
            Plan plan = world.store().procedures().restart();
            world.time().whileAsleep(() -> Thread.currentThread().interrupt());
            Report report = failing(plan);
            assertThat(Thread.interrupted()).isTrue();
            outcomes(report, StepOutcome.DONE, StepOutcome.DONE, StepOutcome.FAILED);
            assertThat(report.now().get(0)).contains("store " + world.name());
            world.time().whileAsleep(() -> {});
            outcomes(report.resume().run(), StepOutcome.ALREADY, StepOutcome.ALREADY, StepOutcome.DONE);
        }
    }

    @Test
    void aWindowMustBeOne() {
        assertThatThrownBy(() -> RestartStoreOptions.DEFAULT.stabilising(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
