package dev.opsdk.bizconnector.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.bizconnector.BizConnectorBuilder;
import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.model.error.ConnectorError;
import dev.opsdk.bizconnector.model.error.ErrorKind;
import dev.opsdk.core.Secret;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.testkit.SimTime;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulatorBuilder;
import dev.opsdk.simulator.bizconnector.SimConnector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;

/** Connectors that the client talks to over real sockets, in a time that only moves when somebody waits. */
abstract class SimulatedConnectors {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    @AfterEach
    void closeAll() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    final <T extends AutoCloseable> T closing(T resource) {
        open.push(resource);
        return resource;
    }

    final BizConnectorSimulator start() {
        return start(BizConnectorSimulator.builder());
    }

    final BizConnectorSimulator start(BizConnectorSimulatorBuilder builder) {
        return closing(builder.start());
    }

    static SimTime time(BizConnectorSimulator sim) {
        return SimTime.of(sim.clock()::now, sim::advance);
    }

    /** Without credentials. */
    static BizConnectorBuilder to(BizConnectorSimulator sim, SimConnector connector) {
        return BizConnectorClient.builder().url(connector.url()).timeSource(time(sim));
    }

    final BizConnectorClient client(BizConnectorSimulator sim, SimConnector connector) {
        return client(to(sim, connector).apiKey(Secret.of(connector.apiKey())));
    }

    final BizConnectorClient client(BizConnectorSimulator sim, int connector) {
        return client(sim, sim.connector(connector));
    }

    final BizConnectorClient client(BizConnectorBuilder builder) {
        return closing(builder.build());
    }

    static Instant later(BizConnectorSimulator sim) {
        return sim.clock().now().plus(Duration.ofDays(365));
    }

    static <E extends OpsException> E fails(Class<E> how, ThrowingCallable call) {
        E failure = Assertions.catchThrowableOfType(how, call);
        assertThat(failure).as("it fails as %s", how.getSimpleName()).isNotNull();
        return failure;
    }

    static ErrorKind kind(OpsException failure) {
        return ConnectorError.of(failure).orElseThrow().kind();
    }

    static Report failed(Plan plan) {
        return fails(ProcedureException.class, plan::run).report();
    }

    /** How often something was asked of a connector. */
    static long asked(SimConnector connector, String method, String path) {
        return connector.journal().requests(path).stream()
                .filter(entry -> entry.request().method().equals(method))
                .count();
    }

    static String api(String path) {
        return "/api/core/v1" + path;
    }
}
