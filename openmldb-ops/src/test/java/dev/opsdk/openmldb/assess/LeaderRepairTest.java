package dev.opsdk.openmldb.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.model.StorageMode;
import dev.opsdk.openmldb.model.TableMode;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who leads an ill partition afterwards, what makes it lead, and when nobody can. */
class LeaderRepairTest {
    private final ServerModel cluster = new ServerModel();
    private final PartitionId id = new PartitionId("db", "t", 0);

    @BeforeEach
    void threeReplicas() {
        List.of("a", "b", "c").forEach(endpoint -> cluster.tablet(endpoint, true));
        cluster.partition(cluster.table("db", "t", 1, "kMemory"), 0, 10, 100, "a", "b", "c");
    }

    private RecoverPlan plan(boolean promote) {
        return RecoverPlanner.plan(cluster.snapshot(), RecoverOptions.DEFAULT.withPromoteFollowers(promote));
    }

    private ServerModel.Own held(String endpoint) {
        return cluster.held(endpoint, id).orElseThrow();
    }

    private void nobodyLeads() {
        cluster.rep(id, "a").marked = false;
        held("a").leader = false;
    }

    private void leads(String endpoint) {
        cluster.rep(id, endpoint).marked = true;
        held(endpoint).leader = true;
    }

    private static void assertActions(RecoverPlan plan, Action... actions) {
        assertThat(plan.repairs())
                .singleElement()
                .satisfies(repair -> assertThat(repair.actions()).containsExactly(actions));
    }

    private static void assertGivenUp(RecoverPlan plan, String endpoint, String reason, String advice) {
        assertThat(plan.repairs()).isEmpty();
        assertThat(plan.unrepairable()).singleElement().satisfies(ill -> {
            assertThat(ill.endpoint()).isEqualTo(endpoint);
            assertThat(ill.reason()).isEqualTo(reason);
            assertThat(ill.advice()).isEqualTo(advice);
        });
    }

    @Test
    void withoutAnyMarkedLeaderTheFurthestFollowerLeadsOnRequest() {
        nobodyLeads();
        held("b").offset = 12;
        held("c").offset = 11;
        assertGivenUp(plan(false), "", "no replica is marked as leader", "promote a follower");
        assertActions(plan(true), new Action.ChangeLeader(id, "b"));
        assertThat(plan(true).complete()).isTrue();
    }

    @Test
    void ofFollowersThatAreEquallyFarTheOneWhoseTabletLeadsLeastLeads() {
        nobodyLeads();
        cluster.partition(cluster.table("db", "u", 2, "kMemory"), 0, 10, 100, "a");
        cluster.partition(cluster.table("db", "v", 3, "kMemory"), 0, 10, 100, "c");
        assertActions(plan(true), new Action.ChangeLeader(id, "b"));
        cluster.partition(cluster.table("db", "w", 4, "kMemory"), 0, 10, 100, "b");
        cluster.partition(cluster.table("db", "x", 5, "kMemory"), 0, 10, 100, "b");
        held("a").offset = 9;
        assertActions(plan(true), new Action.ChangeLeader(id, "c"));
    }

    @Test
    void onlyAFollowerThatIsAliveAndServesOnAHealthyTabletLeads() {
        cluster.tablet("a", false);
        cluster.rep(id, "b").alive = false;
        held("c").state = "kTableLoading";
        assertGivenUp(
                plan(true),
                "a",
                "the leader's tablet is away: its tablet is offline, and no alive follower serves on a healthy tablet",
                "start the tablet and recover again");
        held("c").state = "kTableNormal";
        held("c").leader = true;
        assertThat(plan(true).repairs()).isEmpty();
        held("c").leader = false;
        assertActions(plan(true), new Action.ChangeLeader(id, "c"), new Action.RecoverTable(id, "b"));
    }

    @Test
    void whatIsLostWithTheOldLeaderIsCounted() {
        cluster.tablet("a", false);
        assertThat(plan(true).findings()).extracting(Finding::subject).containsExactly("leaders");
        held("b").offset = 7;
        held("c").offset = 6;
        RecoverPlan plan = plan(true);
        assertThat(plan.findings().get(0))
                .hasToString("WARN db.t/0: b becomes leader at 7, the leader was at 10: 3 entries are lost");
        assertActions(plan, new Action.ChangeLeader(id, "b"));
        assertThat(plan.unrepairable())
                .singleElement()
                .hasToString("db.t/0 on a stays ill: its tablet is offline; start the tablet and recover again, or drop"
                        + " the replica");
        assertThat(plan.expected().on("b").orElseThrow().leaders()).isEqualTo(1);
    }

    @Test
    void aLeaderWhoseTabletDoesNotAnswerIsLeftAlone() {
        cluster.silent.put("a", "no answer in 10 s");
        assertGivenUp(
                plan(true),
                "a",
                "it is not known what the leader's tablet holds: no answer in 10 s",
                "see why the tablet does not answer, and recover again");
    }

    @Test
    void ofTwoLeadersTheOneThatIsFurtherLeadsAndTheOtherFollows() {
        leads("b");
        held("b").offset = 12;
        assertActions(plan(false), new Action.SetAlive(id, "a", false), new Action.RecoverTable(id, "a"));
        held("b").offset = 8;
        assertActions(plan(false), new Action.SetAlive(id, "b", false), new Action.RecoverTable(id, "b"));
    }

    @Test
    void ofTwoLeadersTheOneThatItsTabletHoldsLeadsHoweverFarTheOtherWas() {
        leads("b");
        cluster.rep(id, "b").offset = OptionalLong.of(99);
        cluster.held.get("b").clear();
        assertActions(plan(false), new Action.SetAlive(id, "b", false), new Action.RecoverTable(id, "b"));
    }

    @Test
    void ofTwoLeadersTheOneThatItsTabletHasAsLeaderLeadsHoweverFarTheOtherIs() {
        leads("b");
        held("b").leader = false;
        held("b").offset = 12;
        assertActions(plan(false), new Action.SetAlive(id, "b", false), new Action.RecoverTable(id, "b"));
    }

    @Test
    void ofTwoLeadersTheOneOnAHealthyTabletLeads() {
        leads("b");
        cluster.rep(id, "b").offset = OptionalLong.of(99);
        cluster.tablet("b", false);
        RecoverPlan plan = plan(false);
        assertThat(plan.repairs()).isEmpty();
        assertThat(plan.unrepairable())
                .singleElement()
                .hasToString("db.t/0 on b stays ill: its tablet is offline; start the tablet and recover again, or drop"
                        + " the replica");
    }

    @Test
    void ofDeadLeadersTheOneThatIsFurthestLeadsAgain() {
        cluster.rep(id, "a").alive = false;
        leads("b");
        cluster.rep(id, "b").alive = false;
        held("b").offset = 12;
        assertActions(plan(false), new Action.SetAlive(id, "b", true), new Action.RecoverTable(id, "a"));
        held("b").offset = 9;
        assertActions(plan(false), new Action.SetAlive(id, "a", true), new Action.RecoverTable(id, "b"));
    }

    @Test
    void aLeaderWithoutItsDataHandsOverToAFollowerThatIsAsFarAsItWas() {
        cluster.held.get("a").clear();
        held("b").offset = 9;
        assertActions(plan(false), new Action.ChangeLeader(id, "c"), new Action.RecoverTable(id, "a"));
        assertThat(plan(false).findings()).extracting(Finding::subject).containsExactly("leaders");
    }

    @Test
    void aLeaderWithoutItsDataLoadsItWhenEveryFollowerIsBehind() {
        cluster.held.get("a").clear();
        cluster.rep(id, "a").alive = false;
        held("b").offset = 8;
        held("c").offset = 9;
        RecoverPlan plan = plan(false);
        assertActions(
                plan,
                new Action.LoadTable(id, "a", 1, TableMode.of("kTableLeader"), StorageMode.of("kMemory")),
                new Action.SetAlive(id, "a", true));
        assertThat(plan.findings())
                .singleElement()
                .hasToString(
                        "WARN db.t/0: a loads what its disk has, for it was at 10 and the best follower, c, only is"
                                + " at 9; if a lost its disk, stop here and make the follower leader by hand");
        assertThat(plan.expected().on("a").orElseThrow().leaders()).isEqualTo(1);
    }

    @Test
    void aLeaderThatItsTabletHasAsFollowerHandsOverAndTheLagIsCounted() {
        held("a").leader = false;
        assertThat(plan(false).findings()).extracting(Finding::subject).containsExactly("leaders");
        held("b").offset = 4;
        held("c").offset = 4;
        RecoverPlan plan = plan(false);
        assertActions(plan, new Action.ChangeLeader(id, "b"), new Action.RecoverTable(id, "a"));
        assertThat(plan.findings().get(0))
                .hasToString("WARN db.t/0: b becomes leader at 4, the leader was at 10: 6 entries are lost");
    }

    @Test
    void aLeaderThatItsTabletHasAsFollowerAndNobodyCanReplaceIsLeftAlone() {
        held("a").leader = false;
        cluster.rep(id, "b").alive = false;
        cluster.rep(id, "c").alive = false;
        assertGivenUp(
                plan(false),
                "a",
                "the nameserver has it as leader, its tablet as follower, and no other replica can lead",
                "restart the tablet, and recover again");
    }

    @Test
    void aLeaderThatLoadsIsWaitedFor() {
        held("a").state = "kTableLoading";
        assertGivenUp(
                plan(true),
                "a",
                "the leader's tablet does not serve it yet (kTableLoading)",
                "wait until it does, and recover again");
    }

    @Test
    void nothingFollowsALeaderThatCameBackEmpty() {
        held("a").offset = 0;
        cluster.rep(id, "b").alive = false;
        held("b").offset = 4;
        assertGivenUp(
                plan(true),
                "a",
                "the leader is EMPTY (at 0) and c is at 10: recovering would empty that too",
                "if the data is wanted: mark it alive there (UpdateTableAliveStatus), changeLeader(\"c\"), and recover"
                        + " again; if not, drop that replica");
    }

    @Test
    void aLeaderThatIsBehindButNotEmptyIsFollowedAndSoIsAnEmptyTablesLeader() {
        cluster.rep(id, "b").alive = false;
        held("a").offset = 1;
        assertActions(plan(false), new Action.RecoverTable(id, "b"));
        List.of("a", "b", "c").forEach(endpoint -> {
            held(endpoint).offset = 0;
            cluster.rep(id, endpoint).offset = OptionalLong.of(0);
        });
        assertActions(plan(false), new Action.RecoverTable(id, "b"));
    }

    @Test
    void followersThatCannotFollowNowDoNotKeepOthersFromIt() {
        cluster.tablet("d", true);
        cluster.tablet("e", true);
        cluster.replicas.clear();
        cluster.partition(cluster.table("db", "t", 1, "kMemory"), 0, 10, 100, "a", "b", "c", "d", "e");
        cluster.tablet("b", false);
        cluster.silent.put("c", "no answer in 10 s");
        held("d").state = "kTableLoading";
        cluster.held.get("e").clear();
        RecoverPlan plan = plan(false);
        assertActions(plan, new Action.SetAlive(id, "e", false), new Action.RecoverTable(id, "e"));
        assertThat(plan.unrepairable())
                .extracting(Unrepairable::toString)
                .containsExactly(
                        "db.t/0 on b stays ill: its tablet is offline; start the tablet and recover again, or drop the replica",
                        "db.t/0 on c stays ill: it is not known what its tablet holds: no answer in 10 s; see why the"
                                + " tablet does not answer, and recover again",
                        "db.t/0 on d stays ill: its tablet does not serve it yet (kTableLoading); wait until it does, and"
                                + " recover again");
    }

    @Test
    void aFollowerThatItsTabletHasAsLeaderIsRecovered() {
        held("b").leader = true;
        assertActions(plan(false), new Action.SetAlive(id, "b", false), new Action.RecoverTable(id, "b"));
    }

    @Test
    void whatAnOpIsAtWorkOnIsWaitedFor() {
        cluster.rep(id, "b").alive = false;
        cluster.pending(42, id);
        RecoverPlan plan = plan(false);
        assertThat(plan.repairs()).isEmpty();
        assertThat(plan.unrepairable()).singleElement().satisfies(ill -> {
            assertThat(ill.reason()).contains("42").endsWith(" is at work on it");
            assertThat(ill.advice()).isEqualTo("wait until it ends, and recover again");
        });
    }

    @Test
    void onlyTheScopeIsRecoveredAndReported() {
        PartitionId other = cluster.partition(cluster.table("db", "u", 2, "kMemory"), 0, 10, 100, "a", "b");
        cluster.rep(id, "b").alive = false;
        cluster.rep(other, "b").alive = false;
        cluster.table("db", "empty", 3, "kMemory");
        cluster.table("other", "empty", 4, "kMemory");
        RecoverPlan plan = RecoverPlanner.plan(
                cluster.snapshot(), RecoverOptions.DEFAULT.withScope(Scope.tables(List.of("db.u", "db.empty"))));
        assertThat(plan.repairs()).extracting(Repair::partition).containsExactly(other);
        assertThat(plan.health()).extracting(TableHealth::table).containsExactly("empty", "u");
        assertThat(plan.findings()).extracting(Finding::toString).containsExactly("WARN db.empty: has no partitions");
        assertThat(plan.blocked()).isFalse();
    }

    @Test
    void aLeaderThatDoesNotSayWhomItFeedsIsToldOfUnlessItIsRepairedAnyhow() {
        ClusterSnapshot now = cluster.snapshot();
        ClusterSnapshot.Builder read = ClusterSnapshot.builder()
                .tablets(List.copyOf(now.tablets().values()))
                .tables(now.tables())
                .followers(id, FollowersAnswer.failed("busy"));
        List.of("a", "b", "c").forEach(endpoint -> read.holdings(endpoint, now.holdings(endpoint)));
        RecoverPlan plan = RecoverPlanner.plan(read.build(), RecoverOptions.DEFAULT);
        assertThat(plan.repairs()).isEmpty();
        assertThat(plan.complete()).isTrue();
        assertThat(plan.findings())
                .singleElement()
                .hasToString("WARN db.t/0: its leader does not say whom it feeds, so its followers may not be fed");
    }
}
