package dev.opsdk.examples.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.FileUpload;
import dev.opsdk.bizconnector.model.file.File;
import dev.opsdk.core.Secret;
import dev.opsdk.core.TimeSource;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import dev.opsdk.simulator.bizconnector.SimConnector;
import dev.opsdk.simulator.junit.Simulators;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@ExtendWith(Simulators.class)
@Execution(ExecutionMode.CONCURRENT)
class ConnectorHarnessTest {
    private static final String UPLOAD = "/api/core/v1/Files/Own";

    /** What is tested: somebody's service. It looks before it sends anything again. */
    record Archive(BizConnectorClient connector) {

        String store(String name, byte[] content) {
            OpsException last = null;
            for (int i = 0; i < 3; i++) {
                List<File> there =
                        connector.files().own(f -> f.filename().is(name)).list();
                if (!there.isEmpty()) {
                    return there.get(0).id();
                }
                try {
                    return connector
                            .files()
                            .upload(FileUpload.of(name, content).build())
                            .id();
                } catch (OpsException e) {
                    last = e;
                }
            }
            throw Objects.requireNonNull(last);
        }
    }

    @Test
    void anUploadSurvivesAConnectorThatFailsTwice(BizConnectorSimulator sim) {
        SimConnector server = sim.connector(0);
        server.fail(Fault.status(500).method("POST").on(UPLOAD).times(2));
        try (BizConnectorClient client = client(sim)) {
            assertTrue(new Archive(client).store("a.txt", new byte[10]).startsWith("FIL"));
        }
        assertEquals(1, server.data().files().size());
        assertEquals(3, posts(server));
    }

    @Test
    void anUploadWhoseAnswerIsLostIsNotSentAgain(BizConnectorSimulator sim) {
        SimConnector server = sim.connector(0);
        server.fail(Fault.resetAfter().method("POST").on(UPLOAD));
        try (BizConnectorClient client = client(sim)) {
            assertTrue(new Archive(client).store("a.txt", new byte[10]).startsWith("FIL"));
        }
        assertEquals(1, server.data().files().size());
        assertEquals(1, posts(server));
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
        assertEquals(1, alice.data().messages().size());
    }

    private static long posts(SimConnector server) {
        return server.journal().requests(UPLOAD).stream()
                .filter(entry -> entry.request().method().equals("POST"))
                .count();
    }

    private static BizConnectorClient client(BizConnectorSimulator sim) {
        return BizConnectorClient.builder()
                .url(sim.url())
                .apiKey(Secret.of(sim.connector(0).apiKey()))
                .timeSource(TimeSource.simulated(sim.clock()::now, sim::advance))
                .build();
    }
}
