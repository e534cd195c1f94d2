package dev.opsdk.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.simulator.Wire;
import dev.opsdk.simulator.ccr.CcrSimulator;
import dev.opsdk.simulator.oms.OmsSimulator;
import java.net.ConnectException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SimulatorExtensionTest {

    @RegisterExtension
    static final SimulatorExtension<CcrSimulator> CCR = SimulatorExtension.of(
            CcrSimulator.class, () -> CcrSimulator.builder().nodes(2).start());

    @RegisterExtension
    static final SimulatorExtension<OmsSimulator> OMS = SimulatorExtension.of(OmsSimulator.class, OmsSimulator::start);

    private static final Queue<String> USED = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void prepare(CcrSimulator sim) {
        sim.source().database("prepared");
    }

    @Test
    void setUpAndTestShareOneSimulator(CcrSimulator sim) {
        USED.add(sim.url());
        assertThat(sim.source().hasDatabase("prepared")).isTrue();
        assertThat(sim.urls()).hasSize(2);
    }

    @Test
    void eachTestHasItsOwn(CcrSimulator sim) {
        USED.add(sim.url());
        assertThat(sim.journal().entries()).isEmpty();
        assertThat(new Wire(sim.url()).text("/list_jobs", "")).contains("true");
    }

    @Test
    void aTestMayHaveSimulatorsOfSeveralKinds(CcrSimulator ccr, OmsSimulator oms) {
        USED.add(oms.url());
        assertThat(oms.url()).isNotEqualTo(ccr.url());
    }

    @AfterAll
    static void simulatorsAreClosedAfterTheirTest() {
        assertThat(USED)
                .isNotEmpty()
                .allSatisfy(url -> assertThatThrownBy(() -> new Wire(url).send("GET", "/version", ""))
                        .isInstanceOf(ConnectException.class));
    }
}
