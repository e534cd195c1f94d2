package dev.opsdk.oms.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.oms.ComponentState;
import dev.opsdk.simulator.oms.OmsStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RemoveStoreTest {
    @Test
    void theLastStoreIsStoppedOnlyWhenConfirmed() {
        try (StoreWorld world = StoreWorld.start()) {
            Plan plan = world.store().procedures().stop(o -> o);
            assertThat(plan.toString()).contains("WARN readers", "CANNOT_CHECK other stores");
            assertThatThrownBy(plan::run).isInstanceOf(IllegalStateException.class);
            assertThat(world.mutations()).isEmpty();
            Report report = plan.confirm(world.name()).run();
            assertThat(report.steps().get(0).outcome()).isEqualTo(StepOutcome.DONE);
            assertThat(world.truth().state()).isEqualTo(ComponentState.STOPPED);
            assertThat(report.next()).singleElement().asString().startsWith("to start it again: ");
            assertThat(report.resume()
                            .confirm(world.name())
                            .run()
                            .steps()
                            .get(0)
                            .outcome())
                    .isEqualTo(StepOutcome.ALREADY);
            assertThat(world.executed()).containsExactly("/crawler/clear");
        }
    }

    @Test
    void besideAHealthyStoreNoConfirmationIsNeeded() {
        try (StoreWorld world = StoreWorld.start()) {
            OmsStore other = world.sim().addStore(world.truth().subTopic());
            world.sim().advance(Duration.ofSeconds(10));
            world.store().procedures().stop(o -> o.others(other.name())).run();
            assertThat(world.truth().isRunning()).isFalse();
            assertThat(other.isRunning()).isTrue();
        }
    }

    @Test
    void aHealthyStoreOfAnotherSubtopicStandsInForNothing() {
        try (StoreWorld world = StoreWorld.start()) {
            OmsStore stranger = world.sim().addStore("p_other_source-000-0");
            world.sim().advance(Duration.ofSeconds(10));
            assertThat(world.store()
                            .procedures()
                            .stop(o -> o.others(stranger.name()))
                            .destructive())
                    .isTrue();
            world.truth().dies();
            Plan plan = world.store()
                    .procedures()
                    .destroy(o -> o.others(stranger.name())
                            .readers(world.chain().writer().name()));
            assertThat(plan.blocked()).as("%s", plan).isTrue();
        }
    }

    @Test
    void whatCannotBeBelievedIsNeitherStoppedNorDestroyed() {
        try (StoreWorld world = StoreWorld.start()) {
            world.truth().active(false);
            assertThat(world.store().procedures().stop(o -> o).blocked()).isTrue();
            assertThat(world.store().procedures().destroy(o -> o.allowingLast()).blocked())
                    .isTrue();
        }
    }

    @Test
    void aRunningStoreIsNotDestroyed() {
        try (StoreWorld world = StoreWorld.start()) {
            Plan plan = world.store().procedures().destroy(o -> o.allowingLast());
            assertThat(plan.blocked()).isTrue();
            assertThat(plan.toString()).contains("it runs: stop it first");
        }
    }

    @Test
    void theLastCoveringStoreIsNotDestroyedUnlessAllowed() {
        try (StoreWorld world = StoreWorld.start()) {
            world.store().clear();
            Plan plan = world.store().procedures().destroy(o -> o);
            assertThat(plan.blocked()).isTrue();
            assertThat(plan.toString()).contains("BLOCK covered");
            Plan allowed = world.store().procedures().destroy(o -> o.allowingLast());
            assertThat(allowed.blocked()).isFalse();
            assertThatThrownBy(allowed::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("confirm");
            assertThatThrownBy(() -> allowed.confirm("another")).isInstanceOf(IllegalArgumentException.class);
            Report report = allowed.confirm(world.name()).run();
            assertThat(world.truth().exists()).isFalse();
            assertThat(report.now().get(0)).contains("there is no store");
        }
    }

    @Test
    void anotherStoreHasToHoldWhatTheWriterNeeds() {
        try (StoreWorld world = StoreWorld.start()) {
            OmsStore other = world.sim().addStore(world.truth().subTopic());
            world.sim().advance(Duration.ofSeconds(10));
            world.store().clear();
            Plan covered = world.store()
                    .procedures()
                    .destroy(o -> o.others(other.name())
                            .readers(world.chain().writer().name()));
            assertThat(covered.toString()).contains("PASS covered");
            world.chain().writer().at(other.begin().minusSeconds(1));
            Plan not = world.store()
                    .procedures()
                    .destroy(o -> o.others(other.name())
                            .readers(world.chain().writer().name()));
            assertThat(not.blocked()).isTrue();
            assertThat(not.toString()).contains(world.chain().writer().name());
        }
    }

    @Test
    void aStoreThatIsStartedMeanwhileIsNotDestroyed() {
        try (StoreWorld world = StoreWorld.start()) {
            world.store().clear();
            Plan plan = world.store().procedures().destroy(o -> o.allowingLast());
            world.store().restore();
            ProcedureException thrown = catchThrowableOfType(
                    ProcedureException.class, () -> plan.confirm(world.name()).run());
            assertThat(thrown.report().steps().get(0).outcome()).isEqualTo(StepOutcome.REJECTED);
            assertThat(thrown.report().next()).singleElement().asString().startsWith("the store is still there");
            assertThat(world.truth().isRunning()).isTrue();
        }
    }

    @Test
    void aDestroyThatNobodyAnsweredForIsNeverSentAgain() {
        try (StoreWorld world = StoreWorld.start()) {
            world.store().clear();
            world.sim().fail(Fault.resetBefore().on("/crawler/destroy"));
            Plan plan = world.store().procedures().destroy(o -> o.allowingLast());
            Report report = catchThrowableOfType(
                            ProcedureException.class,
                            () -> plan.confirm(world.name()).run())
                    .report();
            assertThat(report.steps().get(0).outcome()).isEqualTo(StepOutcome.UNKNOWN);
            assertThat(report.next().get(0)).contains("never sends it again");
            Report again = catchThrowableOfType(
                            ProcedureException.class,
                            () -> report.resume().confirm(world.name()).run())
                    .report();
            assertThat(again.steps().get(0).outcome()).isEqualTo(StepOutcome.REJECTED);
            assertThat(again.steps().get(0).detail()).contains("its answer was lost; it is still there");
            assertThat(again.next().get(0)).contains("never sends it again");
            assertThat(world.sim().journal().requests("/crawler/destroy")).hasSize(1);
        }
    }

    @Test
    void aStoreThatIsGoneIsDoneAndTheNameIsDoubted() {
        try (StoreWorld world = StoreWorld.start()) {
            Plan plan = world.oms()
                    .store("10.9.9.9-7100:nobody:0000000001")
                    .procedures()
                    .destroy(o -> o);
            assertThat(plan.toString()).contains("a mistyped name looks the same");
        }
    }
}
