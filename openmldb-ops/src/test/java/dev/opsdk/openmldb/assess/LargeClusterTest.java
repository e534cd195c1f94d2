package dev.opsdk.openmldb.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Plans for clusters as large as they come; how long they take is measured in the benchmarks. */
class LargeClusterTest {
    @Test
    void hundredThousandReplicasOnAThousandTabletsOfWhichAHundredAreNew() {
        ClusterSnapshot snapshot = cluster(1000, 900, 50_000, 2).snapshot();
        plan("1,000 tablets", snapshot);
    }

    @Test
    void hundredThousandReplicasOnEightTablets() {
        plan("8 tablets", cluster(8, 3, 50_000, 2).snapshot());
    }

    @Test
    void allLeadersOnOneTablet() {
        ServerModel cluster = new ServerModel();
        for (int i = 0; i < 200; i++) {
            cluster.tablet(name(i), true);
        }
        ServerModel.Table table = cluster.table("db", "t", 1, "kMemory");
        for (int pid = 0; pid < 30_000; pid++) {
            cluster.partition(table, pid, 10, 100, name(0), name(1 + pid % 199), name(1 + (pid + 7) % 199));
        }
        plan("one hot tablet", cluster.snapshot());
    }

    @Test
    void byBytes() {
        ClusterSnapshot snapshot = cluster(8, 3, 50_000, 2).snapshot();
        MovePlan plan =
                ScaleOutPlanner.plan(snapshot, ScaleOutOptions.DEFAULT.withMeasure(ScaleOutOptions.Measure.BYTES));
        assertThat(plan.expected().byteSpread())
                .as(plan.toString())
                .isLessThan(plan.before().byteSpread() / 10);
    }

    @Test
    void theOtherPlannersTakeIt() {
        ClusterSnapshot snapshot = cluster(1000, 1000, 50_000, 2).snapshot();
        List<String> leaving = snapshot.healthyTablets().subList(0, 500);
        assertThat(ScaleInPlanner.plan(snapshot, leaving).blocked()).isFalse();
        assertThat(PreUpgradePlanner.plan(snapshot, leaving.get(0), false).blocked())
                .isFalse();
        assertThat(RecoverPlanner.plan(snapshot, RecoverOptions.DEFAULT).repairs())
                .isEmpty();
    }

    private static void plan(String what, ClusterSnapshot snapshot) {
        MovePlan plan = ScaleOutPlanner.plan(snapshot, ScaleOutOptions.DEFAULT);
        assertThat(plan.expected().spread()).as(what).isLessThanOrEqualTo(1);
        assertThat(plan.expected().leaderSpread()).isLessThanOrEqualTo(1);
    }

    private static ServerModel cluster(int tablets, int used, int partitions, int replicas) {
        Random random = new Random(7);
        ServerModel cluster = new ServerModel();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < tablets; i++) {
            cluster.tablet(name(i), true);
            if (i < used) {
                places.add(i);
            }
        }
        int each = 500;
        for (int t = 0; t < partitions / each; t++) {
            ServerModel.Table table = cluster.table("db", "t" + t, t + 1, "kMemory");
            for (int pid = 0; pid < each; pid++) {
                Collections.swap(places, 0, random.nextInt(used));
                for (int r = 1; r < replicas; r++) {
                    Collections.swap(places, r, r + random.nextInt(used - r));
                }
                cluster.partition(
                        table,
                        pid,
                        10,
                        random.nextInt(1_000_000),
                        places.subList(0, replicas).stream()
                                .map(LargeClusterTest::name)
                                .toArray(String[]::new));
            }
        }
        return cluster;
    }

    private static String name(int tablet) {
        return "tablet-" + tablet + ":10921";
    }
}
