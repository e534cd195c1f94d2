package dev.opsdk.openmldb.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.openmldb.model.PartitionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What each leader of a tablet needs before the tablet is upgraded, and each line of the stat file after that. */
class UpgradePlannersTest {
    private final ServerModel cluster = new ServerModel();
    private final ServerModel.Table table = cluster.table("db", "t", 1, "kMemory");

    @BeforeEach
    void threeTablets() {
        List.of("a", "b", "c").forEach(endpoint -> cluster.tablet(endpoint, true));
    }

    private PartitionId partition(long pid, String... endpoints) {
        return cluster.partition(table, pid, 10, 100, endpoints);
    }

    @Nested
    class Before {
        private UpgradePlan plan(boolean allowSingleReplica) {
            return PreUpgradePlanner.plan(cluster.snapshot(), "a", allowSingleReplica);
        }

        private void assertFinding(Severity severity, PartitionId id, String text) {
            assertThat(plan(false).findings()).contains(new Finding(severity, id.toString(), text));
        }

        @Test
        void aLeaderHandsOverAndFollowsAfterwards() {
            PartitionId id = partition(0, "a", "b");
            UpgradePlan plan = plan(false);
            assertThat(plan.steps()).singleElement().satisfies(step -> {
                assertThat(step.line()).isEqualTo(new StatLine("a", "db", "t", 1, 0, Optional.empty()));
                assertThat(step.successor()).isEqualTo("b");
                assertThat(step.lag()).contains(0L);
                assertThat(step.actions())
                        .containsExactly(new Action.ChangeLeader(id, "b"), new Action.RecoverTable(id, "a"));
            });
            assertThat(plan.findings()).extracting(Finding::severity).containsExactly(Severity.OK, Severity.WARN);
            assertThat(plan.findings().get(0)).hasToString("OK a: 1 leaders move away");
            assertThat(plan.findings().get(1).subject()).isEqualTo("leaders");
            assertThat(plan.blocked()).isFalse();
            assertThat(plan.expected().on("a").orElseThrow().leaders()).isZero();
            assertThat(plan.expected().on("b").orElseThrow().leaders()).isEqualTo(1);
        }

        @Test
        void aTabletThatIsAwayCannotGiveItsLeadersAway() {
            partition(0, "a", "b");
            cluster.tablet("a", false);
            assertThat(plan(false).findings())
                    .extracting(Finding::toString)
                    .containsExactly("BLOCK a: is not healthy, so it cannot give its leaders away");
            assertThat(PreUpgradePlanner.plan(cluster.snapshot(), "nobody", false)
                            .findings())
                    .extracting(Finding::toString)
                    .containsExactly("BLOCK nobody: no tablet has this name; there are a, b, c");
        }

        @Test
        void aLeaderWithoutFollowersIsCopiedToTheEmptiestTabletThatLeadsLeast() {
            PartitionId single = partition(0, "a");
            partition(1, "b", "c");
            UpgradePlan plan = plan(false);
            assertThat(plan.steps()).singleElement().satisfies(step -> {
                assertThat(step.line().added()).contains("c");
                assertThat(step.successor()).isEqualTo("c");
                assertThat(step.lag()).isEmpty();
                assertThat(step.actions())
                        .containsExactly(
                                new Action.AddReplica(single, "c"),
                                new Action.ChangeLeader(single, "c"),
                                new Action.RecoverTable(single, "a"));
            });
            assertThat(plan.expected().on("c").orElseThrow()).isEqualTo(new TabletLoad("c", true, 2, 1, 200));
        }

        @Test
        void aHandOverCountsWhenTheNextCopyIsPlaced() {
            partition(0, "a", "b");
            partition(1, "c", "b");
            partition(2, "c", "a");
            partition(3, "a");
            assertThat(plan(false).steps()).extracting(UpgradeStep::successor).containsExactly("b", "b");
        }

        @Test
        void onRequestALeaderWithoutFollowersStays() {
            PartitionId single = partition(0, "a");
            UpgradePlan plan = plan(true);
            assertThat(plan.steps()).isEmpty();
            assertThat(plan.unavailable()).containsExactly(single);
            assertThat(plan.findings())
                    .extracting(Finding::toString)
                    .containsExactly(
                            "OK a: 0 leaders move away",
                            "WARN a: 1 partitions stay and will be unavailable while it is down: [db.t/0]");
            assertThat(plan(false).findings()).extracting(Finding::severity).doesNotContain(Severity.BLOCK);
        }

        @Test
        void aLeaderWhoseFollowersCannotLeadIsCopiedAndThatIsSaid() {
            PartitionId id = partition(0, "a", "b");
            cluster.rep(id, "b").alive = false;
            assertThat(plan(false).steps()).extracting(UpgradeStep::successor).containsExactly("c");
            assertFinding(
                    Severity.WARN,
                    id,
                    "none of its followers can lead, so it is copied; recovering them first would be cheaper");
            cluster.tablet("c", false);
            assertThat(plan(false).steps()).isEmpty();
            assertFinding(
                    Severity.BLOCK,
                    id,
                    "no follower can lead, and no other healthy tablet could take a copy; it can only stay on request");
        }

        @Test
        void aCopyThatWasLeftSomewhereKeepsAnotherFromGoingThere() {
            PartitionId id = partition(0, "a");
            cluster.hold("b", id, new ServerModel.Own(false, "kTableNormal", 5));
            assertThat(plan(false).steps()).extracting(UpgradeStep::successor).containsExactly("c");
        }

        @Test
        void followersStayAndOnlyIllOnesAreToldOf() {
            PartitionId well = partition(0, "b", "a");
            PartitionId ill = partition(1, "b", "a");
            cluster.rep(ill, "a").alive = false;
            UpgradePlan plan = plan(false);
            assertThat(plan.steps()).isEmpty();
            assertThat(plan.findings()).extracting(Finding::subject).doesNotContain(well.toString());
            assertFinding(Severity.WARN, ill, "its follower here: it is not alive; recover it first");
        }

        @Test
        void aLeaderThatCannotBeWorkedWithBlocksAndAFormerOneIsToldOf() {
            PartitionId dead = partition(0, "a", "b");
            cluster.rep(dead, "a").alive = false;
            PartitionId former = partition(1, "b", "a");
            cluster.rep(former, "a").marked = true;
            cluster.rep(former, "a").alive = false;
            assertThat(plan(false).steps()).isEmpty();
            assertFinding(Severity.BLOCK, dead, "its leader cannot hand over: it is not alive; recover it first");
            assertFinding(Severity.WARN, former, "led here before and was not recovered since; recover it");
        }

        @Test
        void aLeaderThatAnOpIsAtWorkOnBlocks() {
            PartitionId id = partition(0, "a", "b");
            cluster.pending(42, id);
            assertFinding(Severity.BLOCK, id, "its leader cannot hand over: op 42 (ADD_REPLICA) is still pending");
        }

        @Test
        void aNameThatTheStatFileCannotExpressBlocksBeItTheTablesOrTheDatabases() {
            cluster.partition(cluster.table("d,b", "u", 2, "kMemory"), 0, 10, 100, "a", "b");
            assertThat(plan(false).findings().toString())
                    .contains("BLOCK d,b.u/0: its name cannot stand in a stat file");
        }
    }

    @Nested
    class After {
        private PostUpgradePlan plan(String lines) {
            return PostUpgradePlanner.plan(
                    cluster.snapshot(), "a", StatFile.parse(lines).all());
        }

        private void assertNotYet(String line, String reason) {
            PostUpgradePlan plan = plan(line);
            assertThat(plan.complete()).isFalse();
            assertThat(plan.steps()).singleElement().satisfies(step -> {
                assertThat(step.state()).isEqualTo(PostUpgradeStep.State.NOT_YET);
                assertThat(step.reason()).isEqualTo(reason);
                assertThat(step.actions()).isEmpty();
                assertThat(plan.findings())
                        .contains(new Finding(
                                Severity.WARN, step.line().partition().toString(), reason));
            });
        }

        @Test
        void leadershipComesBackTheFormerLeaderFollowsAndTheAddedReplicaGoes() {
            PartitionId id = partition(0, "b", "a");
            PostUpgradePlan plan = plan("a,db,t,1,0,b\n");
            assertThat(plan.complete()).isTrue();
            assertThat(plan.steps()).singleElement().satisfies(step -> {
                assertThat(step.state()).isEqualTo(PostUpgradeStep.State.TO_DO);
                assertThat(step.reason()).isEqualTo("b leads; the replica on b was added for the time being");
                assertThat(step.actions())
                        .containsExactly(
                                new Action.ChangeLeader(id, "a"),
                                new Action.RecoverTable(id, "b"),
                                new Action.DelReplica(id, "b"));
            });
            assertThat(plan.findings())
                    .extracting(Finding::toString)
                    .first()
                    .isEqualTo("OK a: 1 lines, of which 1 are to be done");
            assertThat(plan.findings()).extracting(Finding::subject).containsExactly("a", "leaders");
            assertThat(plan.before().on("b").orElseThrow().leaders()).isEqualTo(1);
            assertThat(plan.expected().on("a").orElseThrow()).isEqualTo(new TabletLoad("a", true, 1, 1, 100));
            assertThat(plan.expected().on("b").orElseThrow()).isEqualTo(new TabletLoad("b", true, 0, 0, 0));
        }

        @Test
        void aTabletThatLeadsAlreadyIsDone() {
            partition(0, "a", "b");
            PostUpgradePlan plan = plan("a,db,t,1,0,\n");
            assertThat(plan.steps()).singleElement().hasToString("db.t/0 DONE: a leads");
            assertThat(plan.complete()).isTrue();
            assertThat(plan.findings())
                    .extracting(Finding::toString)
                    .containsExactly("OK a: 1 lines, of which 0 are to be done");
        }

        @Test
        void aLineOfAnotherTabletIsLeftAlone() {
            partition(0, "b", "a");
            assertThat(plan("c,db,t,1,0,\n").steps()).isEmpty();
        }

        @Test
        void aTabletThatIsBehindIsToldOfAndOneThatIsNotIsNot() {
            PartitionId id = partition(0, "b", "a");
            assertThat(plan("a,db,t,1,0,\n").findings())
                    .extracting(Finding::subject)
                    .doesNotContain("db.t/0");
            cluster.held("a", id).orElseThrow().offset = 7;
            assertThat(plan("a,db,t,1,0,\n").findings().get(0))
                    .hasToString(
                            "WARN db.t/0: a is 3 behind (at 7, the leader at 10); it has to catch up first, or the rest"
                                    + " is lost");
        }

        @Test
        void aFormerLeaderThatWasNotRecoveredIsRecoveredWhereItCanBe() {
            PartitionId id = partition(0, "a", "b", "c");
            for (String endpoint : List.of("b", "c")) {
                cluster.rep(id, endpoint).marked = true;
                cluster.rep(id, endpoint).alive = false;
            }
            cluster.tablet("c", false);
            PostUpgradePlan plan = plan("a,db,t,1,0,\n");
            assertThat(plan.steps()).singleElement().satisfies(step -> {
                assertThat(step.reason()).isEqualTo("b led before and was not recovered");
                assertThat(step.actions()).containsExactly(new Action.RecoverTable(id, "b"));
            });
        }

        @Test
        void whatTheNameserverDoesNotKnowIsNotYetDone() {
            partition(0, "b", "c");
            assertNotYet("a,db,t,1,0,\n", "the nameserver knows no replica of it on a");
            assertNotYet(
                    "a,db,t,1,7,\n", "db.t/7 does not exist; if it was dropped meanwhile, delete the line by hand");
            assertNotYet(
                    "a,db,gone,1,0,\n", "db.gone does not exist; if it was dropped meanwhile, delete the line by hand");
            assertNotYet("a,,gone,1,0,\n", "gone does not exist; if it was dropped meanwhile, delete the line by hand");
        }

        @Test
        void aTableThatWasMadeAnewIsDoneWithBothNumbers() {
            partition(0, "b", "a");
            assertThat(plan("a,db,t,9,0,\n").steps())
                    .singleElement()
                    .hasToString("db.t/0 DONE: the table was made anew; its number was 9 and is 1");
        }

        @Test
        void aTabletThatDoesNotAnswerHasToAnswerFirst() {
            partition(0, "b", "a");
            cluster.silent.put("a", "no answer in 10 s");
            assertNotYet("a,db,t,1,0,\n", "it is not known whether a holds it: no answer in 10 s");
        }

        @Test
        void aPartitionThatIsIllHasToBeRecoveredFirst() {
            PartitionId id = partition(0, "b", "a");
            cluster.rep(id, "a").alive = false;
            assertNotYet("a,db,t,1,0,\n", "on a: it is not alive; recover it first");
            cluster.rep(id, "a").alive = true;
            cluster.rep(id, "b").alive = false;
            assertNotYet("a,db,t,1,0,\n", "the partition has no alive leader; recover it first");
            cluster.rep(id, "b").alive = true;
            cluster.unconnected.put(id, new ArrayList<>(List.of("a")));
            assertNotYet("a,db,t,1,0,\n", "on a: its leader does not feed it; recover it first");
        }

        @Test
        void anAddedReplicaOnATabletThatIsAwayIsWaitedFor() {
            PartitionId id = partition(0, "b", "a", "c");
            cluster.tablet("c", false);
            assertNotYet(
                    "a,db,t,1,0,c\n",
                    "the replica that was added cannot be dropped, because its tablet c is not healthy");
            assertThat(plan("a,db,t,1,0,\n").steps().get(0).actions())
                    .containsExactly(new Action.ChangeLeader(id, "a"), new Action.RecoverTable(id, "b"));
        }

        @Test
        void anAddedReplicaThatIsGoneIsNotDroppedAgain() {
            PartitionId id = partition(0, "b", "a");
            assertThat(plan("a,db,t,1,0,c\n").steps().get(0).actions())
                    .containsExactly(new Action.ChangeLeader(id, "a"), new Action.RecoverTable(id, "b"));
        }

        @Test
        void aTabletThatIsAwayHasToBeStartedFirst() {
            partition(0, "b", "a");
            cluster.tablet("a", false);
            assertThat(plan("a,db,t,1,0,\n").findings().get(0)).hasToString("BLOCK a: is not healthy; start it first");
            cluster.tablets.remove("a");
            PostUpgradePlan plan = plan("a,db,t,1,0,\n");
            assertThat(plan.findings().get(0))
                    .hasToString("BLOCK a: no tablet has this name; there are b, c; start it first");
            assertThat(plan.blocked()).isTrue();
        }

        @Test
        void offsetsThatNobodyReportedAreNoLag() {
            PartitionId id = partition(0, "b", "a");
            cluster.silent.put("b", "busy");
            cluster.rep(id, "b").offset = OptionalLong.empty();
            assertThat(plan("a,db,t,1,0,\n").findings())
                    .extracting(Finding::subject)
                    .doesNotContain("db.t/0");
        }
    }
}
