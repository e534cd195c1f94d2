package dev.opsdk.openmldb.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.assess.MovePlan;
import dev.opsdk.openmldb.assess.ScaleOutOptions;
import dev.opsdk.openmldb.assess.Scope;
import dev.opsdk.openmldb.assess.UpgradePlan;
import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.simulator.openmldb.OpStatus;
import dev.opsdk.simulator.openmldb.SimCall;
import dev.opsdk.simulator.openmldb.SimTablet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Python tool does wrong, by the numbers of the contract's list (1.11). */
class WeaknessesTest {
    private static final PartitionId T1 = new PartitionId("db", "t1", 0);

    @TempDir
    Path dir;

    private static OpenMldbWorld world(int tablets) {
        return OpenMldbWorld.inProcess(sim -> sim.tablets(tablets).systemTables(false));
    }

    private static OpenMldbWorld withTable(int tablets, int partitions, int replicas) {
        OpenMldbWorld world = world(tablets);
        world.sim()
                .table("db", "t1")
                .partitions(partitions)
                .replicas(replicas)
                .rows(10)
                .create();
        return world;
    }

    private static Report failing(dev.opsdk.core.procedure.Plan plan) {
        Report report = Scenario.run(plan);
        assertThat(report.complete()).as("%s", report).isFalse();
        return report;
    }

    @Test
    void w01_rolesAreReadBeforeEachMove() {
        try (OpenMldbWorld world = withTable(2, 8, 2)) {
            world.sim().addTablet();
            world.sim().addTablet();
            ClusterOperation<MovePlan> scaleOut = world.ops().procedures().scaleOut(o -> o);
            assertThat(scaleOut.run().complete()).isTrue();
            assertThat(world.sim().refusals()).isEmpty();
            assertThat(world.view().replicaCounts().values()).allMatch(count -> count == 4);
        }
    }

    @Test
    void w01_aRoleThatChangedSinceThePlanIsSeenBeforeAnythingIsSent() {
        try (OpenMldbWorld world = withTable(3, 1, 2)) {
            var plan = world.ops().partition("db", "t1", 0).migrate(world.tablet(1), world.tablet(2));
            world.ops().partition("db", "t1", 0).changeLeader(world.tablet(1)).run();
            int sent = world.mutations().size();
            Report report = failing(plan);
            assertThat(report.toString()).contains("it leads now, and a leader cannot be moved");
            assertThat(world.mutations().stream().skip(sent).map(SimCall::method))
                    .containsOnly("ConfSet");
            assertThat(world.sim().refusals()).isEmpty();
        }
    }

    @Test
    void w02_anOlderOpOfThePartitionIsNotOurs() {
        try (OpenMldbWorld world = withTable(3, 1, 2)) {
            world.ops().partition("db", "t1", 0).changeLeader(world.tablet(1)).run();
            world.sim().codeZeroWithoutOp("ChangeLeader", 1);
            Report report = failing(world.ops().partition("db", "t1", 0).changeLeader(world.tablet(0)));
            assertThat(report.toString())
                    .contains("lists no op for it", "an answer of 0 does not mean that it is done");
        }
    }

    @Test
    void w02_aCancelledOpIsNoSuccess() {
        try (OpenMldbWorld world = withTable(3, 1, 2)) {
            OpenMldbOps other = world.client(client -> client.interceptor(world.wire()));
            world.time()
                    .whileAsleep(() -> world.sim().ops().stream()
                            .filter(op -> op.status() == OpStatus.DOING)
                            .forEach(op -> other.nameServer().cancelOp(op.id())));
            Report report = failing(world.ops().partition("db", "t1", 0).migrate(world.tablet(1), world.tablet(2)));
            assertThat(report.toString()).contains("CANCELED");
            other.close();
        }
    }

    @Test
    void w02_aWaitEndsWhenItsTimeIsOver() {
        try (OpenMldbWorld world = withTable(3, 1, 2)) {
            OpenMldbOps hasty =
                    world.client(client -> client.interceptor(world.wire()).opTimeout(Duration.ofMinutes(1)));
            world.sim().holdOps();
            Report report = failing(hasty.partition("db", "t1", 0).migrate(world.tablet(1), world.tablet(2)));
            assertThat(Duration.between(report.startedAt(), report.endedAt())).isLessThan(Duration.ofMinutes(2));
            assertThat(report.now()).anyMatch(line -> line.contains("MIGRATE") && line.endsWith("still runs"));
            assertThat(world.sim().isAutoFailover()).isTrue();
            hasty.close();
        }
    }

    @Test
    void w03_scaleInSpreadsOverTheEmptiestTabletsAndUsesEmptyOnes() {
        try (OpenMldbWorld world = withTable(3, 6, 1)) {
            world.sim().addTablet();
            world.ops().procedures().scaleIn(List.of(world.tablet(0))).run();
            assertThat(world.view().replicaCounts())
                    .containsEntry(world.tablet(0), 0)
                    .containsEntry(world.tablet(1), 2)
                    .containsEntry(world.tablet(2), 2)
                    .containsEntry(world.tablet(3), 2);
        }
    }

    @Test
    void w03_whatCannotBePlacedBlocksAndIsNoSuccess() {
        try (OpenMldbWorld world = withTable(2, 1, 2)) {
            ClusterOperation<MovePlan> scaleIn = world.ops().procedures().scaleIn(List.of(world.tablet(0)));
            assertThat(scaleIn.plan().blocked()).isTrue();
            assertThatThrownBy(scaleIn::run).isInstanceOf(ProcedureException.class);
            assertThat(world.mutations()).isEmpty();
        }
    }

    @Test
    void w04_theLeaderIsTheOneWithTheData() {
        try (OpenMldbWorld world = withTable(3, 1, 3)) {
            // none is alive any more, and the leader's tablet has lost its disk
            SimTablet lost = world.sim().tablet(0);
            lost.kill();
            lost.wipeDisk();
            lost.restart();
            world.sim().advance(Duration.ofMinutes(1));
            world.ops().procedures().awaitNoOps(Duration.ofMinutes(5));
            Report report = world.ops().procedures().recoverData(o -> o).run();
            assertThat(report.complete()).isTrue();
            assertThat(world.view().isHealthy()).isTrue();
            assertThat(world.view().replicas()).allMatch(replica -> replica.rows() == 10);
        }
    }

    @Test
    void w05_healthyReplicasAreLeftAlone() {
        try (OpenMldbWorld world = withTable(3, 6, 3)) {
            world.sim().breakReplica("db", "t1", 0, world.tablet(1));
            world.ops().procedures().recoverData(o -> o).run();
            assertThat(world.view().isHealthy()).isTrue();
            assertThat(world.mutationMethods()).containsExactly("ConfSet", "RecoverTable", "ConfSet");
        }
    }

    @Test
    void w06_loadTableSaysTheRole() {
        try (OpenMldbWorld world = withTable(3, 1, 1)) {
            world.sim().replica("db", "t1", 0, world.tablet(0)).unload();
            world.ops().procedures().recoverData(o -> o).run();
            assertThat(world.view().isHealthy()).isTrue();
            assertThat(world.mutations().stream().filter(call -> call.method().equals("LoadTable")))
                    .singleElement()
                    .satisfies(call -> assertThat(call.request())
                            .contains("\"mode\":\"kTableLeader\"", "\"storage_mode\":\"kMemory\""));
        }
    }

    @Test
    void w06_aFailedLoadIsSeen() {
        try (OpenMldbWorld world = withTable(3, 1, 1)) {
            world.sim().replica("db", "t1", 0, world.tablet(0)).unload();
            world.sim().tablet(0).failNextLoad();
            Report report = failing(world.ops().procedures().recoverData(o -> o).plan());
            assertThat(report.toString()).contains("a failed load looks like this");
            assertThat(Duration.between(report.startedAt(), report.endedAt())).isLessThan(Duration.ofMinutes(1));
        }
    }

    @Test
    void w07_autoFailoverIsPutBackAfterAFailure() {
        try (OpenMldbWorld world = withTable(3, 1, 2)) {
            world.sim().failOps("kMigrateOP", "kSendSnapshot", 1);
            failing(world.ops().partition("db", "t1", 0).migrate(world.tablet(1), world.tablet(2)));
            assertThat(world.sim().isAutoFailover()).isTrue();
        }
    }

    @Test
    void w07_whatWasOffStaysOffAndIsSaid() {
        try (OpenMldbWorld world =
                OpenMldbWorld.inProcess(sim -> sim.systemTables(false).autoFailover(false))) {
            world.sim().table("db", "t1").replicas(2).create();
            Report report = world.ops()
                    .partition("db", "t1", 0)
                    .changeLeader(world.tablet(1))
                    .run();
            assertThat(world.sim().isAutoFailover()).isFalse();
            assertThat(world.mutationMethods()).doesNotContain("ConfSet");
            assertThat(report.toString()).contains("if a run that crashed left it so, switch it on");
        }
    }

    @Test
    void w08_aFailureIsAnExceptionWithItsReport() {
        try (OpenMldbWorld world = withTable(3, 1, 2)) {
            world.sim().failOps("kMigrateOP", "kSendSnapshot", 1);
            assertThatThrownBy(() -> world.ops()
                            .partition("db", "t1", 0)
                            .migrate(world.tablet(1), world.tablet(2))
                            .run())
                    .isInstanceOfSatisfying(
                            ProcedureException.class,
                            e -> assertThat(e.report().steps()).anyMatch(step -> step.outcome() == StepOutcome.FAILED));
        }
    }

    @Test
    void w09_aPlanOnlyReadsAndKnowsItsScope() {
        try (OpenMldbWorld world = withTable(2, 4, 2)) {
            world.sim().table("other", "t2").partitions(4).replicas(1).create();
            world.sim().addTablet();
            ClusterOperation<MovePlan> scaleOut =
                    world.ops().procedures().scaleOut(o -> o.withScope(Scope.databases(List.of("other"))));
            assertThat(world.mutations()).isEmpty();
            assertThat(scaleOut.toString()).contains("Plan: scaleOut", "other.t2");
            assertThat(scaleOut.decision().moves())
                    .isNotEmpty()
                    .allMatch(move -> move.partition().db().equals("other"));
        }
    }

    @Test
    void w10_upgradeDestinationsAreHealthyAndSpread() {
        try (OpenMldbWorld world = world(4)) {
            world.sim()
                    .table("db", "t1")
                    .partitions(4)
                    .placedOn(world.tablet(0))
                    .rows(3)
                    .create();
            world.sim().tablet(3).kill();
            world.ops()
                    .procedures()
                    .preUpgrade(world.tablet(0), o -> o.statFile(dir.resolve("s")))
                    .run();
            assertThat(world.view().leaderCounts())
                    .containsEntry(world.tablet(1), 2)
                    .containsEntry(world.tablet(2), 2)
                    .containsEntry(world.tablet(3), 0);
        }
    }

    @Test
    void w10_aFailedMoveLeavesNoUnknownReplica() throws IOException {
        try (OpenMldbWorld world = withTable(3, 1, 1)) {
            Path stat = dir.resolve("s");
            world.sim().failOps("kChangeLeaderOP", "kChangeLeader", 1);
            failing(world.ops()
                    .procedures()
                    .preUpgrade(world.tablet(0), o -> o.statFile(stat))
                    .plan());
            assertThat(Files.readString(stat)).contains(",db,t1,1,0," + world.tablet(1));
            world.ops().procedures().postUpgrade(world.tablet(0), stat).run();
            assertThat(world.view().replicas()).hasSize(1);
            assertThat(stat).doesNotExist();
        }
    }

    @Test
    void w10_whatWillBeDownIsSaid() {
        try (OpenMldbWorld world = withTable(3, 1, 1)) {
            ClusterOperation<UpgradePlan> pre = world.ops()
                    .procedures()
                    .preUpgrade(
                            world.tablet(0), o -> o.statFile(dir.resolve("s")).allowingSingleReplica());
            assertThat(pre.decision().unavailable()).containsExactly(T1);
            assertThat(pre.toString()).contains("unavailable while it is down", "db.t1/0");
            assertThat(pre.run().complete()).isTrue();
            assertThat(world.mutations()).isEmpty();
        }
    }

    @Test
    void w11_missingOffsetsAndOrphansAreNoCrash() {
        try (OpenMldbWorld world = withTable(3, 2, 2)) {
            world.sim().statusPulled(false);
            world.sim().breakReplica("db", "t1", 0, world.tablet(1));
            assertThat(world.ops().procedures().recoverData(o -> o).run().complete())
                    .isTrue();
            world.sim().failOps("kMigrateOP", "kAddTableInfo", 1);
            failing(world.ops().partition("db", "t1", 0).migrate(world.tablet(1), world.tablet(2)));
            // tablet 2 holds it now, and the nameserver does not know
            assertThat(world.ops()
                            .procedures()
                            .scaleIn(List.of(world.tablet(2)))
                            .toString())
                    .contains("of which the nameserver knows nothing there");
        }
    }

    @Test
    void w12_sickTablesAreShownAndAnUnknownDatabaseIsRefused() {
        try (OpenMldbWorld world = withTable(3, 1, 2)) {
            world.sim().replica("db", "t1", 0, world.tablet(1)).unload();
            assertThat(world.ops().status().tables().rows())
                    .singleElement()
                    .asString()
                    .contains("kNotFound");
            assertThatThrownBy(() -> world.ops().status().ops(Optional.of("nope"), Optional.empty(), ZoneId.of("UTC")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("nope");
        }
    }

    @Test
    void w13_leadersAreBalancedTooAndTheWholeCluster() {
        try (OpenMldbWorld world = world(3)) {
            world.sim()
                    .table("a", "t")
                    .partitions(3)
                    .placedOn(world.tablet(0), world.tablet(1))
                    .create();
            world.sim()
                    .table("b", "t")
                    .partitions(3)
                    .placedOn(world.tablet(0), world.tablet(1))
                    .create();
            world.ops().procedures().scaleOut(o -> o).run();
            assertThat(world.view().replicaCounts().values()).allMatch(count -> count == 4);
            assertThat(world.view().leaderCounts().values()).allMatch(count -> count == 2);
            assertThat(world.ops()
                            .procedures()
                            .scaleOut(o -> o.withMeasure(ScaleOutOptions.Measure.BYTES))
                            .plan()
                            .blocked())
                    .isFalse();
        }
    }

    @Test
    void w14_writesAreWarnedOfAndDetachedFollowersAreFoundAgain() {
        try (OpenMldbWorld world = withTable(3, 1, 3)) {
            assertThat(world.ops()
                            .procedures()
                            .preUpgrade(world.tablet(0), o -> o.statFile(dir.resolve("s")))
                            .plan()
                            .checks())
                    .anyMatch(check -> check.result() == CheckResult.CANNOT_CHECK
                            && check.detail().contains("stop writers"));
            world.sim().failOps("kChangeLeaderOP", "kChangeLeader", 1);
            Report report = failing(world.ops().partition("db", "t1", 0).changeLeader(world.tablet(1)));
            assertThat(report.toString()).contains("recoverData finds them and connects them again");
            world.sim().replica("db", "t1", 0, world.tablet(2)).disconnect();
            world.sim().writeRows("db", "t1", 0, 5);
            assertThat(world.ops().procedures().recoverData(o -> o).run().complete())
                    .isTrue();
            assertThat(world.view().replicas()).allMatch(replica -> replica.rows() == 15);
        }
    }
}
