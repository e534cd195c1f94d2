package dev.opsdk.openmldb.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.openmldb.model.PartitionId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which replica moves where, and which leader hands over to whom. */
class BalancersTest {
    private final ServerModel cluster = new ServerModel();
    private final ServerModel.Table table = cluster.table("db", "t", 1, "kMemory");

    @BeforeEach
    void threeTablets() {
        List.of("a", "b", "c").forEach(endpoint -> cluster.tablet(endpoint, true));
    }

    private PartitionId partition(long pid, long bytes, String... endpoints) {
        return cluster.partition(table, pid, 10, bytes, endpoints);
    }

    private Layout layout() {
        return new Layout(cluster.snapshot(), Scope.userDatabases());
    }

    private static List<String> texts(List<? extends Move> moves) {
        return moves.stream().map(Move::toString).toList();
    }

    @Nested
    class OfReplicas {
        private List<String> moves() {
            Layout layout = layout();
            Relocation relocation = new Relocation(layout);
            new ReplicaBalancer(layout, relocation).run();
            return texts(relocation.moves());
        }

        @Test
        void theCheapestMoveUntilTheTabletsDifferByOne() {
            partition(0, 300, "a");
            partition(1, 100, "a");
            partition(2, 200, "a");
            partition(3, 400, "a");
            partition(4, 500, "a");
            assertThat(moves())
                    .containsExactly(
                            "move leader of db.t/1 from a to b by a copy",
                            "move leader of db.t/2 from a to c by a copy",
                            "move leader of db.t/0 from a to b by a copy");
        }

        @Test
        void cheapFollowersGoBeforeDearOnesAndAllBeforeLeaders() {
            partition(0, 1, "a");
            partition(1, 300, "b", "a");
            partition(2, 200, "b", "a");
            assertThat(moves()).containsExactly("move follower of db.t/2 from a to c");
        }

        @Test
        void aDifferenceOfOneStays() {
            partition(0, 1, "a");
            assertThat(moves()).isEmpty();
        }

        @Test
        void nothingMovesToATabletThatIsAwayNorFromIt() {
            cluster.tablet("c", false);
            partition(0, 1, "a");
            partition(1, 1, "a");
            partition(2, 1, "c");
            partition(3, 1, "c");
            partition(4, 1, "c");
            assertThat(moves()).containsExactly("move leader of db.t/0 from a to b by a copy");
        }

        @Test
        void whatFitsNotWhereLeastIsGoesWhereLessIs() {
            cluster.tablet("d", true);
            partition(0, 1, "c", "a");
            for (int pid = 1; pid < 5; pid++) {
                cluster.pending(pid, partition(pid, 1, "a"));
            }
            partition(5, 1, "b", "d");
            partition(6, 1, "d", "b");
            // a has 5, b 2, c 1, d 2; what can leave a is at c already
            assertThat(moves()).first().isEqualTo("move follower of db.t/0 from a to b");
        }

        @Test
        void othersMakeRoomWhenNothingFitsWhereLessIs() {
            partition(0, 1, "c", "a");
            cluster.pending(1, partition(1, 1, "a"));
            cluster.pending(2, partition(2, 1, "a"));
            partition(3, 1, "b");
            partition(4, 1, "b");
            assertThat(moves())
                    .containsExactly(
                            "move leader of db.t/3 from b to c by a copy", "move follower of db.t/0 from a to b");
        }

        @Test
        void whatWasLeftSomewhereByAnOpKeepsAnotherReplicaAway() {
            PartitionId left = partition(0, 1, "a");
            cluster.pending(1, partition(1, 1, "a"));
            cluster.hold("b", left, new ServerModel.Own(false, "kTableNormal", 5));
            assertThat(moves()).containsExactly("move leader of db.t/0 from a to c by a copy");
        }
    }

    @Nested
    class OfBytes {
        private List<String> moves() {
            cluster.tablets.remove("c");
            Layout layout = layout();
            Relocation relocation = new Relocation(layout);
            new ByteBalancer(layout, relocation).run();
            return texts(relocation.moves());
        }

        @Test
        void theLargestThatIsAtMostHalfOfTheDifferenceMoves() {
            partition(0, 1000, "a");
            partition(1, 300, "a");
            partition(2, 200, "a");
            assertThat(moves())
                    .containsExactly(
                            "move leader of db.t/1 from a to b by a copy",
                            "move leader of db.t/2 from a to b by a copy");
        }

        @Test
        void elseTheSmallestThatStillMakesTheDifferenceSmaller() {
            partition(0, 700, "a");
            partition(1, 650, "a");
            partition(2, 300, "b");
            assertThat(moves()).containsExactly("move leader of db.t/1 from a to b by a copy");
        }

        @Test
        void whatOnlyTurnsTheDifferenceRoundStays() {
            partition(0, 100, "a");
            assertThat(moves()).isEmpty();
        }

        @Test
        void aFiftiethOfTheMeanIsNotWorthAMove() {
            partition(0, 980, "a");
            partition(1, 10, "a");
            partition(2, 10, "a");
            partition(3, 980, "b");
            assertThat(moves()).as("20 of 990").containsExactly("move leader of db.t/2 from a to b by a copy");
            cluster.replicas.clear();
            partition(0, 980, "a");
            partition(1, 9, "a");
            partition(2, 9, "a");
            partition(3, 980, "b");
            assertThat(moves()).as("18 of 989").isEmpty();
        }

        @Test
        void amongEqualsAFollowerMoves() {
            partition(0, 100, "a");
            partition(1, 100, "c", "a");
            partition(2, 100, "a");
            partition(3, 50, "c", "a");
            Layout layout = layout();
            Relocation relocation = new Relocation(layout);
            new ByteBalancer(layout, relocation).run();
            assertThat(texts(relocation.moves())).first().isEqualTo("move follower of db.t/1 from a to b");
        }

        @Test
        void whatIsThereAlreadyIsNotOffered() {
            partition(0, 40, "b", "a");
            partition(1, 30, "a");
            partition(2, 100, "a");
            assertThat(moves()).containsExactly("move leader of db.t/1 from a to b by a copy");
        }
    }

    @Nested
    class OfLeaders {
        private List<String> moves() {
            return texts(new LeaderBalancer(layout()).run());
        }

        @Test
        void theTabletThatLeadsLeastGetsTheFirst() {
            partition(0, 1, "a", "b");
            partition(1, 1, "a", "c");
            partition(2, 1, "a");
            partition(3, 1, "a");
            partition(4, 1, "b");
            assertThat(moves())
                    .containsExactly("hand leadership of db.t/1 from a to c", "hand leadership of db.t/0 from a to b");
        }

        @Test
        void aDifferenceOfOneStays() {
            partition(0, 1, "a", "b");
            assertThat(moves()).isEmpty();
        }

        @Test
        void aDifferenceOfTwoIsEvened() {
            partition(0, 1, "a", "b");
            partition(1, 1, "a", "b");
            assertThat(moves()).containsExactly("hand leadership of db.t/0 from a to b");
        }

        @Test
        void nobodyHandsToAFollowerThatCouldNotLead() {
            PartitionId ill = partition(0, 1, "a", "b");
            partition(1, 1, "a", "c");
            partition(2, 1, "a");
            cluster.rep(ill, "b").alive = false;
            assertThat(moves()).containsExactly("hand leadership of db.t/1 from a to c");
        }
    }

    @Nested
    class OfAll {
        @Test
        void tabletsThatAreAwayAndWhatCannotBeMovedAreTold() {
            cluster.tablet("c", false);
            partition(0, 1, "a", "c", "gone");
            partition(1, 1, "a");
            MovePlan plan = ScaleOutPlanner.plan(cluster.snapshot(), ScaleOutOptions.DEFAULT);
            assertThat(plan.findings())
                    .extracting(Finding::toString)
                    .startsWith(
                            "WARN c: is not healthy; nothing is moved from it or to it",
                            "WARN gone: holds replicas by the tables, but the nameserver does not list it")
                    .endsWith("OK scale-out: replicas a tablet will differ by 0");
            assertThat(plan.unmovable())
                    .extracting(Unmovable::toString)
                    .containsExactly(
                            "db.t/0 on c stays: its tablet is offline",
                            "db.t/0 on gone stays: its tablet is missing from the nameserver's list");
        }

        @Test
        void whatStaysUnevenIsAWarning() {
            for (int pid = 0; pid < 3; pid++) {
                cluster.pending(pid, partition(pid, 1, "a"));
            }
            assertThat(ScaleOutPlanner.plan(cluster.snapshot(), ScaleOutOptions.DEFAULT)
                            .findings())
                    .extracting(Finding::toString)
                    .containsExactly(
                            "WARN scale-out: replicas a tablet will differ by 3, because 3 replicas cannot be moved");
            assertThat(ScaleOutPlanner.plan(
                                    cluster.snapshot(),
                                    ScaleOutOptions.DEFAULT.withMeasure(ScaleOutOptions.Measure.BYTES))
                            .findings())
                    .extracting(Finding::toString)
                    .containsExactly("OK scale-out: bytes a tablet will differ by 3");
        }

        @Test
        void eachFlawOfAReplicaIsNamed() {
            PartitionId id = partition(0, 1, "a", "b");
            cluster.rep(id, "b").alive = false;
            assertFlaws("db.t/0 on b stays: it is not alive; recover it first");
            cluster.rep(id, "b").alive = true;
            cluster.held("b", id).orElseThrow().leader = true;
            assertFlaws("db.t/0 on b stays: nameserver and tablet disagree about its role; recover it first");
            cluster.held("b", id).orElseThrow().leader = false;
            cluster.held("b", id).orElseThrow().state = "kTableLoading";
            assertFlaws("db.t/0 on b stays: its tablet does not serve it yet (kTableLoading)");
            cluster.held.get("b").clear();
            assertFlaws("db.t/0 on b stays: its tablet does not hold it; recover it first");
            cluster.rep(id, "b").marked = true;
            cluster.hold("b", id, new ServerModel.Own(true, "kTableNormal", 10));
            assertFlaws(
                    "db.t/0 on a stays: the partition has 2 leaders; recover it first",
                    "db.t/0 on b stays: the partition has 2 leaders; recover it first");
            cluster.rep(id, "b").marked = false;
            cluster.held("b", id).orElseThrow().leader = false;
            cluster.held.get("a").clear();
            assertFlaws(
                    "db.t/0 on a stays: its tablet does not hold it; recover it first",
                    "db.t/0 on b stays: the partition's leader cannot be worked with: its tablet does not hold it;"
                            + " recover it first");
        }

        private void assertFlaws(String... flaws) {
            assertThat(ScaleOutPlanner.plan(cluster.snapshot(), ScaleOutOptions.DEFAULT)
                            .unmovable())
                    .extracting(Unmovable::toString)
                    .containsExactly(flaws);
        }
    }

    @Nested
    class OfTabletsThatLeave {
        private MovePlan plan(String... leaving) {
            return ScaleInPlanner.plan(cluster.snapshot(), List.of(leaving));
        }

        @Test
        void followersMoveFirstAndNobodyWhoLeavesTakesOver() {
            cluster.tablet("d", true);
            partition(0, 1, "a", "b");
            MovePlan plan = plan("a", "b");
            assertThat(texts(plan.moves()))
                    .containsExactly(
                            "move follower of db.t/0 from b to c", "move leader of db.t/0 from a to d, c leads then");
            assertThat(plan.findings()).extracting(Finding::subject).containsExactly("scale-in", "leaders");
            assertThat(plan.findings().get(0))
                    .hasToString("OK scale-in: 2 replicas move to 2 remaining healthy tablets");
        }

        @Test
        void somebodyHasToLeave() {
            assertThat(plan().findings())
                    .extracting(Finding::toString)
                    .containsExactly("BLOCK scale-in: no endpoint is given");
        }

        @Test
        void whatCannotBeMovedBlocksAndTheRestIsPlanned() {
            cluster.pending(42, partition(0, 1, "a"));
            partition(1, 1, "a");
            MovePlan plan = plan("a");
            assertThat(plan.blocked()).isTrue();
            assertThat(texts(plan.moves())).containsExactly("move leader of db.t/1 from a to b by a copy");
            assertThat(plan.findings())
                    .contains(Finding.block(
                            "db.t/0", "the replica on a cannot be moved: op 42 (ADD_REPLICA) is still pending"));
            assertThat(plan.unmovable()).hasSize(1);
        }

        @Test
        void aTabletThatDoesNotSayWhatItHoldsIsToldOf() {
            cluster.silent.put("a", "busy");
            assertThat(plan("a").findings())
                    .contains(Finding.warn("a", "what it holds beyond the nameserver's tables is unknown: busy"));
        }
    }

    @Test
    void eachAilmentIsNamed() {
        List.of("d", "e", "f", "g").forEach(endpoint -> cluster.tablet(endpoint, true));
        PartitionId id = partition(0, 1, "a", "b", "c", "d", "e", "f", "g");
        cluster.rep(id, "b").alive = false;
        cluster.tablet("c", false);
        cluster.silent.put("d", "busy");
        cluster.held.get("e").clear();
        cluster.held("f", id).orElseThrow().leader = true;
        cluster.held("g", id).orElseThrow().state = "kTableLoading";
        ClusterSnapshot now = cluster.snapshot();
        TableHealth health = TableHealth.of(now, now.tables().get(0));
        assertThat(health.healthy()).isFalse();
        assertThat(health.partitions()).singleElement().satisfies(partition -> {
            assertThat(partition.ailments())
                    .extracting(ailment -> ailment.endpoint() + " " + ailment.kind())
                    .containsExactly(
                            "b NOT_ALIVE",
                            "c TABLET_AWAY",
                            "d NOT_ASKED",
                            "e NOT_HELD",
                            "f ROLE_DISAGREES",
                            "g NOT_SERVING");
            assertThat(partition.has(Ailment.Kind.NOT_HELD)).isTrue();
            assertThat(partition.has(Ailment.Kind.NO_LEADER)).isFalse();
            assertThat(partition.has(Ailment.Kind.NOT_HELD, "b")).isFalse();
        });
        assertThat(health.toString()).startsWith("db.t is ill: [db.t/0 [");
    }

    @Test
    void aTableIsWellOnlyWithPartitionsThatAre() {
        cluster.table("", "bare", 2, "kMemory");
        partition(0, 1, "a");
        ClusterSnapshot now = cluster.snapshot();
        assertThat(now.tables())
                .extracting(each -> TableHealth.of(now, each).toString())
                .containsExactly("bare has no partitions", "db.t is well");
        assertThat(now.tables())
                .extracting(each -> TableHealth.of(now, each).healthy())
                .containsExactly(false, true);
    }
}
