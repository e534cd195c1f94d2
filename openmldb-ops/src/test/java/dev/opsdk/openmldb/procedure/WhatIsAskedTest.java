package dev.opsdk.openmldb.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.ProcedureListener;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.assess.PostUpgradePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which servers are asked, what an answer that does not come means, and what changed since a plan was made. */
class WhatIsAskedTest {
    @TempDir
    Path dir;

    private final OpenMldbWorld world =
            OpenMldbWorld.inProcess(sim -> sim.tablets(4).systemTables(false));
    private final String first = world.tablet(0);
    private final String second = world.tablet(1);
    private final String third = world.tablet(2);

    @BeforeEach
    void aTable() {
        world.sim()
                .table("db", "t1")
                .partitions(2)
                .rows(10)
                .placedOn(first, second)
                .create();
    }

    @AfterEach
    void end() {
        world.close();
    }

    private long followersAsked() {
        return world.sim().calls().stream()
                .filter(call -> call.method().equals("GetTableFollower"))
                .count();
    }

    private void recoverPlanned() {
        world.sim().forgetCalls();
        assertThat(world.ops().procedures().recoverData(o -> o).plan()).isNotNull();
    }

    @Test
    void aLeaderIsAskedForItsFollowersOnlyWhereAChangeOfLeaderFailed() {
        world.ops().partition("db", "t1", 0).changeLeader(second).run();
        world.sim().failOps("kMigrateOP", "kSendSnapshot", 1);
        Scenario.run(world.ops().partition("db", "t1", 1).migrate(second, third));
        recoverPlanned();
        assertThat(followersAsked()).isZero();
        world.sim().failOps("kChangeLeaderOP", "kChangeLeader", 1);
        Scenario.run(world.ops().partition("db", "t1", 0).changeLeader(first));
        recoverPlanned();
        assertThat(followersAsked()).isEqualTo(1);
    }

    @Test
    void theStatusAsksEveryLeaderOfTheDatabasesThatAreShownAndNoTabletThatIsAway() {
        world.sim().table("other", "t2").placedOn(third).create();
        world.sim().forgetCalls();
        assertThat(world.ops().status().tables("db").rows()).hasSize(1);
        assertThat(followersAsked()).isEqualTo(2);
        world.sim().tablet(2).kill();
        world.sim().advance(Duration.ofMinutes(1));
        List<Integer> asked = new ArrayList<>();
        world.wire().beforeNext("GetTableFollower", () -> asked.add(1));
        assertThat(world.ops().status().tables("other").rows()).hasSize(1);
        assertThat(asked).isEmpty();
    }

    @Test
    void aLeaderThatDoesNotTellItsFollowersIsSaid() {
        world.wire().refuse("GetTableFollower");
        assertThat(world.ops().status().tables("db").rows().toString())
                .contains("fail to get from tablet: ", "connection refused");
    }

    @Test
    void aTabletThatDoesNotAnswerIsNotATabletThatHoldsNothing() {
        Plan plan = world.ops().procedures().scaleIn(List.of(second)).plan();
        world.wire().refuse(second);
        Plan blind = world.ops().procedures().scaleIn(List.of(second)).plan();
        assertThat(blind.checks())
                .anyMatch(
                        check -> check.detail().startsWith("what it holds beyond the nameserver's tables is unknown: ")
                                && check.detail().contains("connection refused"));
        assertThat(Scenario.run(plan).now())
                .singleElement()
                .asString()
                .contains(", could not be asked: ", "connection refused");
    }

    @Test
    void aTabletIsNotEmptyWhenSomethingCameToItMeanwhile() {
        Plan plan = world.ops().procedures().scaleIn(List.of(second)).plan();
        world.sim().table("db", "late").placedOn(second).create();
        Report report = Scenario.run(plan);
        assertThat(report.complete()).isFalse();
        assertThat(report.toString()).contains("1 replicas are left: [db.late/0]");
        Report end = Scenario.run(report.resume());
        assertThat(end.complete()).as("%s", end).isTrue();
        assertThat(world.view().replicaCounts()).containsEntry(second, 0);
    }

    @Test
    void replicasAreNotSpreadWhenSomeCameMeanwhile() {
        Plan plan = world.ops().procedures().scaleOut(o -> o).plan();
        world.sim().table("db", "late").partitions(3).placedOn(first).create();
        Report report = Scenario.run(plan);
        assertThat(report.complete()).isFalse();
        assertThat(report.toString())
                .contains("see that replicas differ by at most 0: replicas a tablet differ by 3; somebody else may");
    }

    @Test
    void aReadOnlyClientMaySeeThatATabletIsEmpty() {
        try (OpenMldbOps reader =
                world.client(client -> client.interceptor(world.wire()).readOnly(true))) {
            Plan plan = reader.procedures().scaleIn(List.of(third)).plan();
            assertThat(plan.steps()).isNotEmpty();
            assertThat(plan.blocked()).isFalse();
            assertThat(plan.run().complete()).isTrue();
            assertThat(reader.procedures().scaleIn(List.of(second)).plan().blocked())
                    .isTrue();
        }
    }

    @Test
    void aListenerHearsTheStepsOfAnOperation() {
        List<String> titles = new ArrayList<>();
        Report report = world.ops().procedures().scaleIn(List.of(third)).run(new ProcedureListener() {
            @Override
            public void onStep(int number, Step step) {
                titles.add(step.title());
            }
        });
        assertThat(titles).containsExactly("see that " + third + " is empty");
        assertThat(report.complete()).isTrue();
    }

    @Test
    void whoLeadsNothingNeedsNoFileBeforeAnUpgrade() {
        Path nowhere = dir.resolve("none").resolve("stat");
        assertThat(world.ops()
                        .procedures()
                        .preUpgrade(third, o -> o.statFile(nowhere))
                        .plan()
                        .blocked())
                .isFalse();
        assertThat(world.ops()
                        .procedures()
                        .preUpgrade(first, o -> o.statFile(nowhere))
                        .plan()
                        .blocked())
                .isTrue();
    }

    @Test
    void aLineOfATableThatWasMadeAnewDoesNotCount() throws IOException {
        Path stat = dir.resolve("stat");
        long tid =
                world.ops().nameServer().table("db", "t1").orElseThrow().tid().orElseThrow();
        Files.writeString(stat, first + ",db,t1," + (tid + 7) + ",0,\n");
        Scenario.run(world.ops()
                .procedures()
                .preUpgrade(first, o -> o.statFile(stat))
                .plan());
        assertThat(Files.readAllLines(stat)).contains(first + ",db,t1," + tid + ",0,");
    }

    @Test
    void aFileWithoutLinesOfATabletIsWarnedOf() throws IOException {
        Path stat = dir.resolve("stat");
        Files.writeString(stat, "10.9.9.9:1,db,other,7,0,\n");
        Plan plan = world.ops().procedures().postUpgrade(first, stat).plan();
        assertThat(plan.checks())
                .contains(new PreCheck(
                        "stat file", CheckResult.WARN, "0 lines of " + first + " in " + stat.toAbsolutePath()));
        assertThat(plan.blocked()).isFalse();
    }

    @Test
    void aPartitionThatCannotComeBackYetSaysWhy() throws IOException {
        Path stat = dir.resolve("stat");
        world.ops().procedures().preUpgrade(first, o -> o.statFile(stat)).run();
        world.sim().replica("db", "t1", 0, first).unload();
        ClusterOperation<PostUpgradePlan> post = world.ops().procedures().postUpgrade(first, stat);
        String reason = post.decision().steps().get(0).reason();
        assertThat(reason).isNotEmpty();
        assertThat(Scenario.run(post.plan()).steps())
                .filteredOn(step -> step.title().startsWith("db.t1/0: bring leadership back"))
                .extracting(StepResult::outcome, StepResult::detail)
                .containsExactly(tuple(StepOutcome.REJECTED, reason));
    }

    @Test
    void aReturnWhoseLinesAreAllStruckOutGoesOnWithoutTheFile() {
        Path stat = dir.resolve("stat");
        world.ops().procedures().preUpgrade(first, o -> o.statFile(stat)).run();
        world.wire().beforeNext("ChangeLeader", () -> world.wire().refuse("ConfSet"));
        Report report =
                Scenario.run(world.ops().procedures().postUpgrade(first, stat).plan());
        assertThat(stat).doesNotExist();
        assertThat(report.complete()).as("auto_failover is still off").isFalse();
        world.wire().refuseNothing();
        Plan rest = report.resume();
        assertThat(rest.blocked()).as("%s", rest).isFalse();
        assertThat(Scenario.run(rest).complete()).isTrue();
        assertThat(world.sim().isAutoFailover()).isTrue();
    }

    @Test
    void aLineThatDoesNotSayWhichReplicaIsAddedIsNotEnough() throws IOException {
        world.sim().table("db", "single").placedOn(first).create();
        long tid = world.ops()
                .nameServer()
                .table("db", "single")
                .orElseThrow()
                .tid()
                .orElseThrow();
        Path stat = dir.resolve("stat");
        Files.writeString(stat, first + ",db,single," + tid + ",0,\n");
        world.sim().failOps("kAddReplicaOP", "kPauseSnapshot", 1);
        Scenario.run(world.ops()
                .procedures()
                .preUpgrade(first, o -> o.statFile(stat))
                .plan());
        assertThat(Files.readAllLines(stat)).contains(first + ",db,single," + tid + ",0," + third);
    }

    @Test
    void opsOfTheDefaultDatabaseAreListedToo() {
        world.sim().table("", "old").placedOn(first).create();
        world.ops().partition("", "old", 0).addReplica(second).run();
        assertThat(world.ops().status().ops().rows()).hasSize(1);
        assertThat(world.ops()
                        .status()
                        .ops(Optional.empty(), Optional.of("kDone"), ZoneOffset.UTC)
                        .rows())
                .hasSize(1);
        assertThat(world.ops()
                        .status()
                        .ops(Optional.of("db"), Optional.empty(), ZoneOffset.UTC)
                        .rows())
                .isEmpty();
    }

    @Test
    void aStatusThatNoOpCanHaveIsRefusedAndOneThatNoneHasIsNot() {
        assertThat(world.ops()
                        .status()
                        .ops(Optional.empty(), Optional.of("kFailed"), ZoneOffset.UTC)
                        .rows())
                .isEmpty();
        world.ops().partition("db", "t1", 0).addReplica(third).run();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> world.ops().status().ops(Optional.empty(), Optional.of("Failed"), ZoneOffset.UTC))
                .withMessageStartingWith("no op can have the status 'Failed'; there are kInited,");
    }
}
