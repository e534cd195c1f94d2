package dev.opsdk.openmldb.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.openmldb.model.OpState;
import dev.opsdk.openmldb.model.PartitionId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan says of a goal that is reached already, that can be reached, and that cannot. */
class GoalsTest {
    private static final PartitionId T1 = new PartitionId("db", "t1", 0);

    private final OpenMldbWorld world =
            OpenMldbWorld.inProcess(sim -> sim.tablets(4).systemTables(false));
    private final String leader = world.tablet(0);
    private final String follower = world.tablet(1);
    private final String other = world.tablet(2);

    @BeforeEach
    void aTable() {
        world.sim().table("db", "t1").rows(10).placedOn(leader, follower).create();
    }

    @AfterEach
    void end() {
        assertThat(world.sim().refusals()).as("nothing is sent that is refused").isEmpty();
        world.close();
    }

    private PartitionProcedures partition() {
        return world.ops().partition("db", "t1", 0);
    }

    private static void assertBlocked(Plan plan, String reason) {
        assertThat(plan.blocked()).isTrue();
        assertThat(plan.checks())
                .filteredOn(check -> check.result() == CheckResult.BLOCK)
                .extracting(PreCheck::detail)
                .singleElement()
                .asString()
                .contains(reason);
    }

    private void assertNothingToDo(Plan plan, String words) {
        assertThat(plan.checks())
                .filteredOn(check -> check.result() == CheckResult.PASS)
                .extracting(PreCheck::detail)
                .singleElement()
                .asString()
                .contains(words);
        int before = world.mutations().size();
        assertThat(Scenario.run(Scenario.confirmed(plan)).complete()).isTrue();
        assertThat(world.mutations()).hasSize(before);
    }

    private void holdAnOp() {
        world.sim().holdOps();
        world.ops().nameServer().addReplica(T1, other);
    }

    @Nested
    class OfAPartition {
        @Test
        void aReplicaThatIsThereIsNotAddedAgain() {
            assertNothingToDo(partition().addReplica(follower), "it is so already, there is nothing to do");
        }

        @Test
        void aReplicaIsNotAddedOverOneThatIsNotAlive() {
            world.sim().breakReplica("db", "t1", 0, follower);
            assertBlocked(
                    partition().addReplica(follower),
                    "it is there and not alive, recoverTable(\"" + follower + "\") first");
        }

        @Test
        void withoutALeaderNothingIsCopied() {
            world.sim().replica("db", "t1", 0, leader).markDead();
            assertBlocked(partition().addReplica(other), "no leader is alive to copy from: [");
            assertBlocked(partition().migrate(follower, other), "no leader is alive to copy from: [");
        }

        @Test
        void aLeaderIsNotDropped() {
            assertBlocked(partition().delReplica(leader), "it is marked as leader: " + leader);
            assertNothingToDo(partition().delReplica(other), "it is so already");
            assertThat(partition().delReplica(follower).destructive()).isTrue();
            assertThat(partition().addReplica(other).destructive()).isFalse();
        }

        @Test
        void whoLeadsIsNotMadeLeaderAgain() {
            Plan plan = partition().changeLeader(leader);
            assertThat(plan.steps()).noneMatch(step -> step.title().contains("recover the replica"));
            assertNothingToDo(plan, "it is so already");
        }

        @Test
        void onlyAnAliveFollowerIsMadeLeader() {
            assertBlocked(partition().changeLeader(other), other + " is no alive follower: [");
            world.sim().breakReplica("db", "t1", 0, follower);
            assertBlocked(partition().changeLeader(follower), follower + " is no alive follower: [");
        }

        @Test
        void aFollowerLeadsWhereNobodyIsAlive() {
            world.sim().replica("db", "t1", 0, leader).markDead();
            Plan plan = partition().changeLeader(follower);
            assertThat(plan.blocked()).isFalse();
            assertThat(Scenario.run(plan).complete()).isTrue();
            assertThat(world.view().leader("db", "t1", 0)).contains(follower);
            assertThat(world.mutationMethods()).doesNotContain("RecoverTable");
        }

        @Test
        void aReplicaIsNotMovedToItself() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> partition().migrate(follower, follower))
                    .withMessage("it cannot be moved from " + follower + " to itself");
        }

        @Test
        void whatIsNotThereIsNotMoved() {
            assertBlocked(partition().migrate(other, world.tablet(3)), "has no replica on " + other + " (replicas [");
        }

        @Test
        void aLeaderIsNotMoved() {
            assertBlocked(partition().migrate(leader, other), "it leads now, and a leader cannot be moved: " + leader);
        }

        @Test
        void aReplicaIsNotMovedToWhereOneIs() {
            partition().addReplica(other).run();
            Plan plan = partition().migrate(follower, other);
            assertBlocked(plan, "there is a replica on both: [");
            assertBlocked(plan, "; choose another destination");
            assertBlocked(partition().migrate(leader, other), "; choose another destination");
        }

        @Test
        void whatAFailedMoveLeftIsToldHowToMend() {
            partition().addReplica(other).run();
            world.sim().breakReplica("db", "t1", 0, other);
            assertBlocked(
                    partition().migrate(follower, other),
                    ", as an op that failed late leaves it; recoverTable(\"" + other + "\"), then delReplica(\""
                            + follower + "\")");
            assertBlocked(partition().migrate(leader, other), "; choose another destination");
            partition().recoverTable(other).run();
            world.sim().breakReplica("db", "t1", 0, follower);
            assertBlocked(partition().migrate(follower, other), ", as an op that failed late leaves it");
        }

        @Test
        void whatIsWellIsNotRecovered() {
            assertNothingToDo(partition().recoverTable(follower), "it is so already");
            assertBlocked(partition().recoverTable(other), "it has no replica there: [");
        }

        @Test
        void aPartitionThatIsNotThereBlocks() {
            Plan plan = world.ops().partition("db", "t1", 9).addReplica(other);
            assertBlocked(plan, "there is no partition db.t1/9");
            assertThat(world.ops().partition("db", "t1", 9)).hasToString("procedures of db.t1/9");
        }

        @Test
        void whatAnOpIsAtWorkOnMayBecomePossible() {
            holdAnOp();
            Plan plan = partition().changeLeader(other);
            assertThat(plan.blocked()).isFalse();
            world.sim().releaseOps();
            Report report = Scenario.run(plan);
            assertThat(report.complete()).as("%s", report).isTrue();
            assertThat(world.view().leader("db", "t1", 0)).contains(other);
        }

        @Test
        void aReportSaysWhichOpsStillRun() {
            Plan plan = partition().recoverTable(follower);
            holdAnOp();
            assertThat(Scenario.run(plan).now())
                    .anyMatch(line -> line.startsWith("db.t1/0: ["))
                    .anyMatch(line -> line.endsWith(" still runs"));
        }
    }

    @Nested
    class OfAnOp {
        @Test
        void anOpThatIsNotListedCannotBeCancelledAndNeedNotBeDeleted() {
            assertBlocked(world.ops().opProcedures().cancel(99), "the nameserver lists no op 99");
            assertNothingToDo(world.ops().opProcedures().delete(99), "nothing to do, it is not listed");
        }

        @Test
        void anOpThatRunsIsCancelledAndOnlyThenDeleted() {
            holdAnOp();
            assertBlocked(world.ops().opProcedures().delete(1), "it has not ended, cancel it first: ");
            Plan cancel = world.ops().opProcedures().cancel(1);
            assertThat(cancel.checks()).anyMatch(check -> check.result() == CheckResult.PASS);
            assertThat(cancel.toString()).contains("switch auto_failover off", "cancel op 1");
            Report report = Scenario.run(cancel);
            assertThat(report.complete()).isTrue();
            assertThat(report.now()).singleElement().asString().contains("CANCELED");
            assertThat(report.next()).isEmpty();
            assertNothingToDo(world.ops().opProcedures().cancel(1), "nothing to do, it has ended: ");
            Report deleted = Scenario.run(world.ops().opProcedures().delete(1));
            assertThat(deleted.now()).containsExactly("op 1 is not listed");
            assertThat(world.sim().ops()).isEmpty();
        }

        @Test
        void opsThatHaveNotEndedAreNotDeletedAtOnce() {
            for (OpState.Known state : List.of(OpState.Known.INITED, OpState.Known.DOING)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> world.ops().opProcedures().deleteAll("db", state))
                        .withMessage("ops that are " + state + " have not ended; cancel them one by one");
            }
        }

        @Test
        void onlyOpsOfTheDatabaseAndTheStateAreDeleted() {
            partition().addReplica(other).run();
            assertNothingToDo(
                    world.ops().opProcedures().deleteAll("db", OpState.Known.FAILED), "nothing to do, there is none");
            assertNothingToDo(
                    world.ops().opProcedures().deleteAll("other", OpState.Known.DONE), "nothing to do, there is none");
            Plan some = world.ops().opProcedures().deleteAll("db", OpState.Known.DONE);
            assertThat(some.target()).isEqualTo("db DONE");
            assertThat(some.checks()).extracting(PreCheck::detail).containsExactly("there are 1");
            assertThat(Scenario.run(some).now()).containsExactly("0 ops are DONE");
            assertThat(world.sim().ops()).isEmpty();
        }

        @Test
        void theDatabaseHasToBeNamed() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> world.ops().opProcedures().deleteAll("", OpState.Known.DONE))
                    .withMessage("the database's name is blank");
        }

        @Test
        void allOpsAreWaitedFor() {
            holdAnOp();
            world.sim().releaseOps();
            world.ops().procedures().awaitNoOps(Duration.ofMinutes(5));
            assertThat(world.ops().nameServer().ops()).noneMatch(op -> op.pending());
        }
    }

    @Nested
    class OfACluster {
        @Test
        void tabletsHaveToBeNamed() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> world.ops().procedures().scaleIn(List.of()))
                    .withMessage("name the tablets to be emptied");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> world.ops().procedures().scaleIn(List.of(" ")))
                    .withMessageContaining("the tablet's name is blank");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> world.ops().procedures().preUpgrade("", o -> o))
                    .withMessageContaining("the tablet's name is blank");
        }

        @Test
        void aReportSaysWhatIsDoneNextAfterATabletWasEmptied(@TempDir Path dir) {
            Path stat = dir.resolve("stat");
            Report report = world.ops()
                    .procedures()
                    .preUpgrade(leader, o -> o.statFile(stat))
                    .run();
            assertThat(report.now()).containsExactly(leader + " leads nothing");
            assertThat(report.next())
                    .containsExactly(
                            "stop " + leader + ", replace it, start it",
                            "if its partitions do not come back by themselves: recoverData",
                            "then postUpgrade(\"" + leader + "\") with the same stat file");
            Report none = world.ops()
                    .procedures()
                    .preUpgrade(other, o -> o.statFile(stat))
                    .run();
            assertThat(none.next())
                    .containsExactly(
                            "stop " + other + ", replace it, start it",
                            "nothing of it is written down in " + stat + ": there is nothing for postUpgrade to do");
        }

        @Test
        void aReportSaysWhatIsDoneNextWhenATabletCouldNotBeEmptied(@TempDir Path dir) {
            world.sim().failOps("kChangeLeaderOP", "kChangeLeader", 1);
            Report report = Scenario.run(world.ops()
                    .procedures()
                    .preUpgrade(leader, o -> o.statFile(dir.resolve("stat")))
                    .plan());
            assertThat(report.complete()).isFalse();
            assertThat(report.now()).containsExactly(leader + " leads 1 partitions: [db.t1/0]");
            assertThat(report.next())
                    .containsExactly(
                            "do not stop " + leader + " yet; settle the cause, then report.resume()",
                            "or undo it: postUpgrade(\"" + leader + "\") brings back what was moved so far");
        }

        @Test
        void aRecoverySaysHowAllIsAfterwards() {
            world.sim().breakReplica("db", "t1", 0, follower);
            Report report = world.ops().procedures().recoverData(o -> o).run();
            assertThat(report.now()).containsExactly("all tables of all databases are healthy");
            assertThat(report.next()).isEmpty();
        }

        @Test
        void moreThanTwentyWarningsOfAKindAreCounted() {
            assertThat(Guarded.warnings("x", Collections.nCopies(20, "line"))).hasSize(20);
            List<PreCheck> many =
                    Guarded.warnings("x", IntStream.rangeClosed(1, 23).boxed().toList());
            assertThat(many).hasSize(21).allMatch(check -> check.result() == CheckResult.WARN);
            assertThat(many.get(19).detail()).isEqualTo("20");
            assertThat(many.get(20).detail()).isEqualTo("and 3 more");
        }

        @Test
        void opsThatRunAreWarnedOf() {
            Guarded guarded = new Guarded(world.ops());
            assertThat(guarded.running("wait")).isEmpty();
            holdAnOp();
            assertThat(guarded.running("wait")).singleElement().satisfies(check -> {
                assertThat(check.result()).isEqualTo(CheckResult.WARN);
                assertThat(check.detail()).startsWith("1 ops run, such as ").endsWith("; wait");
            });
        }

        @Test
        void moreThanTwentyRunningOpsAreCounted() {
            world.sim().table("db", "many").partitions(22).replicas(1).create();
            Plan plan = partition().recoverTable(follower);
            world.sim().holdOps();
            adding(0, 20);
            assertThat(Scenario.run(plan).now())
                    .noneMatch(line -> line.contains("more ops"))
                    .filteredOn(line -> line.endsWith(" still runs"))
                    .hasSize(20);
            adding(20, 22);
            List<String> now = Scenario.run(plan).now();
            assertThat(now).filteredOn(line -> line.endsWith(" still runs")).hasSize(20);
            assertThat(now).contains("and 2 more ops");
        }

        private void adding(int from, int to) {
            for (int pid = from; pid < to; pid++) {
                String at = world.view().leader("db", "many", pid).orElseThrow();
                world.ops()
                        .nameServer()
                        .addReplica(new PartitionId("db", "many", pid), at.equals(other) ? leader : other);
            }
        }

        @Test
        void theReportsAreLimitedToWhatIsAskedFor() {
            world.sim().table("other", "t2").replicas(1).create();
            partition().addReplica(other).run();
            assertThat(world.ops().status().tables("db").rows()).hasSize(1);
            assertThat(world.ops().status().tables("d").rows()).isEmpty();
            assertThat(world.ops()
                            .status()
                            .ops(Optional.of("db"), Optional.empty(), ZoneOffset.UTC)
                            .rows())
                    .hasSize(1);
            assertThat(world.ops()
                            .status()
                            .ops(Optional.of("other"), Optional.empty(), ZoneOffset.UTC)
                            .rows())
                    .isEmpty();
            assertThat(world.ops().status().ops().rows()).hasSize(1);
        }
    }
}
