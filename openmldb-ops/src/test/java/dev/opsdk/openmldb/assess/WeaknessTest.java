package dev.opsdk.openmldb.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.openmldb.model.HeldPartition;
import dev.opsdk.openmldb.model.Op;
import dev.opsdk.openmldb.model.OpState;
import dev.opsdk.openmldb.model.OpType;
import dev.opsdk.openmldb.model.PartitionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What the operation tool does wrong in planning, by the numbers of contract 1.11. */
class WeaknessTest {
    private final ServerModel cluster = new ServerModel();

    private void tablets(String... endpoints) {
        for (String endpoint : endpoints) {
            cluster.tablet(endpoint, true);
        }
    }

    private MovePlan scaleOut() {
        return ScaleOutPlanner.plan(cluster.snapshot(), ScaleOutOptions.DEFAULT);
    }

    private RecoverPlan recover() {
        return RecoverPlanner.plan(cluster.snapshot(), RecoverOptions.DEFAULT);
    }

    @Test
    void w01_aReplicaThatBecameLeaderByAnEarlierMoveIsNotMigratedAsAFollower() {
        tablets("a", "b", "c", "d");
        ServerModel.Table table = cluster.table("db", "t", 1, "kMemory");
        for (int pid = 0; pid < 4; pid++) {
            cluster.partition(table, pid, 10, 100, pid % 2 == 0 ? "a" : "b", pid % 2 == 0 ? "b" : "a");
        }
        MovePlan plan = scaleOut();
        cluster.run(plan.moves());
        assertThat(cluster.tablets.keySet()).allMatch(endpoint -> cluster.count(endpoint) == 2);
        assertThat(plan.toString()).contains("replicas spread 4 -> 0");
    }

    @Test
    void w03_scaleInSpreadsOverTheEmptiestTabletsAndUsesEmptyOnes() {
        tablets("a", "b", "c", "d");
        ServerModel.Table table = cluster.table("db", "t", 1, "kMemory");
        for (int pid = 0; pid < 6; pid++) {
            cluster.partition(table, pid, 10, 100, "a");
        }
        MovePlan plan = ScaleInPlanner.plan(cluster.snapshot(), List.of("a"));
        assertThat(plan.blocked()).isFalse();
        cluster.run(plan.moves());
        assertThat(List.of(cluster.count("b"), cluster.count("c"), cluster.count("d")))
                .containsExactly(2L, 2L, 2L);
    }

    @Test
    void w03_aPartitionThatFitsNowhereBlocksScaleIn() {
        tablets("a", "b", "c");
        cluster.partition(cluster.table("db", "t", 1, "kMemory"), 0, 10, 100, "a", "b", "c");
        MovePlan plan = ScaleInPlanner.plan(cluster.snapshot(), List.of("c"));
        assertThat(plan.blocked()).isTrue();
        assertThat(plan.findings().toString())
                .contains(
                        "BLOCK db.t/0: has 3 replicas, 1 of them to be moved, but of 2 remaining healthy tablets only 0");
    }

    @Test
    void scaleInMovesSystemAndDefaultDatabasesAndSystemFirst() {
        tablets("a", "b");
        cluster.partition(cluster.table("", "legacy", 1, "kMemory"), 0, 10, 100, "a");
        cluster.partition(cluster.table("INFORMATION_SCHEMA", "V", 2, "kMemory"), 0, 10, 100, "a");
        cluster.partition(cluster.table("__INTERNAL_DB", "J", 3, "kMemory"), 0, 10, 100, "a");
        assertThat(ScaleInPlanner.plan(cluster.snapshot(), List.of("a")).moves())
                .extracting(move -> move.partition().toString())
                .containsExactly("__INTERNAL_DB.J/0", "INFORMATION_SCHEMA.V/0", "legacy/0");
    }

    @Test
    void scaleInRefusesUnknownMissingAndOfflineTablets() {
        tablets("a", "b");
        cluster.tablet("down", false);
        cluster.partition(cluster.table("db", "t", 1, "kMemory"), 0, 10, 100, "a", "gone");
        MovePlan plan = ScaleInPlanner.plan(cluster.snapshot(), List.of("nobody", "down", "gone"));
        assertThat(plan.moves()).isEmpty();
        assertThat(plan.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "BLOCK nobody: no tablet has this name; there are a, b, down",
                        "BLOCK down: is not healthy; start it and recover first",
                        "BLOCK gone: the nameserver does not list it, though tables refer to it; start it and recover first");
    }

    @Test
    void w11_whatTheNameserverDoesNotKnowOnALeavingTabletIsReported() {
        tablets("a", "b");
        cluster.hold("a", new PartitionId("lost", "orphan", 3), new ServerModel.Own(true, "kTableNormal", 5));
        PartitionId left = cluster.partition(cluster.table("db", "t", 1, "kMemory"), 0, 10, 100, "b");
        cluster.hold("a", left, new ServerModel.Own(false, "kTableNormal", 5));
        MovePlan plan = ScaleInPlanner.plan(cluster.snapshot(), List.of("a"));
        assertThat(plan.blocked()).isFalse();
        assertThat(plan.findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.OK, Severity.WARN, Severity.WARN);
        assertThat(plan.findings().toString()).contains("orphan (tid 9999, pid 3)", "t (tid 1, pid 0)");
    }

    @Test
    void w11_anOffsetThatWasNeverReportedIsNoObstacle() {
        tablets("a", "b");
        PartitionId id = cluster.partition(cluster.table("db", "t", 1, "kMemory"), 0, 10, 100, "a", "b");
        cluster.replicas.get(id).forEach(rep -> rep.offset = OptionalLong.empty());
        cluster.rep(id, "b").alive = false;
        assertThat(recover().repairs())
                .singleElement()
                .hasToString("db.t/0 (b NOT_ALIVE: the nameserver does not count on it): recover db.t/0 on b");
    }

    @Test
    void w04_theLeaderThatIsAliveLeadsWhateverOffsetsSay() {
        tablets("a", "b");
        PartitionId id = cluster.partition(cluster.table("db", "t", 1, "kMemory"), 0, 10, 100, "a", "b");
        formerLeader(id, "b", 99);
        assertThat(recover().repairs())
                .singleElement()
                .satisfies(repair -> assertThat(repair.actions()).containsExactly(new Action.RecoverTable(id, "b")));
    }

    @Test
    void w04_ofSeveralDeadLeadersTheFurthestWithDataLeads() {
        tablets("a", "b", "c");
        PartitionId id = cluster.partition(cluster.table("db", "t", 1, "kMemory"), 0, 10, 100, "a", "b", "c");
        cluster.rep(id, "a").alive = false;
        for (String endpoint : List.of("b", "c")) {
            formerLeader(id, endpoint, endpoint.equals("b") ? 50 : 99);
            cluster.held(endpoint, id).orElseThrow().leader = true;
        }
        cluster.held.get("c").remove(id);
        assertThat(recover().repairs())
                .singleElement()
                .satisfies(repair -> assertThat(repair.actions())
                        .containsExactly(
                                new Action.SetAlive(id, "b", true),
                                new Action.RecoverTable(id, "a"),
                                new Action.RecoverTable(id, "c")));
    }

    private void formerLeader(PartitionId id, String endpoint, long offset) {
        ServerModel.Rep rep = cluster.rep(id, endpoint);
        rep.marked = true;
        rep.alive = false;
        rep.offset = OptionalLong.of(offset);
        cluster.held(endpoint, id).orElseThrow().offset = offset;
    }

    @Test
    void w05_healthyFollowersAndPartitionsAreLeftAlone() {
        tablets("a", "b", "c");
        ServerModel.Table table = cluster.table("db", "t", 1, "kMemory");
        cluster.partition(table, 0, 10, 100, "a", "b", "c");
        PartitionId ill = cluster.partition(table, 1, 10, 100, "b", "a", "c");
        cluster.held.get("c").remove(ill);
        assertThat(recover().repairs()).singleElement().satisfies(repair -> {
            assertThat(repair.partition()).isEqualTo(ill);
            assertThat(repair.actions())
                    .containsExactly(new Action.SetAlive(ill, "c", false), new Action.RecoverTable(ill, "c"));
        });
    }

    @Test
    void w05_aFollowerThatTheLeaderDoesNotFeedIsRecovered() {
        tablets("a", "b");
        PartitionId id = cluster.partition(cluster.table("db", "t", 1, "kMemory"), 0, 10, 100, "a", "b");
        cluster.unconnected.put(id, new ArrayList<>(List.of("b")));
        assertThat(recover().repairs().get(0).actions())
                .containsExactly(new Action.SetAlive(id, "b", false), new Action.RecoverTable(id, "b"));
    }

    @Test
    void w06_aLeaderIsLoadedAsLeaderWithItsStorage() {
        tablets("a");
        PartitionId id = cluster.partition(cluster.table("db", "t", 7, "kHDD"), 0, 10, 100, "a");
        cluster.held.get("a").clear();
        assertThat(recover().repairs().get(0).actions()).singleElement().hasToString("load db.t/0 on a as LEADER, HDD");
        assertThat(cluster.replicas.get(id)).hasSize(1);
    }

    @Test
    void w06_aTabletThatMakesASnapshotServes() {
        tablets("a", "b");
        PartitionId id = cluster.partition(cluster.table("db", "t", 1, "kMemory"), 0, 10, 100, "a", "b");
        cluster.held("a", id).orElseThrow().state = "kMakingSnapshot";
        cluster.held("b", id).orElseThrow().state = "kSnapshotPaused";
        assertThat(recover().findings()).containsExactly(Finding.ok("recover", "all is well"));
    }

    @Test
    void aTabletThatLostItsDiskDoesNotBecomeAnEmptyLeader() {
        tablets("a", "b", "c");
        PartitionId id = cluster.partition(cluster.table("db", "t", 1, "kMemory"), 0, 10, 100, "a", "b", "c");
        cluster.held.get("a").clear();
        RecoverPlan plan = recover();
        assertThat(plan.repairs().get(0).actions())
                .containsExactly(new Action.ChangeLeader(id, "b"), new Action.RecoverTable(id, "a"));
        plan.repairs().get(0).actions().forEach(cluster::apply);
        assertThat(cluster.held("a", id).orElseThrow().offset).isEqualTo(10);
    }

    @Test
    void aFollowerThatIsBehindDoesNotReplaceWhatTheLeadersDiskMayHave() {
        tablets("a", "b");
        PartitionId id = cluster.partition(cluster.table("db", "t", 1, "kMemory"), 0, 10, 100, "a", "b");
        cluster.held.get("a").clear();
        cluster.held("b", id).orElseThrow().offset = 4;
        RecoverPlan plan = recover();
        assertThat(plan.repairs().get(0).actions()).singleElement().isInstanceOf(Action.LoadTable.class);
        assertThat(plan.findings().toString()).contains("WARN db.t/0: a loads what its disk has, for it was at 10");
    }

    @Test
    void w12fact_aLeaderThatItsTabletHasAsFollowerHandsOver() {
        tablets("a", "b");
        PartitionId id = cluster.partition(cluster.table("db", "t", 1, "kMemory"), 0, 10, 100, "a", "b");
        PartitionId single = cluster.partition(cluster.table("db", "u", 2, "kMemory"), 0, 10, 100, "a");
        cluster.held("a", id).orElseThrow().leader = false;
        cluster.held("a", single).orElseThrow().leader = false;
        RecoverPlan plan = recover();
        assertThat(plan.repairs())
                .singleElement()
                .satisfies(repair -> assertThat(repair.actions())
                        .containsExactly(new Action.ChangeLeader(id, "b"), new Action.RecoverTable(id, "a")));
        assertThat(plan.unrepairable())
                .singleElement()
                .satisfies(ill -> assertThat(ill.advice()).contains("restart the tablet"));
    }

    @Test
    void aLeaderOnALostTabletIsReplacedOnlyOnRequest() {
        tablets("b", "c");
        PartitionId id = cluster.partition(cluster.table("db", "t", 1, "kMemory"), 0, 10, 100, "gone", "b", "c");
        cluster.partition(cluster.table("db", "u", 2, "kMemory"), 0, 10, 100, "b", "c");
        cluster.held("b", id).orElseThrow().offset = 9;
        RecoverPlan cautious = recover();
        assertThat(cautious.repairs()).isEmpty();
        assertThat(cautious.unrepairable())
                .singleElement()
                .hasToString(
                        "db.t/0 on gone stays ill: the leader's tablet is away: its tablet is missing from the nameserver's list;"
                                + " start the tablet and recover again, or let a follower lead");
        RecoverPlan plan = RecoverPlanner.plan(cluster.snapshot(), RecoverOptions.DEFAULT.withPromoteFollowers(true));
        assertThat(plan.repairs().get(0).actions()).containsExactly(new Action.ChangeLeader(id, "c"));
        assertThat(plan.complete()).isFalse();
    }

    @Test
    void recoveryGoesOnBehindWhatItCannotRepair() {
        tablets("a", "b");
        PartitionId lost = cluster.partition(cluster.table("db", "a", 1, "kMemory"), 0, 10, 100, "gone");
        PartitionId ill = cluster.partition(cluster.table("db", "b", 2, "kMemory"), 0, 10, 100, "a", "b");
        cluster.rep(ill, "b").alive = false;
        RecoverPlan plan = recover();
        assertThat(plan.unrepairable()).extracting(Unrepairable::partition).containsExactly(lost);
        assertThat(plan.repairs()).extracting(Repair::partition).containsExactly(ill);
    }

    @Test
    void w10_copiesBeforeAnUpgradeSpreadOverHealthyTabletsAndTheFileTellsOfThem() {
        tablets("a", "b", "c");
        cluster.tablet("down", false);
        ServerModel.Table table = cluster.table("db", "t", 1, "kMemory");
        for (int pid = 0; pid < 4; pid++) {
            cluster.partition(table, pid, 10, 100, "a");
        }
        UpgradePlan plan = PreUpgradePlanner.plan(cluster.snapshot(), "a", false);
        assertThat(plan.steps())
                .extracting(step -> step.line().toString())
                .containsExactly("a,db,t,1,0,b", "a,db,t,1,1,c", "a,db,t,1,2,b", "a,db,t,1,3,c");
        assertThat(plan.expected().on("down").orElseThrow().replicas()).isZero();
    }

    @Test
    void w10_whatStaysBehindIsNamed() {
        tablets("a", "b");
        PartitionId id = cluster.partition(cluster.table("db", "t", 1, "kMemory"), 0, 10, 100, "a");
        UpgradePlan plan = PreUpgradePlanner.plan(cluster.snapshot(), "a", true);
        assertThat(plan.unavailable()).containsExactly(id);
        assertThat(plan.findings().toString()).contains("1 partitions stay and will be unavailable", "db.t/0");
    }

    @Test
    void w10_theSuccessorIsNamedTheFurthestFirstAndThenTheLeastLoaded() {
        tablets("a", "b", "c");
        ServerModel.Table table = cluster.table("db", "t", 1, "kMemory");
        for (int pid = 0; pid < 4; pid++) {
            cluster.partition(table, pid, 10, 100, "a", "b", "c");
        }
        PartitionId lagging = new PartitionId("db", "t", 0);
        cluster.held("b", lagging).orElseThrow().offset = 3;
        UpgradePlan plan = PreUpgradePlanner.plan(cluster.snapshot(), "a", false);
        assertThat(plan.steps()).extracting(UpgradeStep::successor).containsExactly("c", "b", "b", "c");
    }

    @Test
    void aLaggingSuccessorIsAWarningWithNumbers() {
        tablets("a", "b");
        PartitionId id = cluster.partition(cluster.table("db", "t", 1, "kMemory"), 0, 10, 100, "a", "b");
        cluster.held("b", id).orElseThrow().offset = 3;
        assertThat(PreUpgradePlanner.plan(cluster.snapshot(), "a", false)
                        .findings()
                        .get(1))
                .hasToString(
                        "WARN db.t/0: b is 7 behind (at 3, the leader at 10); it has to catch up first, or the rest is"
                                + " lost");
    }

    @Test
    void aFollowerThatIsNotFedDoesNotBecomeLeader() {
        tablets("a", "b", "c");
        PartitionId id = cluster.partition(cluster.table("db", "t", 1, "kMemory"), 0, 10, 100, "a", "b", "c");
        cluster.unconnected.put(id, new ArrayList<>(List.of("b")));
        assertThat(PreUpgradePlanner.plan(cluster.snapshot(), "a", false).steps())
                .extracting(UpgradeStep::successor)
                .containsExactly("c");
        assertThat(PreUpgradePlanner.plan(cluster.snapshot(), "b", false)
                        .findings()
                        .toString())
                .contains("its follower here: its leader does not feed it");
    }

    @Test
    void aNameThatTheStatFileCannotExpressBlocksTheUpgrade() {
        tablets("a", "b");
        cluster.partition(cluster.table("db", "t,u", 1, "kMemory"), 0, 10, 100, "a", "b");
        assertThat(PreUpgradePlanner.plan(cluster.snapshot(), "a", false)
                        .findings()
                        .toString())
                .contains("BLOCK db.t,u/0: its name cannot stand in a stat file");
    }

    @Test
    void anUpgradeWithoutAPlaceForACopyIsBlocked() {
        tablets("a");
        cluster.partition(cluster.table("db", "t", 1, "kMemory"), 0, 10, 100, "a");
        assertThat(PreUpgradePlanner.plan(cluster.snapshot(), "a", false).blocked())
                .isTrue();
        assertThat(PreUpgradePlanner.plan(cluster.snapshot(), "nobody", false).blocked())
                .isTrue();
    }

    @Test
    void w10_aReplicaThatWasAddedGoesAlsoWhenTheTabletLeadsAlready() {
        tablets("a", "b");
        PartitionId id = cluster.partition(cluster.table("db", "t", 1, "kMemory"), 0, 10, 100, "a", "b");
        List<StatLine> lines = StatFile.parse("a,db,t,1,0,b\n").all();
        PostUpgradePlan plan = PostUpgradePlanner.plan(cluster.snapshot(), "a", lines);
        assertThat(plan.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.actions()).containsExactly(new Action.DelReplica(id, "b")));
    }

    @Test
    void w10_aReplicaThatWasAddedStaysUntilTheTabletCanLead() {
        tablets("a", "b");
        PartitionId id = cluster.partition(cluster.table("db", "t", 1, "kMemory"), 0, 10, 100, "b", "a");
        List<StatLine> lines = StatFile.parse("a,db,t,1,0,b\n").all();
        cluster.held.get("a").remove(id);
        PostUpgradePlan plan = PostUpgradePlanner.plan(cluster.snapshot(), "a", lines);
        assertThat(plan.complete()).isFalse();
        assertThat(plan.steps())
                .singleElement()
                .hasToString("db.t/0 NOT_YET: on a: its tablet does not hold it; recover it first");
    }

    @Test
    void aLineOfATableThatWasMadeAnewIsDoneAndOneOfATableThatIsGoneStays() {
        tablets("a", "b");
        cluster.partition(cluster.table("db", "t", 5, "kMemory"), 0, 10, 100, "b", "a");
        List<StatLine> lines = StatFile.parse("a,db,t,1,0,b\na,db,gone,2,0,\n").all();
        assertThat(PostUpgradePlanner.plan(cluster.snapshot(), "a", lines).steps())
                .extracting(PostUpgradeStep::state)
                .containsExactly(PostUpgradeStep.State.DONE, PostUpgradeStep.State.NOT_YET);
    }

    @Test
    void w13_leadersAreBalancedThroughOthersWhenNeedBe() {
        tablets("a", "b", "c");
        ServerModel.Table table = cluster.table("db", "t", 1, "kMemory");
        cluster.partition(table, 0, 10, 100, "a", "b");
        cluster.partition(table, 1, 10, 100, "a");
        cluster.partition(table, 2, 10, 100, "b", "c");
        MovePlan plan = scaleOut();
        assertThat(plan.moves())
                .allMatch(move -> move instanceof Move.TransferLeader)
                .hasSize(2);
        assertThat(plan.expected().leaderSpread()).isZero();
        assertThat(plan.findings().toString()).contains("what is written meanwhile may be lost");
    }

    @Test
    void w13_bytesCanBeBalancedInsteadOfCounts() {
        tablets("a", "b");
        ServerModel.Table table = cluster.table("db", "t", 1, "kMemory");
        cluster.partition(table, 0, 10, 1000, "a");
        for (int pid = 1; pid < 5; pid++) {
            cluster.partition(table, pid, 10, 250, "a");
        }
        MovePlan plan = ScaleOutPlanner.plan(
                cluster.snapshot(), ScaleOutOptions.DEFAULT.withMeasure(ScaleOutOptions.Measure.BYTES));
        assertThat(plan.moves())
                .singleElement()
                .satisfies(move -> assertThat(move.bytes()).isEqualTo(1000));
        assertThat(plan.expected().byteSpread()).isZero();
    }

    @Test
    void w09_scopeLimitsWhatMovesAndCounts() {
        tablets("a", "b");
        for (String name : List.of("x", "y")) {
            ServerModel.Table table = cluster.table("db", name, name.equals("x") ? 1 : 2, "kMemory");
            for (int pid = 0; pid < 4; pid++) {
                cluster.partition(table, pid, 10, 100, "a");
            }
        }
        MovePlan plan = ScaleOutPlanner.plan(
                cluster.snapshot(), ScaleOutOptions.DEFAULT.withScope(Scope.tables(List.of("db.y"))));
        assertThat(plan.moves())
                .hasSize(2)
                .allMatch(move -> move.partition().table().equals("y"));
        assertThat(Distribution.of(cluster.snapshot(), Scope.databases(List.of("db")))
                        .spread())
                .isEqualTo(8);
    }

    @Test
    void w02_aPartitionWithAnOpAtWorkStays() {
        tablets("a", "b");
        PartitionId id = cluster.partition(cluster.table("db", "t", 1, "kMemory"), 0, 10, 100, "a");
        cluster.partition(cluster.table("db", "u", 2, "kMemory"), 0, 10, 100, "a");
        Op op = Op.builder()
                .id(42)
                .type(OpType.of("kAddReplicaOP"))
                .state(OpState.of("kInited"))
                .startSeconds(0)
                .endSeconds(0)
                .taskText("-")
                .table("t")
                .db("db")
                .pidNumber(0)
                .build();
        ClusterSnapshot snapshot = ClusterSnapshot.builder()
                .tablets(List.copyOf(cluster.snapshot().tablets().values()))
                .tables(cluster.tableInfos())
                .ops(List.of(op))
                .autoFailover(true)
                .build();
        MovePlan plan = ScaleOutPlanner.plan(snapshot, ScaleOutOptions.DEFAULT);
        assertThat(plan.unmovable())
                .singleElement()
                .hasToString("db.t/0 on a stays: op 42 (ADD_REPLICA) is still pending");
        assertThat(plan.moves())
                .singleElement()
                .satisfies(move -> assertThat(move.partition()).isNotEqualTo(id));
        assertThat(snapshot.autoFailover()).contains(true);
        assertThat(snapshot.orphans("a")).isEqualTo(List.<HeldPartition>of());
        assertThat(Map.of("a", snapshot.holdings("a").known())).containsEntry("a", false);
    }

    @Test
    void w11_withoutAnyHealthyTabletScaleOutIsBlocked() {
        cluster.tablet("a", false);
        assertThat(scaleOut().blocked()).isTrue();
    }
}
