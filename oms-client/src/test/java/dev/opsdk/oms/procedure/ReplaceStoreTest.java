package dev.opsdk.oms.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.oms.OmsAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplaceStoreTest {
    private static StoreWorld dead() {
        StoreWorld world = StoreWorld.start(sim -> {}, client -> client.experimental(true));
        world.truth().dies();
        return world;
    }

    private static Instant from(StoreWorld world) {
        return world.chain().writer().position().minusSeconds(60);
    }

    private static Plan plan(StoreWorld world) {
        return world.store()
                .procedures()
                .replace(
                        from(world),
                        o -> o.readers(world.chain().writer().name()).sourceHasItsLogs());
    }

    private static Report failing(StoreWorld world, Plan plan) {
        ProcedureException thrown = catchThrowableOfType(
                ProcedureException.class, () -> plan.confirm(world.name()).run());
        assertThat(thrown).isNotNull();
        return thrown.report();
    }

    private static String newName(StoreWorld world) {
        List<String> others = world.sim().stores().stream()
                .filter(name -> !name.equals(world.name()))
                .toList();
        assertThat(others).hasSize(1);
        return others.get(0);
    }

    private static void replaced(StoreWorld world, Report report) {
        assertThat(report.complete()).isTrue();
        assertThat(world.truth().exists()).isFalse();
        assertThat(world.sim().store(newName(world)).isRunning()).isTrue();
        assertThat(world.chain().writer().isRunning()).isTrue();
        assertThat(report.now().get(0)).contains(newName(world));
        for (String path : List.of("/crawler/start", "/crawler/destroy", "/applier/stop", "/applier/start")) {
            assertThat(world.sim().journal().executed(path)).as(path).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void aNewStoreTakesOverAndTheOldOneGoes() {
        try (StoreWorld world = dead()) {
            Plan plan = plan(world);
            assertThat(plan.blocked()).as("%s", plan).isFalse();
            assertThat(world.mutations()).isEmpty();
            assertThat(plan.curl().get(1))
                    .contains("checkpoint=::::" + from(world).getEpochSecond() + ":");
            replaced(world, plan.confirm(world.name()).run());
        }
    }

    @Test
    void withoutTheExperimentalCallsThereIsNoPlan() {
        try (StoreWorld world = StoreWorld.start()) {
            assertThatThrownBy(() -> plan(world))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("experimental(true)");
        }
    }

    @Test
    void whatWouldLoseDataIsBlocked() {
        try (StoreWorld world = dead()) {
            assertThat(world.store()
                            .procedures()
                            .replace(
                                    from(world),
                                    o -> o.readers(world.chain().writer().name()))
                            .toString())
                    .contains("BLOCK source logs");
            Instant late = world.chain().writer().position().plusSeconds(60);
            assertThat(world.store()
                            .procedures()
                            .replace(
                                    late,
                                    o -> o.readers(world.chain().writer().name())
                                            .sourceHasItsLogs())
                            .toString())
                    .contains("BLOCK reader", "would be lost");
        }
    }

    @Test
    void aNewStoreThatDiesLeavesTheOldOneUntouched() {
        try (StoreWorld world = dead()) {
            world.truth().source().purgeLogs(from(world).plusSeconds(30));
            Report report = failing(world, plan(world));
            assertThat(report.steps())
                    .extracting(StepResult::outcome)
                    .startsWith(StepOutcome.DONE, StepOutcome.FAILED, StepOutcome.NOT_RUN);
            assertThat(world.truth().exists()).isTrue();
            assertThat(world.executed()).containsExactly("/crawler/start");
            assertThat(report.now().get(0)).contains(newName(world));
            assertThat(report.next().get(0)).contains("the old store is untouched");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/crawler/start", "/crawler/destroy", "/applier/stop", "/applier/start"})
    void aRefusedStepIsGoneOnFrom(String path) {
        try (StoreWorld world = dead()) {
            Plan plan = plan(world);
            world.sim().answer(OmsAnswer.rejected("CM-RESOAT000013", "no").on(path));
            Report report = failing(world, plan);
            assertThat(report.next()).isNotEmpty();
            replaced(world, report.resume().confirm(world.name()).run());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/crawler/start", "/crawler/destroy", "/applier/stop", "/applier/start"})
    void aLostAnswerIsSettledByReading(String path) {
        try (StoreWorld world = dead()) {
            Plan plan = plan(world);
            world.sim().fail(Fault.resetAfter().on(path));
            replaced(world, plan.confirm(world.name()).run());
        }
    }

    @Test
    void aCreateThatWasLostIsNeverSentAgain() {
        try (StoreWorld world = dead()) {
            Plan plan = plan(world);
            world.sim().fail(Fault.resetBefore().on("/crawler/start"));
            Report report = failing(world, plan);
            assertThat(report.steps().get(0).outcome()).isEqualTo(StepOutcome.UNKNOWN);
            int sent = world.mutations().size();
            Report again = failing(world, report.resume());
            assertThat(again.steps().get(0).outcome()).isEqualTo(StepOutcome.REJECTED);
            assertThat(world.mutations()).hasSize(sent);
            world.sim().advance(Duration.ofSeconds(10));
            replaced(world, plan(world).confirm(world.name()).run());
        }
    }
}
