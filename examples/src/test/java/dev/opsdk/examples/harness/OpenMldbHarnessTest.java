package dev.opsdk.examples.harness;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.opsdk.core.TimeSource;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.simulator.junit.SimulatorExtension;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class OpenMldbHarnessTest {

    @RegisterExtension
    static final SimulatorExtension<OpenMldbSimulator> CLUSTER = SimulatorExtension.of(
            OpenMldbSimulator.class,
            () -> OpenMldbSimulator.builder().tablets(3).autoFailover(false).start());

    /** What is tested: somebody's answer to an alarm. */
    record OnCall(OpenMldbOps mldb) {

        boolean repaired() {
            try {
                return mldb.procedures().recoverData(o -> o).run().complete();
            } catch (ProcedureException e) {
                return false;
            }
        }
    }

    @BeforeEach
    void aTable(OpenMldbSimulator sim) {
        sim.table("shop", "orders").partitions(3).replicas(2).rows(100).create();
    }

    @Test
    void aTabletThatCameBackIsFilledAgain(OpenMldbSimulator sim) {
        sim.tablet(0).kill();
        sim.advance(Duration.ofMinutes(2));
        sim.tablet(0).restart();
        sim.advance(Duration.ofMinutes(2));
        try (OpenMldbOps mldb = client(sim)) {
            assertTrue(new OnCall(mldb).repaired());
        }
        assertTrue(sim.view().isHealthy());
    }

    @Test
    void aRepairThatFailsIsNotCalledOne(OpenMldbSimulator sim) {
        String follower = sim.tablet(1).endpoint();
        sim.breakReplica("shop", "orders", 0, follower);
        sim.failOps("kRecoverTableOP", "kRecoverTable", 9);
        try (OpenMldbOps mldb = client(sim)) {
            assertFalse(new OnCall(mldb).repaired());
        }
    }

    @Test
    void theOtherNameserverTakesOver(OpenMldbSimulator sim) {
        sim.nameServer(0).kill();
        sim.advance(Duration.ofMinutes(1));
        try (OpenMldbOps mldb = client(sim)) {
            assertTrue(new OnCall(mldb).repaired());
        }
    }

    private static OpenMldbOps client(OpenMldbSimulator sim) {
        return OpenMldbOps.builder()
                .nameServers(sim.nameServerEndpoints().toArray(String[]::new))
                .timeSource(TimeSource.simulated(sim.clock()::now, sim::advance))
                .build();
    }
}
