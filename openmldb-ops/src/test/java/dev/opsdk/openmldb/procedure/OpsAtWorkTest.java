package dev.opsdk.openmldb.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.model.OpState;
import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.simulator.openmldb.OpStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ops that run already, that come late, that are not there, and that have ended when the partition is not well. */
class OpsAtWorkTest {
    private static final PartitionId T1 = new PartitionId("db", "t1", 0);

    private final OpenMldbWorld world = OpenMldbWorld.inProcess(
            sim -> sim.tablets(4).nameServers(3).systemTables(false).takeOverTime(Duration.ofSeconds(7)));
    private final OpenMldbOps somebody = world.client(client -> client.interceptor(world.wire()));
    private final String leader = world.tablet(0);
    private final String follower = world.tablet(1);
    private final String other = world.tablet(2);

    @BeforeEach
    void aTable() {
        world.sim().table("db", "t1").rows(10).placedOn(leader, follower).create();
    }

    @AfterEach
    void end() {
        somebody.close();
        world.close();
    }

    private PartitionProcedures partition() {
        return world.ops().partition("db", "t1", 0);
    }

    private void addingARunningOp() {
        world.sim().holdOps();
        somebody.nameServer().addReplica(T1, other);
    }

    private void once(Runnable event) {
        world.time().whileAsleep(() -> {
            world.time().whileAsleep(() -> {});
            event.run();
        });
    }

    private static void complete(Plan plan) {
        Report report = Scenario.run(plan);
        assertThat(report.complete()).as("%s", report).isTrue();
    }

    @Test
    void whatTheRunningOpReachesIsNotSentAgain() {
        addingARunningOp();
        Plan plan = partition().addReplica(other);
        world.sim().releaseOps();
        complete(plan);
        assertThat(world.mutationMethods()).containsExactly("AddReplicaNS");
        assertThat(world.sim().refusals()).isEmpty();
    }

    @Test
    void whatTheRunningOpMakesImpossibleIsNotSent() {
        addingARunningOp();
        Plan plan = partition().migrate(follower, other);
        assertThat(plan.blocked()).isFalse();
        world.sim().releaseOps();
        Report report = Scenario.run(plan);
        assertThat(report.complete()).isFalse();
        assertThat(report.toString()).contains("there is a replica on both", "choose another destination");
        assertThat(world.mutationMethods()).doesNotContain("Migrate");
    }

    @Test
    void aRunningOpThatFailsIsNotOurs() {
        world.sim().failOps("kAddReplicaOP", "kPauseSnapshot", 1);
        addingARunningOp();
        Plan plan = partition().changeLeader(follower);
        world.sim().releaseOps();
        complete(plan);
        assertThat(world.sim().ops()).anyMatch(op -> op.status() == OpStatus.FAILED);
        assertThat(world.view().leader("db", "t1", 0)).contains(follower);
    }

    @Test
    void whenTheAnswerIsLostItsOpIsWaitedFor() {
        world.wire().loseAnswers("AddReplicaNS", 1);
        complete(partition().addReplica(other));
        assertThat(world.mutationMethods()).containsExactly("AddReplicaNS");
        assertThat(world.time().sleeps()).isPositive();
    }

    @Test
    void anOpThatIsListedLateIsWaitedFor() {
        world.wire().pretend("AddReplicaNS");
        once(() -> somebody.nameServer().addReplica(T1, other));
        complete(partition().addReplica(other));
        assertThat(world.mutationMethods()).containsExactly("AddReplicaNS");
    }

    @Test
    void anOpThatIsForgottenAfterItEndedWellIsNoFailure() {
        world.wire().pretend("AddReplicaNS");
        once(() -> {
            somebody.partition("db", "t1", 0).addReplica(other).run();
            somebody.opProcedures().deleteAll("db", OpState.Known.DONE).run();
        });
        complete(partition().addReplica(other));
        assertThat(world.sim().ops()).isEmpty();
    }

    @Test
    void anOpThatIsNeverListedIsGivenUpAfterTwentySeconds() {
        world.wire().pretend("AddReplicaNS");
        Report report = Scenario.run(partition().addReplica(other));
        assertThat(report.complete()).isFalse();
        assertThat(report.toString()).contains("the nameserver lists no op for it after ");
        assertThat(world.time().slept()).isBetween(Duration.ofSeconds(18), Duration.ofSeconds(24));
    }

    @Test
    void anOpThatANewLeaderListsAfterAWhileIsWaitedFor() {
        Plan plan = partition().addReplica(other);
        world.sim().holdOps();
        world.time().whileAsleep(() -> {
            if (world.time().slept().compareTo(Duration.ofSeconds(40)) > 0) {
                world.time().whileAsleep(() -> {});
                world.sim().failOver();
                world.sim().releaseOps();
            }
        });
        complete(plan);
        assertThat(world.mutationMethods()).containsExactly("AddReplicaNS");
    }

    @Test
    void aReplicaThatItsTabletDoesNotHoldIsNotRecovered() {
        world.sim().breakReplica("db", "t1", 0, follower);
        world.time().whileAsleep(() -> {
            if (world.sim().ops().stream().allMatch(op -> op.status() == OpStatus.DONE)) {
                world.sim().replica("db", "t1", 0, follower).unload();
            }
        });
        Report report = Scenario.run(partition().recoverTable(follower));
        assertThat(report.complete()).isFalse();
        assertThat(report.toString()).contains("the nameserver says alive, but the tablet does not hold it");
    }

    @Test
    void aReplicaThatComesBackByItselfIsRecovered() {
        world.sim().replica("db", "t1", 0, follower).markDead();
        world.wire().beforeNext("RecoverTable", () -> somebody.nameServer().updateTableAliveStatus(T1, follower, true));
        complete(partition().recoverTable(follower));
        assertThat(world.sim().refusals()).as("it is alive").hasSize(1);
    }

    @Test
    void aRefusedRecoveryIsNoRecovery() {
        world.sim().breakReplica("db", "t1", 0, follower);
        world.wire().beforeNext("RecoverTable", () -> somebody.nameServer().autoFailover(true));
        Report report = Scenario.run(partition().recoverTable(follower));
        assertThat(report.steps()).anyMatch(step -> step.outcome() == StepOutcome.REJECTED);
    }

    @Test
    void aCancelledOpThatGoesOnIsNotCancelled() {
        addingARunningOp();
        world.wire().pretend("CancelOP");
        Report report = Scenario.run(world.ops().opProcedures().cancel(1));
        assertThat(report.complete()).isFalse();
        assertThat(report.toString()).contains("op 1 to end");
        assertThat(world.time().slept()).isGreaterThanOrEqualTo(Duration.ofSeconds(58));
    }

    @Test
    void aCancelledOpIsWaitedFor() {
        addingARunningOp();
        world.wire().pretend("CancelOP");
        once(() -> somebody.nameServer().cancelOp(1));
        Report report = Scenario.run(world.ops().opProcedures().cancel(1));
        assertThat(report.complete()).as("%s", report).isTrue();
        assertThat(report.toString()).contains("DONE cancel op 1: ").contains("CANCELED");
    }
}
