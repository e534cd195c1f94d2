package dev.opsdk.openmldb.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.openmldb.assess.MovePlan;
import dev.opsdk.openmldb.assess.RecoverPlan;
import dev.opsdk.simulator.openmldb.ReplicaView;
import dev.opsdk.simulator.openmldb.SimTablet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand clusters by chance: every operation ends at its goal, and no call is refused on the way. */
class RandomClustersTest {
    private static final int EACH = 220;

    @TempDir
    Path dir;

    @FunctionalInterface
    private interface Trial {
        void run(RandomCluster cluster, long seed);
    }

    private static void each(long first, Trial trial) {
        for (long seed = first; seed < first + EACH; seed++) {
            RandomCluster cluster = new RandomCluster(seed);
            try (OpenMldbWorld world = cluster.world()) {
                boolean autoFailover = world.sim().isAutoFailover();
                try {
                    trial.run(cluster, seed);
                    assertThat(world.sim().refusals()).isEmpty();
                    assertThat(world.sim().isAutoFailover()).isEqualTo(autoFailover);
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("cluster of seed " + seed + ": " + e.getMessage(), e);
                }
            }
        }
    }

    private static void scaledOut(OpenMldbWorld world) {
        ClusterOperation<MovePlan> scaleOut = world.ops().procedures().scaleOut(o -> o);
        if (scaleOut.plan().blocked()) {
            assertThat(scaleOut.decision().moves()).isEmpty();
            return;
        }
        Map<Object, Long> whole = copies(world);
        Report report = scaleOut.run();
        assertThat(report.proved()).as("%s", report).isTrue();
        MovePlan again = world.ops().procedures().scaleOut(o -> o).decision();
        assertThat(again.before()).isEqualTo(scaleOut.decision().expected());
        assertThat(again.moves()).as("nothing is left to do").isEmpty();
        assertThat(copies(world)).as("no replica is lost or left over").isEqualTo(whole);
        if (again.unmovable().isEmpty()) {
            assertThat(again.before().spread()).isLessThanOrEqualTo(1);
        }
    }

    private static Map<Object, Long> copies(OpenMldbWorld world) {
        return world.view().replicas().stream()
                .collect(Collectors.groupingBy(
                        replica -> List.of(replica.db(), replica.table(), replica.pid()), Collectors.counting()));
    }

    @Test
    void scaleOutEndsBalanced() {
        each(0, (cluster, seed) -> {
            scaledOut(cluster.withNewTablets().world());
            assertThat(cluster.world().view().isHealthy()).isTrue();
        });
    }

    @Test
    void scaleOutOfAnIllClusterMovesWhatCanBeMoved() {
        each(
                1_000,
                (cluster, seed) ->
                        scaledOut(cluster.withNewTablets().withIllnesses().world()));
    }

    @Test
    void scaleInEndsEmpty() {
        each(2_000, (cluster, seed) -> {
            OpenMldbWorld world = (seed % 2 == 0 ? cluster : cluster.withIllnesses()).world();
            List<SimTablet> tablets = new ArrayList<>(world.sim().tablets());
            Collections.shuffle(tablets, cluster.random());
            List<String> leaving = tablets.stream()
                    .limit(1 + cluster.random().nextInt(tablets.size() - 1))
                    .map(SimTablet::endpoint)
                    .toList();
            boolean room = copies(world).values().stream().allMatch(count -> count <= tablets.size() - leaving.size());
            ClusterOperation<MovePlan> scaleIn = world.ops().procedures().scaleIn(leaving);
            if (scaleIn.plan().blocked()) {
                assertThat(room && seed % 2 == 0).as("%s", scaleIn).isFalse();
                return;
            }
            Map<Object, Long> whole = copies(world);
            Report report = scaleIn.run();
            assertThat(report.proved()).as("%s", report).isTrue();
            leaving.forEach(endpoint -> assertThat(world.view().replicaCounts()).containsEntry(endpoint, 0));
            assertThat(copies(world)).isEqualTo(whole);
        });
    }

    @Test
    void anUpgradeEndsAsItBegan() {
        each(3_000, (cluster, seed) -> {
            OpenMldbWorld world = cluster.world();
            List<ReplicaView> before = sorted(world);
            SimTablet tablet = world.sim()
                    .tablets()
                    .get(cluster.random().nextInt(world.sim().tablets().size()));
            Path stat = dir.resolve("stat" + seed);
            ClusterProcedures procedures = world.ops().procedures();
            Report pre = procedures
                    .preUpgrade(tablet.endpoint(), o -> o.statFile(stat))
                    .run();
            assertThat(pre.proved()).as("%s", pre).isTrue();
            assertThat(world.view().leaderCounts()).containsEntry(tablet.endpoint(), 0);
            tablet.kill();
            world.sim().advance(Duration.ofSeconds(5));
            world.view().replicas().stream()
                    .filter(replica -> replica.leader() && replica.alive())
                    .forEach(replica -> assertThat(replica.loaded()).isTrue());
            tablet.restart();
            world.sim().advance(Duration.ofSeconds(5));
            procedures.awaitNoOps(Duration.ofMinutes(10));
            procedures.recoverData(o -> o).run();
            procedures.awaitNoOps(Duration.ofMinutes(10));
            Report post = procedures.postUpgrade(tablet.endpoint(), stat).run();
            assertThat(post.proved()).as("%s", post).isTrue();
            assertThat(stat).doesNotExist();
            assertThat(sorted(world)).isEqualTo(before);
        });
    }

    private static List<ReplicaView> sorted(OpenMldbWorld world) {
        return world.view().replicas().stream()
                .sorted(java.util.Comparator.comparing(ReplicaView::toString))
                .toList();
    }

    @Test
    void recoverDataEndsHealthyWhereverThatIsPossible() {
        each(4_000, (cluster, seed) -> {
            OpenMldbWorld world = cluster.withIllnesses().world();
            Map<List<Object>, List<ReplicaView>> hopeful =
                    new TreeMap<>(java.util.Comparator.comparing(Object::toString));
            world.view().replicas().stream()
                    .collect(Collectors.groupingBy(
                            replica -> List.<Object>of(replica.db(), replica.table(), replica.pid())))
                    .forEach((id, replicas) -> {
                        if (possible(world, replicas)) {
                            hopeful.put(id, replicas);
                        }
                    });
            ClusterOperation<RecoverPlan> recovery = world.ops().procedures().recoverData(o -> o);
            Report report;
            try {
                report = recovery.run();
                assertThat(world.view().isHealthy()).as("%s", report).isTrue();
            } catch (ProcedureException e) {
                report = e.report();
                assertThat(world.view().isHealthy()).as("%s", report).isFalse();
            }
            for (List<ReplicaView> replicas : hopeful.values()) {
                for (ReplicaView was : replicas) {
                    ReplicaView is = world.view()
                            .replica(was.db(), was.table(), was.pid(), was.endpoint())
                            .orElseThrow();
                    assertThat(is.isHealthy())
                            .as("%s was %s%n%s%n%s", is, was, recovery, report)
                            .isTrue();
                    assertThat(is.rows()).as("nothing is lost").isEqualTo(was.rows());
                }
            }
        });
    }

    /** All its tablets run, and its leader can be loaded or replaced. */
    private static boolean possible(OpenMldbWorld world, List<ReplicaView> replicas) {
        boolean up = replicas.stream()
                .allMatch(replica -> world.sim().tablets().stream()
                        .anyMatch(tablet -> tablet.endpoint().equals(replica.endpoint()) && tablet.isUp()));
        ReplicaView leader =
                replicas.stream().filter(ReplicaView::leader).findFirst().orElseThrow();
        boolean heir = replicas.stream().anyMatch(replica -> !replica.leader() && replica.isHealthy());
        return up && (heir || !leader.loaded() || leader.tabletLeader());
    }
}
