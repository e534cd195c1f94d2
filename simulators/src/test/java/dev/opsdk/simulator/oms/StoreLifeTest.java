package dev.opsdk.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreLifeTest extends OmsTest {

    @Test
    void positionsAdvanceWithTheSource() {
        OmsSimulator sim = start();
        OmsStore store = sim.chain("p_orders").store();
        Instant end = store.end();
        Instant begin = store.begin();
        store.source().traffic(99);
        long before = lastMessage(sim, store);
        sim.advance(Duration.ofSeconds(60));
        assertThat(store.end()).isEqualTo(end.plusSeconds(60));
        // one second of the sixty was before the traffic
        assertThat(lastMessage(sim, store) - before).isEqualTo(5901);
        assertThat(Duration.between(begin, store.begin())).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void theRetentionWindowSlides() {
        OmsSimulator sim = start(OmsSimulator.builder().retention(Duration.ofHours(2)));
        OmsStore store = sim.chain("p_orders").store();
        sim.advance(Duration.ofHours(5));
        assertThat(Duration.between(store.begin(), store.end())).isCloseTo(Duration.ofHours(2), Duration.ofSeconds(2));
        store.retention(Duration.ofMinutes(10));
        sim.advance(Duration.ofSeconds(1));
        assertThat(Duration.between(store.begin(), store.end()))
                .isCloseTo(Duration.ofMinutes(10), Duration.ofSeconds(2));
    }

    @Test
    void aSourceThatLagsOrStandsStillHoldsTheStoreBack() {
        OmsSimulator sim = start();
        OmsStore store = sim.chain("p_orders").store();
        store.source().lag(Duration.ofMinutes(5));
        Instant end = store.end();
        sim.advance(Duration.ofMinutes(4));
        assertThat(store.end()).isEqualTo(end);
        sim.advance(Duration.ofMinutes(2));
        assertThat(store.end()).isEqualTo(sim.clock().now().minusSeconds(300));
        store.source().heartbeatStandsStill(true);
        Instant still = store.source().newest();
        sim.advance(Duration.ofMinutes(2));
        assertThat(store.end()).isEqualTo(still);
        store.source().heartbeatStandsStill(false);
        sim.advance(Duration.ofSeconds(1));
        assertThat(store.end()).isAfter(still);
    }

    @Test
    void aStalledStoreStaysRunningAndStill() {
        OmsSimulator sim = start();
        OmsStore store = sim.chain("p_orders").store().stalls(true);
        Instant end = store.end();
        sim.advance(Duration.ofMinutes(1));
        assertThat(store.isRunning()).isTrue();
        assertThat(store.end()).isEqualTo(end);
    }

    @Test
    void clearStopsAndRestoreStartsOnAnotherPortWithANewMessage() {
        OmsSimulator sim = start();
        OmsStore store = sim.chain("p_orders").store();
        CmWire wire = new CmWire(sim);
        assertThat(store.port()).isEqualTo(17000);
        assertDone(wire.form("/crawler/clear", "crawler", store.name()));
        assertThat(store.state()).isEqualTo(ComponentState.STOPPED);
        assertThat(storeDetail(wire, store).get("status").asInt()).isEqualTo(1);
        String old = store.errMsg();
        sim.advance(Duration.ofMinutes(3));
        assertDone(wire.form("/crawler/restore", "crawler", store.name()));
        assertThat(store.isRunning()).isTrue();
        assertThat(store.port()).isEqualTo(17001);
        assertThat(storeDetail(wire, store).get("port").asInt()).isEqualTo(17001);
        assertThat(store.errMsg()).isNotEqualTo(old).contains("16:03:00");
        sim.advance(Duration.ofSeconds(5));
        assertThat(store.end()).isEqualTo(store.source().newest());
    }

    @Test
    void restoreIsServedOnGetAsWell() {
        OmsSimulator sim = start();
        OmsStore store = sim.chain("p_orders").store();
        assertDone(new CmWire(sim).get("/crawler/restore", "crawler", store.name()));
        assertThat(store.port()).isEqualTo(17001);
    }

    @ParameterizedTest
    @ValueSource(ints = {43, 129})
    void aRestoredStoreDiesLaterAndStillTellsOfItsSuccess(int seconds) {
        OmsSimulator sim = start();
        OmsStore store = sim.chain("p_orders").store().diesAfterRestore(Duration.ofSeconds(seconds));
        CmWire wire = new CmWire(sim);
        store.dies();
        assertDone(wire.form("/crawler/clear", "crawler", store.name()));
        assertDone(wire.form("/crawler/restore", "crawler", store.name()));
        sim.advance(Duration.ofSeconds(seconds - 1));
        assertThat(storeDetail(wire, store).get("status").asInt()).isZero();
        sim.advance(Duration.ofSeconds(1));
        JsonNode dead = storeDetail(wire, store);
        assertThat(dead.get("status").asInt()).isEqualTo(1);
        assertThat(dead.get("active").asBoolean()).isTrue();
        assertThat(dead.get("errMsg").asText()).contains("DRC_500:").endsWith("started successfully\n");
        assertThat(store.survivesRestore().state()).isEqualTo(ComponentState.DEAD);
        assertDone(wire.form("/crawler/restore", "crawler", store.name()));
        sim.advance(Duration.ofMinutes(10));
        assertThat(store.isRunning()).isTrue();
    }

    @Test
    void restoreDeletesTheEvidence() {
        OmsSimulator sim = start();
        OmsStore store = sim.chain("p_orders").store();
        store.source().is(SourceType.ORACLE, "10.10.20.6", 1521);
        store.dies();
        assertThat(store.errorDetails())
                .singleElement()
                .asString()
                .contains("Oracle log file does not exist", "proposal");
        assertDone(new CmWire(sim).form("/crawler/restore", "crawler", store.name()));
        assertThat(store.errorDetails()).isEmpty();
    }

    @Test
    void whenTheSourceLogIsGoneRestoreSucceedsAndTheReaderDies() {
        OmsSimulator sim = start();
        OmsStore store = sim.chain("p_orders").store();
        CmWire wire = new CmWire(sim);
        assertDone(wire.form("/crawler/clear", "crawler", store.name()));
        sim.advance(Duration.ofHours(1));
        store.source().purgeLogs(sim.clock().now().minusSeconds(600));
        assertDone(wire.form("/crawler/restore", "crawler", store.name()));
        sim.advance(Duration.ofSeconds(42));
        assertThat(store.isRunning()).isTrue();
        sim.advance(Duration.ofSeconds(1));
        assertThat(store.state()).isEqualTo(ComponentState.DEAD);
    }

    @Test
    void clearingTwiceIsAsConfigured() {
        OmsSimulator yes = start();
        String name = yes.chain("p_orders").store().name();
        assertDone(new CmWire(yes).form("/crawler/clear", "crawler", name));
        assertDone(new CmWire(yes).form("/crawler/clear", "crawler", name));
        OmsSimulator no = start(OmsSimulator.builder().clearTwice(false));
        String other = no.chain("p_orders").store().name();
        assertDone(new CmWire(no).form("/crawler/clear", "crawler", other));
        assertRefused(new CmWire(no).form("/crawler/clear", "crawler", other));
    }

    @Test
    void restoreCanFailAndLeaveTheStoreStopped() {
        OmsSimulator sim = start();
        OmsStore store = sim.chain("p_orders").store().failNextRestores(1);
        CmWire wire = new CmWire(sim);
        assertDone(wire.form("/crawler/clear", "crawler", store.name()));
        assertCode(wire.form("/crawler/restore", "crawler", store.name()), "CM-SCHEOR000203");
        assertThat(store.state()).isEqualTo(ComponentState.STOPPED);
        assertDone(wire.form("/crawler/restore", "crawler", store.name()));
    }

    @Test
    void aRestoreThatKeepsNothingLeavesAWriterBehindWithoutItsData() {
        OmsSimulator sim = start(OmsSimulator.builder().restoreKeepsData(false));
        OmsChain chain = sim.chain("p_orders");
        CmWire wire = new CmWire(sim);
        chain.writer().at(chain.store().end().minusSeconds(3600)).works(1);
        assertDone(wire.form("/applier/stop", "applierName", chain.writer().name()));
        assertDone(wire.form("/crawler/restore", "crawler", chain.store().name()));
        assertThat(chain.store().begin()).isEqualTo(chain.store().end());
        assertCode(wire.form("/applier/start", "applierName", chain.writer().name()), "CM-RESOIE000201");
    }

    @Test
    void aDestroyedStoreIsGone() {
        OmsSimulator sim = start();
        OmsStore store = sim.chain("p_orders").store();
        CmWire wire = new CmWire(sim);
        assertDone(wire.form("/crawler/destroy", "crawler", store.name()));
        assertThat(store.exists()).isFalse();
        assertThat(sim.stores()).isEmpty();
        assertThat(storeDetail(wire, store).isNull()).isTrue();
        assertRefused(wire.form("/crawler/restore", "crawler", store.name()));
    }

    @Test
    void removingWhatRunsIsRefusedOnlyIfAskedFor() {
        OmsSimulator sim = start(OmsSimulator.builder().removalNeedsStop(true));
        OmsChain chain = sim.chain("p_orders");
        CmWire wire = new CmWire(sim);
        assertRefused(wire.form("/crawler/destroy", "crawler", chain.store().name()));
        assertRefused(wire.form("/applier/clean", "applierName", chain.writer().name()));
        assertRefused(wire.postQuery(
                "/connector/task/v2/delete", "taskName", chain.connector().name()));
        assertThat(chain.store().exists()).isTrue();
    }

    @Test
    void whileTheMetaDbIsSlowDetailsStandStillAndSayTheyAreNotActive() {
        OmsSimulator sim = start();
        OmsChain chain = sim.chain("p_orders");
        CmWire wire = new CmWire(sim);
        sim.metaDb(MetaDb.SLOW);
        JsonNode frozen = storeDetail(wire, chain.store());
        long sampled =
                writerDetail(wire, chain.writer()).get("checkpoint").get("gmt").asLong();
        assertThat(frozen.get("active").asBoolean()).isFalse();
        assertThat(frozen.get("status").asInt()).isZero();
        chain.store().dies();
        sim.advance(Duration.ofMinutes(5));
        assertThat(storeDetail(wire, chain.store())).isEqualTo(frozen);
        assertThat(writerDetail(wire, chain.writer())
                        .get("checkpoint")
                        .get("gmt")
                        .asLong())
                .isEqualTo(sampled);
        assertDone(wire.form("/crawler/restore", "crawler", chain.store().name()));
        sim.metaDb(MetaDb.FINE);
        assertThat(storeDetail(wire, chain.store()).get("active").asBoolean()).isTrue();
        assertThat(storeDetail(wire, chain.store()).get("port").asInt()).isEqualTo(17001);
    }

    @Test
    void aFailingMetaDbFailsMutationsWithAPageAndChangesNothing() {
        OmsSimulator sim = start();
        OmsStore store = sim.chain("p_orders").store();
        CmWire wire = new CmWire(sim);
        sim.metaDb(MetaDb.FAILING);
        assertThat(wire.form("/crawler/clear", "crawler", store.name()).statusCode())
                .isEqualTo(500);
        assertThat(store.isRunning()).isTrue();
        assertThat(storeDetail(wire, store).get("active").asBoolean()).isFalse();
    }

    @Test
    void oneStoreAloneCanBeUntrustworthy() {
        OmsSimulator sim = start();
        OmsStore one = sim.chain("p_1").store().active(false);
        OmsStore two = sim.chain("p_2").store();
        CmWire wire = new CmWire(sim);
        assertThat(storeDetail(wire, one).get("active").asBoolean()).isFalse();
        assertThat(storeDetail(wire, two).get("active").asBoolean()).isTrue();
        assertThat(storeDetail(wire, one.active(true)).get("active").asBoolean())
                .isTrue();
    }

    @Test
    void whatAStoreReportsCanBeSetAtWill() {
        OmsSimulator sim = start();
        OmsStore store = sim.chain("p_orders").store();
        CmWire wire = new CmWire(sim);
        store.reports(7).reportsMessage("[x] DRC_501:disk full\n");
        assertThat(storeDetail(wire, store).get("status").asInt()).isEqualTo(7);
        assertThat(storeDetail(wire, store).get("errMsg").asText()).contains("disk full");
        assertThat(storeDetail(wire, store.reports(null)).get("status").asInt()).isZero();
    }

    private static long lastMessage(OmsSimulator sim, OmsStore store) {
        return storeDetail(new CmWire(sim), store)
                .get("checkpoints")
                .get(0)
                .get(1)
                .get("msgId")
                .asLong();
    }
}
