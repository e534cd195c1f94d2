package dev.opsdk.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.error.OutcomeUnknownException;
import java.util.List;

/**
 * The request that a mutation is. A client may read something else to explain a bad answer; that is not the mutation sent again.
 *
 * @param method its HTTP method
 * @param path its path without the query
 */
record MutationRequest(String method, String path) {

    /**
     * Looks what is sent when all is well: the one request that arrives, preludes left out. A mutation that wants another answer
     * than JSON does not believe this one, and was sent all the same.
     *
     * @param probe a mutation
     * @param answer what the server says to it when it did it
     */
    static MutationRequest of(Probe probe, Answer answer) {
        try (FaultServer server = FaultServer.start(answer)) {
            probe.preludes().forEach(server::prelude);
            sent(probe, server);
            assertThat(server.arrivals())
                    .as("requests of %s when all is well", probe.name())
                    .hasSize(1);
            FaultServer.Arrival only = server.arrivals().get(0);
            return new MutationRequest(only.method(), only.path());
        }
    }

    private static void sent(Probe probe, FaultServer server) {
        try {
            probe.call().at(server.url());
        } catch (OutcomeUnknownException e) {
            assertThat(e.getMessage()).contains("HTTP 200");
        }
    }

    /**
     * How often it was sent.
     *
     * @param arrivals all requests that arrived
     */
    long sentIn(List<FaultServer.Arrival> arrivals) {
        return arrivals.stream()
                .filter(arrival ->
                        arrival.method().equals(method) && arrival.path().equals(path))
                .count();
    }
}
