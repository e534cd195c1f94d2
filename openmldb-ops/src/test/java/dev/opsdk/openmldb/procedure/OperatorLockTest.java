package dev.opsdk.openmldb.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.ProcedureListener;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.openmldb.OpenMldbOps;
import java.io.IOException;
import org.apache.curator.test.TestingServer;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators keep out of each other's way through the cluster's own ZooKeeper. */
class OperatorLockTest {
    private TestingServer zooKeeper;
    private OpenMldbWorld world;
    private OpenMldbOps ops;
    private OpenMldbOps second;

    @BeforeEach
    void start() throws Exception {
        zooKeeper = new TestingServer(true);
        world = OpenMldbWorld.start(
                sim -> sim.tablets(2).systemTables(false).useNames(true).sdkEndpoints(true));
        world.sim().registerIn(zooKeeper.getConnectString(), "/openmldb");
        world.sim().table("db", "t1").partitions(4).replicas(2).rows(10).create();
        ops = client();
        second = client();
    }

    private OpenMldbOps client() {
        return OpenMldbOps.builder()
                .zookeeper(zooKeeper.getConnectString(), "/openmldb")
                .timeSource(world.time())
                .exclusive(true)
                .build();
    }

    @AfterEach
    void stop() throws Exception {
        ops.close();
        second.close();
        world.close();
        zooKeeper.close();
    }

    private Plan change(OpenMldbOps client) {
        return client.partition("db", "t1", 0).changeLeader(world.tablet(1));
    }

    private boolean free() {
        return second.locks().orElseThrow().holder().isEmpty();
    }

    @Test
    void theSecondOneIsBlockedAndToldByWhom() {
        Report[] others = new Report[1];
        Report report = change(ops).run(at("make", () -> others[0] = Scenario.run(change(second))));
        assertThat(report.complete()).isTrue();
        assertThat(others[0].toString()).contains("operators' lock", "changeLeader 'db.t1/0'", "pid ");
        assertThat(others[0].steps()).allMatch(step -> step.outcome() == StepOutcome.NOT_RUN);
        assertThat(free()).isTrue();
    }

    @Test
    void whoPlannedBeforeTheOtherBeganIsStoppedAtItsFirstStep() {
        Plan late = change(second);
        Report[] others = new Report[1];
        change(ops).run(at("make", () -> others[0] = Scenario.run(late)));
        assertThat(others[0].steps().get(0).outcome()).isEqualTo(StepOutcome.REJECTED);
        assertThat(others[0].steps().get(0).detail()).contains("held by", "changeLeader 'db.t1/0'");
    }

    @Test
    void itIsFreeAfterAFailure() {
        world.sim().failOps("kChangeLeaderOP", "kChangeLeader", 1);
        assertThat(Scenario.run(change(ops)).complete()).isFalse();
        assertThat(free()).isTrue();
        assertThat(world.sim().isAutoFailover()).isTrue();
    }

    @Test
    void whoLosesItSendsNothingMore() {
        Report report = Scenario.run(plan -> plan.run(at("make", this::takeAway)), change(ops));
        assertThat(report.complete()).isFalse();
        assertThat(report.toString()).contains("does not hold the operators' lock any more");
        assertThat(world.mutationMethods()).containsOnly("ConfSet");
        assertThat(world.sim().isAutoFailover()).isTrue();
    }

    private void takeAway() {
        try {
            ZooKeeper admin = new ZooKeeper(zooKeeper.getConnectString(), 10_000, event -> {});
            admin.delete("/openmldb/opsdk_lock", -1);
            admin.close();
        } catch (IOException | KeeperException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aScaleOutWithServerNamesGoesOnThroughAFailOver() {
        world.sim().addTablet();
        world.sim().addTablet();
        int[] steps = new int[1];
        Report report = ops.procedures().scaleOut(o -> o).run(new ProcedureListener() {
            @Override
            public void onStep(int number, Step step) {
                if (++steps[0] == 4) {
                    world.sim().failOver();
                }
            }
        });
        assertThat(report.proved()).isTrue();
        assertThat(world.view().replicaCounts().values()).allMatch(count -> count == 2);
        assertThat(world.view().isHealthy()).isTrue();
        assertThat(world.sim().isAutoFailover()).isTrue();
        assertThat(free()).isTrue();
    }

    private static ProcedureListener at(String title, Runnable event) {
        return new ProcedureListener() {
            private boolean done;

            @Override
            public void onStep(int number, Step step) {
                if (!done && step.title().contains(title)) {
                    done = true;
                    event.run();
                }
            }
        };
    }
}
