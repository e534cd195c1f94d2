package dev.opsdk.simulator.openmldb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Times are far above what is expected, so that only work that grows with the square of the size fails. */
class ScaleTest {

    @Test
    void aThousandTabletsWithAHundredThousandReplicas() {
        assertTimeout(Duration.ofSeconds(30), () -> {
            try (OpenMldbSimulator sim = OpenMldbSimulator.builder()
                    .sockets(false)
                    .autoFailover(false)
                    .tablets(1000)
                    .opConcurrency(8)
                    .start()) {
                for (int i = 0; i < 100; i++) {
                    sim.table("db" + i % 10, "t" + i)
                            .partitions(500)
                            .replicas(2)
                            .create();
                }
                Asked asked = new Asked(sim);
                assertThat(asked.ns("ShowTable", "{\"show_all\":true}").path("table_info"))
                        .hasSize(105);
                assertThat(asked.ns("ShowTablet", "{}").path("tablets")).hasSize(1000);
                int held = 0;
                for (int i = 0; i < 1000; i++) {
                    held += asked.tablet(i, "GetTableStatus", "{}")
                            .path("all_table_status")
                            .size();
                }
                assertThat(held).isEqualTo(100_005);
                sim.tablet(7).kill();
                sim.tablet(7).restart();
                asked.ns("OfflineEndpoint", "{\"endpoint\":\"" + sim.tablet(7).endpoint() + "\"}");
                sim.advance(Duration.ofHours(1));
                assertThat(sim.view().leaderCounts())
                        .containsEntry(sim.tablet(7).endpoint(), 0);
            }
        });
    }
}
