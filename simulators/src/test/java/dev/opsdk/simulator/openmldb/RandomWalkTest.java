package dev.opsdk.simulator.openmldb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked and whatever dies: servers answer, operations end, and metadata stay sound. */
class RandomWalkTest {

    private static final String[] METHODS = {
        "ChangeLeader",
        "Migrate",
        "AddReplicaNS",
        "DelReplicaNS",
        "RecoverTable",
        "MakeSnapshotNS",
        "OfflineEndpoint",
        "RecoverEndpoint",
        "UpdateTableAliveStatus",
        "CancelOP",
        "DeleteOP",
        "ShowTable",
        "ShowOPStatus"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everythingComesToAnEnd(long seed) {
        Random random = new Random(seed);
        try (OpenMldbSimulator sim = OpenMldbSimulator.builder()
                .sockets(false)
                .autoFailover(seed % 4 == 0)
                .tablets(4)
                .start()) {
            sim.table("demo_db", "t1").partitions(3).replicas(2).rows(5).create();
            Asked asked = new Asked(sim);
            for (int i = 0; i < 300; i++) {
                step(sim, asked, random);
            }
            sim.tablets().forEach(tablet -> {
                tablet.release();
                tablet.restart();
            });
            sim.advance(Duration.ofHours(2));
            assertThat(sim.ops()).noneMatch(op -> op.status() == OpStatus.INITED || op.status() == OpStatus.DOING);
            assertSound(sim);
        }
    }

    private static void step(OpenMldbSimulator sim, Asked asked, Random random) {
        SimTablet tablet = sim.tablet(random.nextInt(4));
        switch (random.nextInt(14)) {
            case 0 -> tablet.kill();
            case 1, 2 -> tablet.restart();
            case 3 -> sim.failOver();
            case 4 -> tablet.hang();
            case 5, 6 -> tablet.release();
            case 7 -> sim.advance(Duration.ofSeconds(random.nextInt(90)));
            default -> ask(sim, asked, random);
        }
        assertSound(sim);
    }

    private static void ask(OpenMldbSimulator sim, Asked asked, Random random) {
        String method = METHODS[random.nextInt(METHODS.length)];
        String from = sim.tablet(random.nextInt(4)).endpoint();
        String to = sim.tablet(random.nextInt(4)).endpoint();
        int pid = random.nextInt(3);
        String body =
                "{\"db\":\"demo_db\",\"name\":\"t1\",\"pid\":" + (method.equals("Migrate") ? "[" + pid + "]" : pid)
                        + ",\"endpoint\":\"" + from + "\",\"src_endpoint\":\"" + from + "\",\"des_endpoint\":\"" + to
                        + "\",\"candidate_leader\":\"auto\",\"is_alive\":" + random.nextBoolean() + ",\"op_id\":"
                        + random.nextInt(40) + "}";
        int leader = sim.nameServer(0).isLeader() ? 0 : 1;
        assertThat(asked.ns(leader, method, body).path("code").asInt(-1))
                .as(method + " " + body)
                .isNotIn(-1, 300);
    }

    private static void assertSound(OpenMldbSimulator sim) {
        for (int pid = 0; pid < 3; pid++) {
            assertThat(sim.view().partition("demo_db", "t1", pid))
                    .isNotEmpty()
                    .extracting(ReplicaView::endpoint)
                    .doesNotHaveDuplicates();
        }
    }
}
