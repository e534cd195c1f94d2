package dev.opsdk.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoreExtrasTest extends OmsTest {

    @Test
    void aNewStoreStartsAtTheTimeAskedForAndCatchesUp() {
        OmsSimulator sim = start();
        OmsStore old = sim.chain("p_orders").store();
        CmWire wire = new CmWire(sim);
        Instant from = sim.clock().now().minus(Duration.ofHours(30));
        String created = create(wire, old.subTopic(), from);
        OmsStore store = sim.store(created);
        assertThat(created).isEqualTo("10.10.10.1-7100:p_orders_source-000-0:0000000002");
        assertThat(store.begin()).isEqualTo(from);
        sim.advance(Duration.ofMinutes(5));
        assertThat(store.end()).isEqualTo(store.source().newest());
        assertThat(store.begin()).isEqualTo(from);
        assertThat(sim.stores()).containsExactly(old.name(), created);
    }

    @Test
    void aNewStoreFromATimeWhoseLogsAreGoneDies() {
        OmsSimulator sim = start(OmsSimulator.builder().deathOfReader(Duration.ofSeconds(129)));
        OmsStore old = sim.chain("p_orders").store();
        CmWire wire = new CmWire(sim);
        old.source().purgeLogs(sim.clock().now().minusSeconds(3600));
        OmsStore store =
                sim.store(create(wire, old.subTopic(), sim.clock().now().minus(Duration.ofHours(3))));
        sim.advance(Duration.ofSeconds(128));
        assertThat(store.isRunning()).isTrue();
        sim.advance(Duration.ofSeconds(1));
        assertThat(store.state()).isEqualTo(ComponentState.DEAD);
        assertThat(old.isRunning()).isTrue();
    }

    @Test
    void stopIsAnotherWayToStop() {
        OmsSimulator sim = start();
        OmsStore store = sim.chain("p_orders").store();
        assertDone(new CmWire(sim).form("/crawler/stop", "crawler", store.name()));
        assertThat(store.state()).isEqualTo(ComponentState.STOPPED);
    }

    @Test
    void aCheckpointWithoutATimeIsRefused() {
        OmsSimulator sim = start();
        CmWire wire = new CmWire(sim);
        for (String checkpoint : new String[] {"::::", "x", "::::now:"}) {
            assertRefused(wire.form(
                    "/crawler/start",
                    "topic",
                    "t",
                    "checkpoint",
                    checkpoint,
                    "role",
                    "master",
                    "type",
                    "DELIVER2STORE"));
        }
        assertThat(sim.stores()).isEmpty();
    }

    @Test
    void theStoresOfASubTopicAreListed() {
        OmsSimulator sim = start();
        OmsStore store = sim.chain("p_orders").store();
        sim.chain("p_other");
        JsonNode list = CmWire.json(new CmWire(sim).get("/crawler/list", "topic", store.subTopic()))
                .get("crawlers");
        assertThat(list).hasSize(1);
        assertThat(list.get(0).get("name").asText()).isEqualTo(store.name());
        assertThat(list.get(0).get("crawlerStatus").asInt()).isZero();
    }

    private static String create(CmWire wire, String subTopic, Instant from) {
        return CmWire.json(wire.form(
                        "/crawler/start",
                        "topic",
                        subTopic,
                        "checkpoint",
                        "::::" + from.getEpochSecond() + ":",
                        "role",
                        "master",
                        "type",
                        "DELIVER2STORE"))
                .get("crawler")
                .asText();
    }
}
