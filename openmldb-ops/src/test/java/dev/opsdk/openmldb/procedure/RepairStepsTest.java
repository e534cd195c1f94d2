package dev.opsdk.openmldb.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.assess.Action;
import dev.opsdk.openmldb.model.LoadTable;
import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.model.StorageMode;
import dev.opsdk.openmldb.model.TableInfo;
import dev.opsdk.openmldb.model.TableMode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Marks and loads that the nameserver's ops know nothing of: done once, waited for, and not believed before they are seen. */
class RepairStepsTest {
    private static final PartitionId T1 = new PartitionId("db", "t1", 0);

    private final OpenMldbWorld world = OpenMldbWorld.inProcess(
            sim -> sim.tablets(3).systemTables(false).autoFailover(false).loadTime(Duration.ofSeconds(30)));
    private final OpenMldbOps somebody = world.client(client -> client.interceptor(world.wire()));
    private final String leader = world.tablet(0);
    private final String follower = world.tablet(1);

    @BeforeEach
    void aTable() {
        world.sim().table("db", "t1").rows(10).placedOn(leader, follower).create();
    }

    @AfterEach
    void end() {
        somebody.close();
        world.close();
    }

    private RepairSteps repairs() {
        return new RepairSteps(world.ops(), new Guarded(world.ops()), T1);
    }

    private TableInfo table() {
        return world.ops().nameServer().table("db", "t1").orElseThrow();
    }

    private StepResult run(Step.Builder step) {
        Report report = Scenario.run(Plan.of("repair", "db.t1/0", world.time())
                .steps(List.of(step.build()))
                .now(List::of)
                .next(results -> List.of("look"))
                .again(() -> {
                    throw new IllegalStateException("nobody asks");
                })
                .build());
        return report.steps().get(0);
    }

    private StepResult load() {
        long tid = table().tid().orElseThrow();
        return run(repairs()
                .load(
                        new Action.LoadTable(T1, leader, tid, TableMode.of("kTableLeader"), StorageMode.of("kMemory")),
                        table()));
    }

    private void loadedBySomebody() {
        somebody.tablet(leader).load(LoadTable.of(table(), 0, TableMode.Known.LEADER));
    }

    private boolean served() {
        return world.view().replica("db", "t1", 0, leader).orElseThrow().isHealthy();
    }

    private long loads() {
        return world.mutationMethods().stream().filter("LoadTable"::equals).count();
    }

    @Test
    void aReplicaIsMarkedOnceAndOnlyWhereThereIsOne() {
        assertThat(run(repairs().markAlive(follower, false)).outcome()).isEqualTo(StepOutcome.DONE);
        assertThat(table().partition(0).orElseThrow().on(follower).orElseThrow().alive())
                .isFalse();
        assertThat(run(repairs().markAlive(follower, false)).outcome()).isEqualTo(StepOutcome.ALREADY);
        StepResult elsewhere = run(repairs().markAlive(world.tablet(2), true));
        assertThat(elsewhere.outcome()).isEqualTo(StepOutcome.REJECTED);
        assertThat(elsewhere.detail()).contains("it has no replica there");
        assertThat(world.mutationMethods()).containsExactly("UpdateTableAliveStatus");
    }

    @Test
    void aStepSaysHowTheReplicaIsMarked() {
        assertThat(repairs().markAlive(follower, false).build().title())
                .isEqualTo("db.t1/0: mark the replica on " + follower + " not alive");
        assertThat(repairs().markAlive(follower, true).build().title())
                .isEqualTo("db.t1/0: mark the replica on " + follower + " alive");
    }

    @Test
    void aLoadWhoseAnswerIsLostIsWaitedForAndNotSentAgain() {
        world.sim().replica("db", "t1", 0, leader).unload();
        world.wire().loseAnswers("LoadTable", 1);
        StepResult step = load();
        assertThat(step.outcome()).as("%s", step).isEqualTo(StepOutcome.DONE);
        assertThat(served()).isTrue();
        assertThat(loads()).isEqualTo(1);
    }

    @Test
    void aLoadThatSomebodyBeganIsWaitedFor() {
        world.sim().replica("db", "t1", 0, leader).unload();
        loadedBySomebody();
        StepResult step = load();
        assertThat(step.outcome()).as("%s", step).isEqualTo(StepOutcome.DONE);
        assertThat(served()).isTrue();
        assertThat(loads()).isEqualTo(1);
    }

    @Test
    void aLoadThatIsListedLateIsWaitedFor() {
        world.sim().replica("db", "t1", 0, leader).unload();
        world.wire().pretend("LoadTable");
        world.time().whileAsleep(() -> {
            world.time().whileAsleep(() -> {});
            loadedBySomebody();
        });
        StepResult step = load();
        assertThat(step.outcome()).as("%s", step).isEqualTo(StepOutcome.DONE);
        assertThat(served()).isTrue();
    }

    @Test
    void aLoadThatIsNeverListedIsGivenUpAfterTwentySeconds() {
        world.sim().replica("db", "t1", 0, leader).unload();
        world.wire().pretend("LoadTable");
        StepResult step = load();
        assertThat(step.outcome()).isEqualTo(StepOutcome.FAILED);
        assertThat(step.detail()).contains("the tablet does not list it 20 s after");
        assertThat(world.time().slept()).isBetween(Duration.ofSeconds(18), Duration.ofSeconds(24));
    }

    @Test
    void whatServesIsNotLoaded() {
        assertThat(load().outcome()).isEqualTo(StepOutcome.ALREADY);
        world.sim().replica("db", "t1", 0, leader).mismatchRole();
        StepResult step = load();
        assertThat(step.outcome()).isEqualTo(StepOutcome.REJECTED);
        assertThat(step.detail()).contains("the tablet holds it in another role");
        assertThat(loads()).isZero();
    }

    @Test
    void nothingIsSentForAPartitionThatIsNotThere() {
        PartitionId gone = new PartitionId("db", "t1", 9);
        PartitionSteps steps = new PartitionSteps(world.ops(), new Guarded(world.ops()), gone);
        StepResult step = run(steps.addReplica(world.tablet(2)));
        assertThat(step.outcome()).isEqualTo(StepOutcome.REJECTED);
        assertThat(step.detail()).contains("there is no partition db.t1/9");
        assertThat(world.mutations()).isEmpty();
    }
}
