package dev.opsdk.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HighAvailabilityTest extends OmsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private OmsSimulator started() {
        return start(OmsSimulator.builder().highAvailability(true));
    }

    @Test
    void whoeverClearsAStoreGetsASecondOne() {
        OmsSimulator sim = started();
        OmsStore store = sim.chain("p_orders").store();
        CmWire wire = new CmWire(sim);
        assertDone(wire.form("/crawler/clear", "crawler", store.name()));
        sim.advance(MINUTE);
        assertThat(sim.stores()).hasSize(2);
        assertThat(sim.store(sim.stores().get(1)).isRunning()).isTrue();
        assertDone(wire.form("/crawler/restore", "crawler", store.name()));
        sim.advance(MINUTE);
        assertThat(sim.stores()).hasSize(2);
    }

    @Test
    void fiveStoresAreTheMost() {
        OmsSimulator sim = started();
        sim.chain("p_orders");
        for (int i = 0; i < 10; i++) {
            sim.stores().forEach(name -> sim.store(name).dies());
            sim.advance(MINUTE);
        }
        assertThat(sim.stores()).hasSize(5);
    }

    @Test
    void aDeadConnectorIsRestartedOnceInTenMinutesAndAStoppedOneNever() {
        OmsSimulator sim = started();
        OmsConnector dead = sim.chain("np_1").connector();
        OmsConnector stopped = sim.chain("np_2").connector();
        assertDone(new CmWire(sim).postQuery("/connector/task/v2/stop", "taskName", stopped.name()));
        dead.dies();
        sim.advance(MINUTE);
        assertThat(dead.isRunning()).isTrue();
        dead.dies();
        sim.advance(MINUTE);
        assertThat(dead.isRunning()).isFalse();
        sim.advance(Duration.ofMinutes(10));
        assertThat(dead.isRunning()).isTrue();
        assertThat(stopped.state()).isEqualTo(ComponentState.STOPPED);
    }

    @Test
    void connectorsOfALostHostAreMovedAndComeBackTwice() {
        OmsSimulator sim = started();
        OmsConnector old = sim.chain("np_1").connector();
        sim.host("10.10.10.1").goesDown();
        sim.advance(Duration.ofMinutes(8));
        assertThat(old.exists()).isTrue();
        sim.advance(Duration.ofMinutes(2));
        assertThat(old.exists()).isFalse();
        String moved = old.successor().orElseThrow();
        assertThat(sim.connecting(old.subTopic())).containsExactly(moved);
        sim.host("10.10.10.1").returns();
        assertThat(sim.connecting(old.subTopic())).containsExactly(old.name(), moved);
    }

    @Test
    void withoutAnotherHostNothingCanBeRepaired() {
        OmsSimulator sim = start(OmsSimulator.builder().highAvailability(true).hosts("10.10.10.1"));
        OmsChain chain = sim.chain("np_1");
        sim.host("10.10.10.1").goesDown();
        sim.advance(Duration.ofMinutes(20));
        assertThat(sim.stores()).hasSize(1);
        assertThat(chain.connector().state()).isEqualTo(ComponentState.DEAD);
    }
}
