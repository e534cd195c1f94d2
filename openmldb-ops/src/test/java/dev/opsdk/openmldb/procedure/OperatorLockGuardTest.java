package dev.opsdk.openmldb.procedure;

import static dev.opsdk.openmldb.procedure.Scenario.first;
import static dev.opsdk.openmldb.procedure.Scenario.last;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.openmldb.OpenMldbOps;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Who operates a cluster alone: what a run does when somebody else has the lock, takes it, or frees it. */
class OperatorLockGuardTest {
    @TempDir
    Path dir;

    private final OpenMldbWorld world =
            OpenMldbWorld.inProcess(sim -> sim.tablets(3).systemTables(false));
    private final MemoryLocks locks = new MemoryLocks();
    private final OpenMldbOps ops = locks.client(world);

    @BeforeEach
    void aTable() {
        world.sim()
                .table("db", "t1")
                .rows(10)
                .placedOn(world.tablet(0), world.tablet(1))
                .create();
    }

    @AfterEach
    void end() {
        ops.close();
        world.close();
    }

    private Plan change() {
        return ops.partition("db", "t1", 0).changeLeader(world.tablet(1));
    }

    @Test
    void aRunTakesItFirstAndFreesItLast() {
        Plan plan = change();
        assertThat(plan.checks()).contains(new PreCheck("operators' lock", CheckResult.PASS, "nobody holds it"));
        assertThat(locks.holder()).isEmpty();
        Report report = plan.run();
        assertThat(first(report).toString()).contains("DONE take the operators' lock: held by this run");
        assertThat(last(report).toString()).contains("DONE free the operators' lock: this run does not hold it");
        assertThat(locks.purposes()).containsExactly("changeLeader 'db.t1/0'");
        assertThat(locks.holder()).isEmpty();
    }

    @Test
    void whoeverHoldsItBlocksThePlan() {
        locks.takenBy("ann");
        Plan plan = change();
        assertThat(plan.blocked()).isTrue();
        assertThat(plan.checks()).contains(new PreCheck("operators' lock", CheckResult.BLOCK, "held by ann"));
    }

    @Test
    void whoeverTakesItAfterThePlanStopsTheRunAndKeepsIt() {
        Plan plan = change();
        locks.takenBy("ann");
        Report report = Scenario.run(plan);
        assertThat(first(report).outcome()).isEqualTo(StepOutcome.REJECTED);
        assertThat(first(report).detail()).contains("held by ann");
        assertThat(last(report).outcome()).isEqualTo(StepOutcome.ALREADY);
        assertThat(locks.holder()).contains("ann");
        assertThat(world.mutations()).isEmpty();
    }

    @Test
    void whoeverIsAMomentFasterStopsTheRun() {
        locks.takenUnseenBy("ann");
        Report report = Scenario.run(change());
        assertThat(first(report).outcome()).isEqualTo(StepOutcome.FAILED);
        assertThat(first(report).detail()).contains("somebody else took it");
        assertThat(world.mutations()).isEmpty();
    }

    @Test
    void whoLosesItToSomebodySendsNothingMoreAndSaysToWhom() {
        world.wire().beforeNext("ConfSet", () -> locks.takenBy("ann"));
        Report report = Scenario.run(change());
        assertThat(report.complete()).isFalse();
        assertThat(report.toString())
                .contains(
                        "this run does not hold the operators' lock any more, it is held by ann: nothing more is sent");
        assertThat(world.mutationMethods()).containsOnly("ConfSet");
        assertThat(world.sim().isAutoFailover()).isTrue();
        assertThat(locks.holder()).contains("ann");
    }

    @Test
    void whoLosesItsSessionSendsNothingMore() {
        world.wire().beforeNext("ConfSet", locks::end);
        Report report = Scenario.run(change());
        assertThat(report.toString()).contains("any more; its ZooKeeper session may have ended: nothing more is sent");
        assertThat(world.mutationMethods()).containsOnly("ConfSet");
    }

    @Test
    void whatIsDoneAlreadyIsNotStoppedByALostLock() {
        Plan plan = ops.partition("db", "t1", 0).changeLeader(world.tablet(1));
        world.ops().partition("db", "t1", 0).changeLeader(world.tablet(1)).run();
        world.wire().beforeNext("ConfSet", locks::end);
        assertThat(Scenario.run(plan).complete()).isTrue();
    }

    @Test
    void itIsFreeAfterAFailure() {
        world.sim().failOps("kChangeLeaderOP", "kChangeLeader", 1);
        assertThat(Scenario.run(change()).complete()).isFalse();
        assertThat(locks.holder()).isEmpty();
    }

    @Test
    void aPlanWithoutStepsTakesNothing() {
        locks.takenBy("ann");
        Plan plan = ops.procedures().recoverData(o -> o).plan();
        assertThat(plan.blocked()).isFalse();
        assertThat(plan.steps()).isEmpty();
        assertThat(plan.run().complete()).isTrue();
    }

    @Test
    void theDeletionOfAnOpIsPlannedAnewToo() {
        world.ops().partition("db", "t1", 0).addReplica(world.tablet(2)).run();
        Plan plan = ops.opProcedures().delete(1);
        locks.takenBy("ann");
        Report report = Scenario.run(plan);
        locks.end();
        assertThat(Scenario.run(report.resume()).complete()).isTrue();
        assertThat(world.sim().ops()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> whoWasStoppedBeforeItBeganPlansAnewAndGetsThere() {
        return Scenario.ALL.stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> {
                    Scenario.Setting setting = scenario.inProcess(dir.resolve(scenario.name()), Duration.ZERO);
                    MemoryLocks its = new MemoryLocks();
                    try (OpenMldbWorld cluster = setting.world();
                            OpenMldbOps alone = its.client(cluster)) {
                        Plan plan = Scenario.confirmed(scenario.plan().apply(setting, alone));
                        its.takenBy("ann");
                        int sent = cluster.mutations().size();
                        Report report = Scenario.run(plan);
                        assertThat(report.complete()).isFalse();
                        assertThat(cluster.mutations()).hasSize(sent);
                        its.end();
                        assertThat(report.resume().checks())
                                .noneMatch(check -> check.name().equals("resume"));
                        scenario.finish(setting, report);
                        assertThat(its.purposes()).isEqualTo(List.of(plan.procedure() + " '" + plan.target() + "'"));
                    }
                }));
    }
}
