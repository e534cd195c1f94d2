package dev.opsdk.examples.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.opsdk.core.TimeSource;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.junit.Simulators;
import dev.opsdk.simulator.oms.OmsChain;
import dev.opsdk.simulator.oms.OmsSimulator;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@ExtendWith(Simulators.class)
@Execution(ExecutionMode.CONCURRENT)
class OmsHarnessTest {

    /** What is tested: somebody's first aid for a store that failed. */
    record FirstAid(OmsClient oms) {

        String restart(String store) {
            try {
                oms.store(store).procedures().restart().run();
                return "running again";
            } catch (ProcedureException e) {
                return "call a person: " + e.report().outcome();
            }
        }
    }

    @Test
    void aStoreThatFailedRunsAgain(OmsSimulator sim) {
        OmsChain chain = sim.chain("p_orders");
        chain.store().dies();
        sim.fail(Fault.html(502).on("/crawler/detail").times(2));
        try (OmsClient oms = client(sim)) {
            assertEquals(
                    "running again", new FirstAid(oms).restart(chain.store().name()));
        }
        assertTrue(chain.store().isRunning());
        assertEquals(1, sim.journal().executed("/crawler/restore").size());
        assertTrue(sim.pendingFaults().isEmpty());
    }

    @Test
    void aStoreThatDiesAgainIsNotCalledRunning(OmsSimulator sim) {
        OmsChain chain = sim.chain("p_orders");
        chain.store().dies();
        chain.store().diesAfterRestore(Duration.ofSeconds(43));
        try (OmsClient oms = client(sim)) {
            String said = new FirstAid(oms).restart(chain.store().name());
            assertTrue(said.startsWith("call a person"), said);
        }
    }

    private static OmsClient client(OmsSimulator sim) {
        return OmsClient.builder()
                .url(sim.url())
                .timeSource(TimeSource.simulated(sim.clock()::now, sim::advance))
                .build();
    }
}
