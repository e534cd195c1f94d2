package dev.opsdk.openmldb.procedure;

import static dev.opsdk.openmldb.procedure.Scenario.last;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.ProcedureListener;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run switched off it switches on again, and no more than that; what it could not put back it says, and a resume does it. */
class AutoFailoverPutBackTest {
    private final OpenMldbWorld world =
            OpenMldbWorld.inProcess(sim -> sim.tablets(3).systemTables(false));

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
        world.close();
    }

    private Plan change() {
        return world.ops().partition("db", "t1", 0).changeLeader(world.tablet(1));
    }

    private long switches() {
        return world.mutationMethods().stream().filter("ConfSet"::equals).count();
    }

    @Test
    void lostAnswersAreNotTheEnd() {
        world.wire().beforeNext("RecoverTable", () -> world.wire().loseAnswers("ConfSet", 2));
        Report report = Scenario.run(change());
        assertThat(report.complete()).as("%s", report).isTrue();
        assertThat(last(report).outcome()).isEqualTo(StepOutcome.DONE);
        assertThat(switches()).as("off once, on until it is answered").isEqualTo(4);
        assertThat(world.sim().isAutoFailover()).isTrue();
    }

    @Test
    void afterThreeLostAnswersTheStateIsReadAgain() {
        world.wire().beforeNext("RecoverTable", () -> world.wire().loseAnswers("ConfSet", 9));
        Report report = Scenario.run(change());
        assertThat(report.complete()).as("%s", report).isTrue();
        assertThat(switches()).isEqualTo(4);
        assertThat(world.sim().isAutoFailover()).isTrue();
    }

    @Test
    void whatCouldNotBePutBackIsSaidFirstAndAResumeDoesIt() {
        world.wire().beforeNext("RecoverTable", () -> world.wire().refuse("ConfSet"));
        Report report = Scenario.run(change());
        assertThat(report.complete()).isFalse();
        assertThat(report.now())
                .contains("auto_failover was on before this run and was not put back; it is OFF")
                .doesNotContain("auto_failover is OFF");
        assertThat(report.next().get(0))
                .isEqualTo("auto_failover was not put back: report.resume() does it, or set it to true by hand");
        world.wire().refuseNothing();
        Plan rest = report.resume();
        assertThat(rest.checks()).noneMatch(check -> check.name().equals("auto_failover"));
        assertThat(Scenario.run(rest).complete()).isTrue();
        assertThat(world.sim().isAutoFailover()).isTrue();
    }

    @Test
    void itIsPutBackAlsoWhenTheRestIsForbiddenMeanwhile() {
        world.wire().beforeNext("Migrate", () -> {
            world.wire().refuse("Migrate");
            world.wire().refuse("ConfSet");
        });
        Report report = Scenario.run(world.ops().partition("db", "t1", 0).migrate(world.tablet(1), world.tablet(2)));
        assertThat(world.sim().isAutoFailover()).isFalse();
        world.wire().refuseNothing();
        world.sim().replica("db", "t1", 0, world.tablet(0)).markDead();
        Plan rest = report.resume();
        assertThat(rest.checks()).anyMatch(check -> check.detail().contains("no leader is alive to copy from"));
        Report end = Scenario.run(rest);
        assertThat(world.sim().isAutoFailover()).as("%s", end).isTrue();
        assertThat(end.complete()).isFalse();
        assertThat(end.toString()).contains("REJECTED", "no leader is alive to copy from");
        assertThat(world.mutationMethods()).doesNotContain("Migrate");
    }

    @Test
    void whatSomebodySwitchedOffBeforeTheRunStaysOff() {
        Plan plan = change();
        world.ops().nameServer().autoFailover(false);
        Report report = Scenario.run(plan);
        assertThat(last(report).toString()).contains("ALREADY put auto_failover back: this run did not change it");
        assertThat(switches()).as("only somebody's own").isEqualTo(1);
        assertThat(world.sim().isAutoFailover()).isFalse();
        assertThat(report.now()).contains("auto_failover is OFF");
    }

    @Test
    void anInterruptDoesNotKeepItOffAndTheThreadStillKnows() {
        Report report = Scenario.run(
                plan -> plan.run(new ProcedureListener() {
                    @Override
                    public void onStep(int number, Step step) {
                        if (step.title().equals("put auto_failover back")) {
                            Thread.currentThread().interrupt();
                        }
                    }
                }),
                change());
        assertThat(Thread.interrupted()).as("%s", report).isTrue();
        assertThat(world.sim().isAutoFailover()).isTrue();
    }

    @Test
    void whatTheServerDoesWhileItIsOnNeedsNoSwitching() {
        world.ops().partition("db", "t1", 0).addReplica(world.tablet(2)).run();
        Scenario.run(Scenario.confirmed(world.ops().partition("db", "t1", 0).delReplica(world.tablet(2))));
        assertThat(world.mutationMethods()).containsExactly("AddReplicaNS", "DelReplicaNS");
    }

    @Test
    void aRecoveryThatCanRepairNothingSwitchesNothing() {
        world.sim().table("", "old").placedOn(world.tablet(2)).create();
        world.sim().tablet(2).kill();
        world.sim().advance(java.time.Duration.ofMinutes(1));
        world.sim().forgetCalls();
        Plan plan = world.ops().procedures().recoverData(o -> o).plan();
        assertThat(plan.steps()).extracting(Step::title).contains("see that old is healthy");
        assertThat(Scenario.run(plan).complete()).isFalse();
        assertThat(world.mutations()).isEmpty();
    }
}
