package dev.opsdk.examples.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.FileUpload;
import dev.opsdk.core.Secret;
import dev.opsdk.core.TimeSource;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import dev.opsdk.simulator.bizconnector.SimConnector;
import dev.opsdk.simulator.junit.Simulators;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@ExtendWith(Simulators.class)
@Execution(ExecutionMode.CONCURRENT)
class ConnectorHarnessTest {
    private static final String UPLOAD = "/api/core/v1/Files/Own";

    /** What is tested: somebody's service. It sends again what certainly did not happen, and nothing else. */
    record Archive(BizConnectorClient connector) {

        String store(String name, byte[] content) {
            for (int i = 0; i < 3; i++) {
                try {
                    return connector
                            .files()
                            .upload(FileUpload.of(name, content).build())
                            .id();
                } catch (OpsException e) {
                    if (e.outcome() != Outcome.NOT_DONE) {
                        return "somebody has to look: " + e.outcome();
                    }
                }
            }
            return "not stored";
        }
    }

    @Test
    void anUploadSurvivesAConnectorThatIsAwayTwice(BizConnectorSimulator sim) {
        SimConnector server = sim.connector(0);
        server.fail(Fault.status(503).method("POST").on(UPLOAD).times(2));
        try (BizConnectorClient client = client(sim)) {
            assertThat(new Archive(client).store("a.txt", new byte[10])).startsWith("FIL");
        }
        assertThat(server.data().files()).hasSize(1);
        assertThat(server.journal().requests(UPLOAD)).hasSize(3);
    }

    @Test
    void anUploadWhoseAnswerIsLostIsNotSentAgain(BizConnectorSimulator sim) {
        SimConnector server = sim.connector(0);
        server.fail(Fault.resetAfter().method("POST").on(UPLOAD));
        try (BizConnectorClient client = client(sim)) {
            assertThat(new Archive(client).store("a.txt", new byte[10])).contains("UNKNOWN");
        }
        assertThat(server.data().files()).hasSize(1);
        assertThat(server.journal().requests(UPLOAD)).hasSize(1);
    }

    @Test
    void aMailArrivesWithTheNextSync(BizConnectorSimulator sim) {
        SimConnector alice = sim.connector(0);
        SimConnector bob = sim.connector(1);
        sim.establishRelationship(alice, bob);
        bob.data().sendMail(alice, "Hello", "Are you there?");
        sim.advance(Duration.ofMinutes(1));
        try (BizConnectorClient client = client(sim)) {
            client.account().sync();
        }
        assertThat(alice.data().messages()).hasSize(1);
    }

    private static BizConnectorClient client(BizConnectorSimulator sim) {
        return BizConnectorClient.builder()
                .url(sim.url())
                .apiKey(Secret.of(sim.connector(0).apiKey()))
                .timeSource(TimeSource.simulated(sim.clock()::now, sim::advance))
                .build();
    }
}
