package dev.opsdk.examples.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.opsdk.ccr.CcrClient;
import dev.opsdk.simulator.ccr.CcrSimulator;
import dev.opsdk.simulator.junit.Simulators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Simulators.class)
class FirstHarnessTest {

    @Test
    void asksOnce(CcrSimulator sim) {
        try (CcrClient ccr = CcrClient.connect(sim.url())) {
            ccr.version();
        }
        assertEquals(1, sim.journal().executed("/version").size());
    }
}
