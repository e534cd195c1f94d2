package dev.opsdk.openmldb.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report says of the cluster, and of what is to be done, when all went well and when not. */
class RunsEndTest {
    @TempDir
    Path dir;

    private final OpenMldbWorld world =
            OpenMldbWorld.inProcess(sim -> sim.tablets(3).systemTables(false));
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

    private static Report failed(Plan plan) {
        Report report = Scenario.run(plan);
        assertThat(report.complete()).isFalse();
        return report;
    }

    @Test
    void aScaleOutSaysHowTheReplicasLie() {
        Report report = world.ops().procedures().scaleOut(o -> o).run();
        assertThat(report.now()).hasSize(3).first().asString().startsWith(first + " 2 replicas, 1 leaders, ");
        assertThat(report.next()).isEmpty();
    }

    @Test
    void aScaleOutThatFailedIsPlannedAnew() {
        world.sim().failOps("kMigrateOP", "kSendSnapshot", 1);
        Report report = failed(world.ops().procedures().scaleOut(o -> o).plan());
        assertThat(report.next())
                .containsExactly("settle the cause, then report.resume(): it plans anew from what is true then");
        assertThat(Scenario.run(report.resume()).complete()).isTrue();
    }

    @Test
    void aScaleInSaysWhichTabletsCanBeStopped() {
        Report report = world.ops().procedures().scaleIn(List.of(second)).run();
        assertThat(report.now())
                .singleElement()
                .asString()
                .startsWith(second + " 0 replicas, 0 leaders, ")
                .endsWith(", holds 0 partitions");
        assertThat(report.next()).containsExactly("the tablets can be stopped: " + second);
    }

    @Test
    void aScaleInThatFailedSaysWhichTabletsStay() {
        world.sim().failOps("kMigrateOP", "kSendSnapshot", 1);
        Report report = failed(world.ops().procedures().scaleIn(List.of(second)).plan());
        assertThat(report.next())
                .containsExactly(
                        "do not stop " + second + " yet",
                        "settle the cause, then report.resume(): it plans anew from what is true then");
        Report end = Scenario.run(report.resume());
        assertThat(end.complete()).as("%s", end).isTrue();
    }

    @Test
    void aReturnAfterAnUpgradeSaysWhichLinesAreLeft() {
        Path stat = dir.resolve("stat");
        world.ops().procedures().preUpgrade(first, o -> o.statFile(stat)).run();
        world.sim().failOps("kChangeLeaderOP", "kChangeLeader", 1);
        Report report = failed(world.ops().procedures().postUpgrade(first, stat).plan());
        assertThat(report.now()).singleElement().asString().contains(" lines left: [" + first + ",db,t1,");
        assertThat(report.next())
                .containsExactly(
                        "where the tablet lacks a partition: recoverData first",
                        "then report.resume(), or postUpgrade again: the lines that are left say what is left");
        Report end = Scenario.run(report.resume());
        assertThat(end.complete()).as("%s", end).isTrue();
        assertThat(end.now()).containsExactly("no line of " + first + " is left in " + stat);
        assertThat(end.next()).isEmpty();
    }

    @Test
    void whatWasBegunIsFinishedBeforeAnythingIsPlannedAnew() {
        world.sim().failOps("kRecoverTableOP", "kRecoverTable", 1);
        Report report = failed(world.ops().partition("db", "t1", 0).changeLeader(second));
        Plan rest = report.resume();
        assertThat(rest.checks())
                .anyMatch(
                        check -> check.name().equals("resume")
                                && check.detail()
                                        .equals(
                                                "goes on with what was begun; what it had planned further is still to be done"));
        assertThat(rest.toString()).contains("recover the replica on " + first).doesNotContain("make " + second);
    }

    @Test
    void whatIsStuckAtTheSameStepTwiceIsPlannedAnew() {
        world.sim().failOps("kMigrateOP", "kSendSnapshot", 2);
        Report once = failed(world.ops().partition("db", "t1", 0).migrate(second, third));
        Report twice = failed(once.resume());
        assertThat(twice.resume().checks()).noneMatch(check -> check.name().equals("resume"));
        assertThat(Scenario.run(twice.resume()).complete()).isTrue();
    }

    @Test
    void whatWasNotBegunIsPlannedAnew() {
        Plan plan = world.ops().partition("db", "t1", 0).migrate(second, third);
        world.sim().replica("db", "t1", 0, first).markDead();
        Report report = failed(plan);
        assertThat(report.resume().checks()).noneMatch(check -> check.name().equals("resume"));
        assertThat(report.resume().blocked()).isTrue();
    }
}
