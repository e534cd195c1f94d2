package dev.opsdk.openmldb.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.procedure.Report;
import dev.opsdk.openmldb.assess.MovePlan;
import org.junit.jupiter.api.Test;

class ScaleOutTest {
    @Test
    void newTabletsGetTheirShareWithoutARefusedCall() {
        try (OpenMldbWorld world = OpenMldbWorld.start(sim -> sim.tablets(2).systemTables(false))) {
            world.sim()
                    .table("demo_db", "t1")
                    .partitions(8)
                    .replicas(2)
                    .rows(10)
                    .create();
            world.sim().addTablet();
            world.sim().addTablet();
            ClusterOperation<MovePlan> scaleOut = world.ops().procedures().scaleOut(o -> o);
            Report report = scaleOut.run();
            assertThat(report.complete()).isTrue();
            assertThat(world.view().replicaCounts().values()).allMatch(count -> count == 4);
            assertThat(world.view().leaderCounts().values()).allMatch(count -> count == 2);
            assertThat(world.view().isHealthy()).isTrue();
            assertThat(world.sim().refusals()).isEmpty();
            assertThat(world.sim().isAutoFailover()).isTrue();
        }
    }
}
