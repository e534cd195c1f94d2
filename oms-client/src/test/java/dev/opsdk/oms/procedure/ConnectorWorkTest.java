package dev.opsdk.oms.procedure;

import static dev.opsdk.oms.procedure.WorkerWorld.SECOND_HOST;
import static dev.opsdk.oms.procedure.WorkerWorld.failing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.oms.model.PullBack;
import dev.opsdk.simulator.oms.OmsGeneration;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ConnectorWorkTest {
    private static final String SUBTOPIC = "p_orders_source-000-0";

    private final WorkerWorld world = WorkerWorld.start();
    private final Instant now = world.sim().clock().now();

    @AfterEach
    void close() {
        world.close();
    }

    private ConnectorProcedures procedures() {
        return world.oms().connector(world.connector()).procedures();
    }

    private Plan back(Instant to, UnaryOperator<ConnectorOptions> how) {
        return procedures().pullBack(PullBack.to(SUBTOPIC, to), how);
    }

    private static CheckResult check(Plan plan, String name) {
        return plan.checks().stream()
                .filter(check -> check.name().equals(name))
                .map(PreCheck::result)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatCannotBeCheckedIsSaid() {
        Plan plan = back(now.minusSeconds(60), o -> o);
        for (String name : new String[] {"connector", "subtopic", "store window", "direction"}) {
            assertThat(check(plan, name)).as(name).isEqualTo(CheckResult.CANNOT_CHECK);
        }
        assertThat(plan.blocked()).isFalse();
        assertThat(WorkerWorld.requests(plan).get(2)).contains("pullBackFlag=true");
    }

    @Test
    void aTargetOutsideOfTheStoreOrInTheFutureOrForwardIsBlocked() {
        UnaryOperator<ConnectorOptions> told = o -> o.readingFrom(world.store()).probedBy(world.console());
        assertThat(back(now.minusSeconds(60), told).blocked()).isFalse();
        assertThat(check(back(now.minus(Duration.ofDays(3)), told), "store window"))
                .isEqualTo(CheckResult.BLOCK);
        assertThat(check(back(now.plusSeconds(1), told), "target")).isEqualTo(CheckResult.BLOCK);
        world.chain().connector().at(now.minus(Duration.ofHours(3)));
        Plan forward = back(now.minusSeconds(60), told);
        assertThat(check(forward, "direction")).isEqualTo(CheckResult.BLOCK);
        assertThat(check(back(now.minusSeconds(60), o -> told.apply(o).allowForward()), "direction"))
                .isEqualTo(CheckResult.WARN);
        failing(forward);
        assertThat(check(procedures().pullBack(PullBack.to("another", now.minusSeconds(60)), told), "subtopic"))
                .isEqualTo(CheckResult.BLOCK);
        assertThat(world.mutations()).isEmpty();
    }

    @Test
    void aStartThatFailsLeavesItStoppedAndSaysBothWaysOut() {
        Instant was = world.chain().connector().position();
        world.chain().connector().failsToStart(1);
        Report report = failing(back(now.minus(Duration.ofHours(2)), o -> o.probedBy(world.console())));
        assertThat(report.steps().get(2).outcome()).isEqualTo(StepOutcome.REJECTED);
        assertThat(world.chain().connector().isRunning()).isFalse();
        assertThat(report.next().get(0)).contains("WITH the flag").contains("pullBackFlag=true");
        assertThat(report.next().get(1))
                .contains("restore the old checkpoint: curl")
                .contains(Long.toString(was.getEpochSecond()))
                .contains("WITHOUT the flag");
        assertThat(report.resume().run().complete()).isTrue();
        assertThat(world.chain().connector().position()).isBefore(was);
    }

    @Test
    void whoeverElseStartsItMeanwhileHasNotPulledItBack() {
        Instant was = world.chain().connector().position();
        Report report = failing(
                back(now.minus(Duration.ofHours(2)), o -> o.probedBy(world.console())),
                WorkerWorld.before(
                        3, () -> world.oms().connector(world.connector()).start()));
        assertThat(report.steps().get(2).outcome()).isEqualTo(StepOutcome.REJECTED);
        assertThat(report.next().get(0)).contains("something else started it");
        assertThat(world.chain().connector().position()).isEqualTo(was);
        assertThat(report.resume().run().complete()).isTrue();
        assertThat(world.chain().connector().position()).isBefore(was);
    }

    @Test
    void aMaskedValueAnIdentityAndACheckpointAreNotWritten() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> procedures().update(u -> u.sink("password", "******"), o -> o))
                .withMessageContaining("mask");
        assertThat(procedures().update(u -> u.source("subTopic", "x"), o -> o).blocked())
                .isTrue();
        assertThat(procedures()
                        .update(u -> u.pullBackTo(PullBack.to(SUBTOPIC, now.minusSeconds(9))), o -> o)
                        .blocked())
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> procedures().setJvm(j -> j.initialHeap("8g").maxHeap("4g"), o -> o));
        Plan plan = procedures().update(u -> u.sink("password", "brandNew1"), o -> o);
        assertThat(plan.toString() + plan.curl()).doesNotContain("brandNew1");
        assertThat(check(plan, "rollback")).isEqualTo(CheckResult.WARN);
    }

    @Test
    void jvmParametersAreSetAndAStoppedConnectorStaysStopped() {
        world.oms().connector(world.connector()).stop();
        Report report = procedures()
                .setJvm(j -> j.initialHeap("4g").maxHeap("6g"), ConnectorOptions::assumeStopped)
                .run();
        assertThat(report.steps()).hasSize(1);
        assertThat(report.next()).containsExactly("it is changed and left stopped, as it was");
        assertThat(world.chain().connector().config("coordinator", "connectorJvmParam"))
                .contains("-Xms4g -Xmx6g");
        assertThat(world.chain().connector().isRunning()).isFalse();
        Report seen = procedures()
                .setJvm(j -> j.maxHeap("6g"), o -> o.probedBy(world.console()))
                .run();
        assertThat(seen.steps().get(0).outcome()).isEqualTo(StepOutcome.ALREADY);
        assertThat(world.chain().connector().isRunning()).isFalse();
    }

    @Test
    void aReplyThatNamesNothingIsReportedAndNotGuessed() {
        try (WorkerWorld first =
                WorkerWorld.of(sim -> sim.generation(OmsGeneration.GEN1).migrateReplyField(""), client -> {})) {
            Report report = failing(
                    first.oms().connector(first.connector()).procedures().migrate(SECOND_HOST, o -> o));
            assertThat(report.steps().get(1).outcome()).isEqualTo(StepOutcome.FAILED);
            assertThat(report.next().toString())
                    .contains("the reply that named nothing")
                    .contains("do NOT start");
            assertThat(first.sim().journal().requests("/connector/task/startByName"))
                    .isEmpty();
        }
    }

    @Test
    void aDestinationThatIsNoneIsBlocked() {
        Plan plan = procedures().migrate("nowhere", o -> o);
        assertThat(check(plan, "destination")).isEqualTo(CheckResult.BLOCK);
        failing(plan);
        assertThat(world.mutations()).isEmpty();
    }

    @Test
    void onlyGenerationTwoPicksAHostItself() {
        assertThat(procedures().migrateAnywhere(o -> o).run().complete()).isTrue();
        try (WorkerWorld first = WorkerWorld.of(sim -> sim.generation(OmsGeneration.GEN1), client -> {})) {
            assertThat(first.oms()
                            .connector(first.connector())
                            .procedures()
                            .migrateAnywhere(o -> o)
                            .blocked())
                    .isTrue();
        }
    }
}
