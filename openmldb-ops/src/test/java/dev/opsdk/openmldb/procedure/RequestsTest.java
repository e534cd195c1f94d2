package dev.opsdk.openmldb.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.simulator.openmldb.SimCall;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much is asked of the servers. */
class RequestsTest {
    private record Cost(int moves, int requests, long wholeLists, int sleeps, Duration slept) {}

    private static Cost scaleOut(int partitions) {
        try (OpenMldbWorld world = OpenMldbWorld.inProcess(sim -> sim.tablets(2).systemTables(false))) {
            world.sim()
                    .table("db", "t1")
                    .partitions(partitions)
                    .replicas(2)
                    .rows(3)
                    .create();
            world.sim().addTablet();
            world.sim().addTablet();
            world.wire().before(number -> {});
            var scaleOut = world.ops().procedures().scaleOut(o -> o.withLeaders(false));
            scaleOut.run();
            List<SimCall> lists = world.sim().calls().stream()
                    .filter(call -> call.method().equals("ShowTable"))
                    .filter(call -> !call.request().contains("\"name\""))
                    .toList();
            return new Cost(
                    scaleOut.decision().moves().size(),
                    world.wire().count(),
                    lists.size(),
                    world.time().sleeps(),
                    world.time().slept());
        }
    }

    @Test
    void requestsGrowWithTheMovesAndTheWholeListIsReadOncePerPlanAndReport() {
        Cost small = scaleOut(8);
        Cost big = scaleOut(64);
        assertThat(big.moves).isEqualTo(8 * small.moves);
        assertThat(small.wholeLists).isEqualTo(2);
        assertThat(big.wholeLists).isEqualTo(2);
        assertThat(big.requests).isLessThanOrEqualTo(8 * small.requests + 8 * small.moves);
        assertThat(big.requests / big.moves).as("a move").isLessThan(20);
        assertThat(big.slept.dividedBy(big.sleeps)).as("no busy polling").isGreaterThan(Duration.ofSeconds(1));
    }
}
