package dev.opsdk.openmldb.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.procedure.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each operation once through, on a cluster with system tables, disk tables and single replicas. */
class ProceduresTest {
    @TempDir
    Path dir;

    private static OpenMldbWorld world(int tablets) {
        OpenMldbWorld world = OpenMldbWorld.start(sim -> sim.tablets(tablets));
        world.sim().table("demo_db", "t1").partitions(4).replicas(2).rows(10).create();
        world.sim().table("demo_db", "single").partitions(2).replicas(1).rows(5).create();
        world.sim().table("", "old").partitions(1).replicas(2).rows(5).create();
        return world;
    }

    private static void clean(OpenMldbWorld world) {
        assertThat(world.sim().refusals()).isEmpty();
        assertThat(world.sim().isAutoFailover()).isTrue();
    }

    private static String follower(OpenMldbWorld world) {
        return world.view().partition("demo_db", "t1", 0).stream()
                .filter(replica -> !replica.leader())
                .findFirst()
                .orElseThrow()
                .endpoint();
    }

    @Test
    void scaleInLeavesTheTabletEmpty() {
        try (OpenMldbWorld world = world(4)) {
            Report report =
                    world.ops().procedures().scaleIn(List.of(world.tablet(0))).run();
            assertThat(report.proved()).isTrue();
            assertThat(world.view().replicaCounts()).containsEntry(world.tablet(0), 0);
            assertThat(world.view().isHealthy()).isTrue();
            clean(world);
        }
    }

    @Test
    void anUpgradeEndsAsItBegan() {
        try (OpenMldbWorld world = world(3)) {
            var before = world.view();
            Path stat = dir.resolve("stat");
            Report report = world.ops()
                    .procedures()
                    .preUpgrade(world.tablet(0), o -> o.statFile(stat))
                    .run();
            assertThat(report.proved()).isTrue();
            assertThat(world.view().leaderCounts()).containsEntry(world.tablet(0), 0);
            assertThat(stat).exists();
            world.sim().tablet(0).kill();
            world.sim().advance(Duration.ofSeconds(5));
            world.sim().tablet(0).restart();
            world.sim().advance(Duration.ofSeconds(5));
            world.ops().procedures().awaitNoOps(Duration.ofMinutes(5));
            world.ops().procedures().recoverData(o -> o).run();
            world.ops().procedures().awaitNoOps(Duration.ofMinutes(5));
            world.ops().procedures().postUpgrade(world.tablet(0), stat).run();
            assertThat(stat).doesNotExist();
            assertThat(world.view().leaderCounts()).isEqualTo(before.leaderCounts());
            assertThat(world.view().replicaCounts()).isEqualTo(before.replicaCounts());
            assertThat(world.view().isHealthy()).isTrue();
            clean(world);
        }
    }

    @Test
    void aClusterThatWasRestartedIsRecovered() {
        try (OpenMldbWorld world = world(3)) {
            world.sim().tablets().forEach(tablet -> tablet.kill());
            world.sim().advance(Duration.ofSeconds(1));
            world.sim().tablets().forEach(tablet -> tablet.restart());
            world.sim().advance(Duration.ofSeconds(1));
            world.ops().procedures().awaitNoOps(Duration.ofMinutes(5));
            Report report = world.ops().procedures().recoverData(o -> o).run();
            assertThat(report.proved()).isTrue();
            assertThat(world.view().isHealthy()).isTrue();
        }
    }

    @Test
    void theReportsAreThoseOfTheTool() {
        try (OpenMldbWorld world = world(3)) {
            world.ops()
                    .partition("demo_db", "t1", 0)
                    .changeLeader(follower(world))
                    .run();
            assertThat(world.ops().status().tables().rows()).hasSize(8);
            assertThat(world.ops().status().ops().rows()).hasSize(3);
        }
    }
}
