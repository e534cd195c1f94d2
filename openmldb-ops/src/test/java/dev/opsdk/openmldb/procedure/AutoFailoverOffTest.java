package dev.opsdk.openmldb.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.openmldb.OpenMldbOps;
import org.junit.jupiter.api.Test;

/** A run that was killed leaves auto_failover off: who comes next says so, and does not switch it on unasked. */
class AutoFailoverOffTest {
    private static OpenMldbWorld world() {
        OpenMldbWorld world = OpenMldbWorld.inProcess(
                sim -> sim.tablets(3).systemTables(false).autoFailover(false));
        world.sim()
                .table("db", "t1")
                .partitions(2)
                .rows(10)
                .placedOn(world.tablet(0), world.tablet(1))
                .create();
        return world;
    }

    private static void warns(Plan plan) {
        assertThat(plan.checks())
                .anyMatch(check -> check.result() == CheckResult.WARN
                        && check.detail()
                                .equals("auto_failover is OFF already and stays off; if a run that crashed left it so,"
                                        + " switch it on afterwards: nameServer().autoFailover(true)"));
        assertThat(plan.toString()).doesNotContain("ConfSet", "put auto_failover back", "switch auto_failover off");
        assertThat(plan.curl()).noneMatch(line -> line.contains("ConfSet"));
    }

    private static void says(Report report) {
        assertThat(report.now()).contains("auto_failover is OFF");
        assertThat(report.next()).anyMatch(line -> line.contains("nameServer().autoFailover(true)"));
    }

    @Test
    void aPlanLeavesItOffAndSaysSo() {
        try (OpenMldbWorld world = world()) {
            Plan plan = world.ops().partition("db", "t1", 0).changeLeader(world.tablet(1));
            warns(plan);
            assertThat(plan.toString()).contains("leave auto_failover off");
            says(plan.run());
            assertThat(world.mutationMethods()).doesNotContain("ConfSet");
            assertThat(world.sim().isAutoFailover()).isFalse();
        }
    }

    @Test
    void alsoWhenThereIsNothingToDo() {
        try (OpenMldbWorld world = world()) {
            Plan plan = world.ops().procedures().recoverData(o -> o).plan();
            assertThat(plan.steps()).isEmpty();
            warns(plan);
            says(plan.run());
        }
    }

    @Test
    void whoeverSwitchesItOnMeanwhileStopsTheRun() {
        try (OpenMldbWorld world = world()) {
            Plan plan = world.ops().partition("db", "t1", 0).changeLeader(world.tablet(1));
            world.ops().nameServer().autoFailover(true);
            Report report = Scenario.run(plan);
            assertThat(report.complete()).isFalse();
            assertThat(report.toString()).contains("somebody switched it on since this was planned; plan anew");
            assertThat(Scenario.run(report.resume()).complete()).isTrue();
            assertThat(world.sim().isAutoFailover()).isTrue();
        }
    }

    @Test
    void aReadOnlyClientMakesPlansThatCannotRun() {
        try (OpenMldbWorld world = world();
                OpenMldbOps reader =
                        world.client(client -> client.interceptor(world.wire()).readOnly(true))) {
            Plan plan = reader.partition("db", "t1", 0).changeLeader(world.tablet(1));
            assertThat(plan.blocked()).isTrue();
            assertThat(plan.toString()).contains("this client is read-only");
            assertThat(reader.procedures().recoverData(o -> o).plan().blocked()).isFalse();
        }
    }
}
