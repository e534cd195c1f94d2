package dev.opsdk.examples.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.TimeSource;
import dev.opsdk.core.procedure.ProcedureException;
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
            assertThat(new FirstAid(oms).restart(chain.store().name())).isEqualTo("running again");
        }
        assertThat(chain.store().isRunning()).isTrue();
        assertThat(sim.journal().executed("/crawler/restore")).hasSize(1);
        assertThat(sim.pendingFaults()).isEmpty();
    }

    @Test
    void aStoreThatDiesAgainIsNotCalledRunning(OmsSimulator sim) {
        OmsChain chain = sim.chain("p_orders");
        chain.store().dies();
        chain.store().diesAfterRestore(Duration.ofSeconds(43));
        try (OmsClient oms = client(sim)) {
            assertThat(new FirstAid(oms).restart(chain.store().name())).startsWith("call a person");
        }
    }

    private static OmsClient client(OmsSimulator sim) {
        return OmsClient.builder()
                .url(sim.url())
                .timeSource(TimeSource.simulated(sim.clock()::now, sim::advance))
                .build();
    }
}
