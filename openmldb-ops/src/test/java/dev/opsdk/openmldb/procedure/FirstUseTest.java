package dev.opsdk.openmldb.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.openmldb.model.PartitionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slips of who uses it for the first time: they are told, and nothing is switched for them. */
class FirstUseTest {
    @TempDir
    Path dir;

    private static OpenMldbWorld world() {
        OpenMldbWorld world = OpenMldbWorld.inProcess(sim -> sim.tablets(3).systemTables(false));
        world.sim()
                .table("db", "t1")
                .partitions(2)
                .rows(10)
                .placedOn(world.tablet(0), world.tablet(1))
                .create();
        return world;
    }

    private static void blocked(OpenMldbWorld world, Plan plan, String reason) {
        assertThat(plan.checks())
                .anyMatch(check ->
                        check.result() == CheckResult.BLOCK && check.detail().contains(reason));
        assertThat(Scenario.run(plan).complete()).isFalse();
        assertThat(world.mutationMethods()).isEmpty();
    }

    @Test
    void aStatFileThatDoesNotExistIsNoEmptyOne() {
        try (OpenMldbWorld world = world()) {
            Path stat = dir.resolve("typo");
            assertThatThrownBy(() -> world.ops().procedures().postUpgrade(world.tablet(0), stat))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("the stat file " + stat + " does not exist (working directory ");
        }
    }

    @Test
    void aStatFileThatIsNotUnderstoodIsRefused() throws IOException {
        try (OpenMldbWorld world = world()) {
            Path stat = Files.writeString(dir.resolve("stat"), "\nsomething else altogether\n");
            assertThatThrownBy(() -> world.ops().procedures().postUpgrade(world.tablet(0), stat))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("line 2")
                    .hasMessageContaining(stat.toString());
        }
    }

    @Test
    void aLineOfATableThatDoesNotExistStays() throws IOException {
        try (OpenMldbWorld world = world()) {
            String lines = world.tablet(0) + ",db,nosuch,7,0,\n" + world.tablet(0) + ",db,t1,1,9,\n";
            Path stat = Files.writeString(dir.resolve("stat"), lines);
            Plan plan =
                    world.ops().procedures().postUpgrade(world.tablet(0), stat).plan();
            assertThat(plan.checks())
                    .anyMatch(check ->
                            check.result() == CheckResult.WARN && check.detail().contains("db.nosuch does not exist"));
            Report report = Scenario.run(plan);
            assertThat(report.complete()).isFalse();
            assertThat(report.toString()).contains("db.nosuch does not exist", "delete the line by hand");
            assertThat(Files.readString(stat)).isEqualTo(lines);
        }
    }

    @Test
    void aStatFileThatCannotBeWrittenIsSeenBeforehand() {
        try (OpenMldbWorld world = world()) {
            blocked(
                    world,
                    world.ops()
                            .procedures()
                            .preUpgrade(world.tablet(0), o -> o.statFile(dir.resolve("no/such/stat")))
                            .plan(),
                    "does not exist");
            Plan onDirectory = world.ops()
                    .procedures()
                    .preUpgrade(world.tablet(0), o -> o.statFile(dir))
                    .plan();
            assertThat(onDirectory.blocked()).isTrue();
        }
    }

    @Test
    void whatIsNotThereSwitchesNothing() {
        try (OpenMldbWorld world = world()) {
            var part = world.ops().partition("db", "t1", 0);
            blocked(world, world.ops().partition("db", "nosuch", 0).changeLeader(world.tablet(1)), "no partition");
            blocked(world, world.ops().partition("db", "t1", 7).recoverTable(world.tablet(1)), "no partition");
            blocked(world, part.recoverTable(world.tablet(2)), "no replica there");
            blocked(world, part.changeLeader(world.tablet(2)), "is no alive follower");
            blocked(world, part.migrate(world.tablet(0), world.tablet(2)), "a leader cannot be moved");
            blocked(world, part.migrate(world.tablet(2), world.tablet(1)), "has no replica on " + world.tablet(2));
            blocked(world, world.ops().opProcedures().cancel(4711), "the nameserver lists no op 4711");
            assertThat(world.ops().opProcedures().cancel(4711).toString()).doesNotContain("ConfSet");
            assertThat(part.changeLeader(world.tablet(2)).toString()).doesNotContain("ConfSet");
        }
    }

    @Test
    void neverIsItAdvisedToDropWhatIsWell() {
        try (OpenMldbWorld world = world()) {
            for (int from = 0; from < 2; from++) {
                Plan plan = world.ops().partition("db", "t1", 0).migrate(world.tablet(from), world.tablet(1 - from));
                blocked(world, plan, "choose another destination");
                assertThat(plan.toString()).doesNotContain("delReplica");
            }
        }
    }

    @Test
    void whatIsSoAlreadySwitchesNothing() {
        try (OpenMldbWorld world = world()) {
            Report report = world.ops()
                    .partition("db", "t1", 0)
                    .changeLeader(world.tablet(0))
                    .run();
            assertThat(report.outcome()).isEqualTo(Outcome.NOT_DONE);
            assertThat(world.mutationMethods()).isEmpty();
        }
    }

    @Test
    void whatWasSwitchedOffAndPutBackIsNoChange() {
        try (OpenMldbWorld world = world()) {
            Plan plan = world.ops().partition("db", "t1", 0).changeLeader(world.tablet(1));
            world.sim().replica("db", "t1", 0, world.tablet(1)).markDead();
            Report report = Scenario.run(plan);
            assertThat(world.mutationMethods()).containsExactly("ConfSet", "ConfSet");
            assertThat(report.outcome()).isEqualTo(Outcome.NOT_DONE);
        }
    }

    @Test
    void whoeverElseIsAtWorkIsSeen() {
        try (OpenMldbWorld world = world()) {
            world.sim().holdOps();
            world.ops().nameServer().addReplica(new PartitionId("db", "t1", 0), world.tablet(2));
            Plan recovery = world.ops().procedures().recoverData(o -> o).plan();
            assertThat(recovery.toString()).contains("WARN ops: 1 ops run");
            assertThat(Scenario.run(recovery).now())
                    .noneMatch(line -> line.endsWith("are healthy"))
                    .anyMatch(line -> line.contains("still run"));
            assertThat(world.ops().procedures().scaleOut(o -> o).plan().toString())
                    .contains("somebody else seems to operate this cluster");
        }
    }

    @Test
    void aSpreadThatSomebodyElseDisturbedIsNotComplete() {
        try (OpenMldbWorld world = world()) {
            Plan plan = world.ops().procedures().scaleOut(o -> o).plan();
            world.sim()
                    .table("db", "more")
                    .partitions(6)
                    .rows(1)
                    .placedOn(world.tablet(0))
                    .create();
            Report report = Scenario.run(plan);
            assertThat(report.complete()).as("%s", report).isFalse();
            assertThat(report.toString()).contains("see that replicas differ by at most");
        }
    }
}
