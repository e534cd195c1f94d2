package dev.opsdk.oms.procedure;

import static dev.opsdk.oms.procedure.WorkerWorld.failing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.oms.model.CheckerType;
import dev.opsdk.oms.model.CheckerUpdate;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.oms.OmsAnswer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class CheckerWorkTest {
    private static final List<String> ROUTES = List.of("/checker/stop", "/checker/update", "/checker/start");

    private final WorkerWorld world = WorkerWorld.start();

    @BeforeEach
    void aCheckerThatFoundTooMuch() {
        world.sim().addChecker("90215", "migrate");
        world.oms().checker("90215").start(CheckerType.MIGRATE);
        world.sim().checker("90215").differences(20_000);
        world.sim().advance(Duration.ofSeconds(2));
        world.sim().journal().clear();
        assertThat(world.sim().checker("90215").foundTooManyDifferences()).isTrue();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Plan raise(StateProbe probe) {
        return world.oms().checker("90215").procedures().raiseLimit(CheckerType.MIGRATE, 100_000, probe);
    }

    private boolean goal() {
        world.sim().advance(Duration.ofSeconds(3));
        return world.sim().checker("90215").isRunning()
                && world.sim().checker("90215").wasResumed()
                && world.sim()
                        .checker("90215")
                        .config(CheckerUpdate.DIFF_LIMIT)
                        .orElseThrow()
                        .equals("100000");
    }

    @Test
    void aRaisedLimitLetsItGoOnAndBlindnessIsSaid() {
        Plan plan = raise(StateProbe.NONE);
        assertThat(plan.checks()).singleElement().extracting(c -> c.result()).isEqualTo(CheckResult.CANNOT_CHECK);
        assertThat(WorkerWorld.requests(plan).get(1)).contains("--data-urlencode 'limitator.table.diff.max=100000'");
        Report report = plan.run();
        assertThat(goal()).isTrue();
        assertThat(report.steps()).allMatch(step -> step.detail().contains("accepted, not verified"));
        assertThat(report.now().get(0)).contains("not known").contains("start: accepted");
        assertThat(report.next().get(0)).contains("nothing here has proved");
        assertThat(world.executed()).isEqualTo(ROUTES);
    }

    @Test
    void aProbeProves() {
        Report report = raise(world.console()).run();
        assertThat(goal()).isTrue();
        assertThat(report.steps().get(2).detail()).contains("the console");
        assertThat(report.now().get(0)).contains("RUNNING");
        Report again = world.oms()
                .checker("90215")
                .procedures()
                .resume(CheckerType.MIGRATE, world.console())
                .run();
        assertThat(again.steps().get(0).outcome()).isEqualTo(StepOutcome.ALREADY);
        assertThat(world.executed()).isEqualTo(ROUTES);
    }

    @ParameterizedTest
    @CsvSource({"1,true", "2,true", "3,true", "1,false", "2,false", "3,false"})
    void aRefusalAtAnyStepEndsItAndGoingOnReachesTheGoal(int step, boolean seeing) {
        StateProbe probe = seeing ? world.console() : StateProbe.NONE;
        Plan plan = raise(probe);
        world.sim().answer(OmsAnswer.rejected("CM-SCHEAT000001", "no").on(ROUTES.get(step - 1)));
        Report report = failing(plan);
        assertThat(report.steps().get(step - 1).outcome()).isEqualTo(StepOutcome.REJECTED);
        assertThat(report.next().get(0)).contains(step == 1 ? "nothing was changed" : "may be stopped");
        report.resume().run();
        assertThat(goal()).isTrue();
        assertThat(world.executed()).isEqualTo(ROUTES);
    }

    @ParameterizedTest
    @CsvSource({"1,true", "2,true", "3,true", "1,false", "2,false", "3,false"})
    void aLostAnswerAtAnyStepIsUnknownUnlessAProbeShowsIt(int step, boolean seeing) {
        StateProbe probe = seeing ? world.console() : StateProbe.NONE;
        Plan plan = raise(probe);
        world.sim().fail(Fault.resetAfter().on(ROUTES.get(step - 1)));
        if (seeing && step != 2) {
            plan.run();
        } else {
            Report report = failing(plan);
            assertThat(report.steps().get(step - 1).outcome()).isEqualTo(StepOutcome.UNKNOWN);
            if (step == 3) {
                assertThat(report.resume().blocked())
                        .as("a start is not asked for twice")
                        .isTrue();
            } else {
                report.resume().run();
            }
        }
        assertThat(goal()).isTrue();
        assertThat(world.sim().checker("90215").runs()).isEqualTo(2);
    }

    @Test
    void aLimitThatIsNoneAndACheckerThatIsGoneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        world.oms().checker("90215").procedures().raiseLimit(CheckerType.MIGRATE, 0, StateProbe.NONE));
        assertThat(world.oms()
                        .checker("4711")
                        .procedures()
                        .resume(CheckerType.VERIFY, world.console())
                        .blocked())
                .isTrue();
    }
}
