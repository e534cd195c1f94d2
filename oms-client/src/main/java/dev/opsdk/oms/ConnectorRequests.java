package dev.opsdk.oms;

import dev.opsdk.core.procedure.RequestLine;
import dev.opsdk.oms.internal.ConnectorOrders;
import dev.opsdk.oms.model.ConnectorName;
import dev.opsdk.oms.model.ConnectorStart;
import dev.opsdk.oms.model.ConnectorUpdate;
import dev.opsdk.oms.model.Generation;
import java.util.Optional;
import java.util.function.Consumer;

/** What {@link Connector}'s calls would send, secrets masked. Nothing is sent, but finding out the generation may read once. */
public final class ConnectorRequests {
    private final OmsClient client;
    private final ConnectorName name;

    ConnectorRequests(OmsClient client, ConnectorName name) {
        this.client = client;
        this.name = name;
    }

    static ConnectorStart start(Consumer<ConnectorStart.Builder> how) {
        ConnectorStart.Builder builder = ConnectorStart.builder();
        how.accept(builder);
        return builder.build();
    }

    static ConnectorUpdate update(Consumer<ConnectorUpdate.Builder> changes) {
        ConnectorUpdate.Builder builder = ConnectorUpdate.builder();
        changes.accept(builder);
        return builder.build();
    }

    /**
     * Of {@link Connector#start(ConnectorStart)}.
     *
     * @param how from where
     * @return the request
     */
    public RequestLine start(ConnectorStart how) {
        return client.wire().line(orders().start(generation(), name, how));
    }

    /**
     * Of {@link Connector#stop()}.
     *
     * @return the request
     */
    public RequestLine stop() {
        return client.wire().line(orders().stop(generation(), name));
    }

    /**
     * Of {@link Connector#update(ConnectorUpdate)}.
     *
     * @param update what changes
     * @return the request
     */
    public RequestLine update(ConnectorUpdate update) {
        return client.wire().line(orders().update(generation(), name, update));
    }

    /**
     * Of {@link Connector#migrate(String)}, or of {@link Connector#migrate()} without a host.
     *
     * @param node the host
     * @return the request
     */
    public RequestLine migrate(Optional<String> node) {
        return client.wire().line(orders().migrate(generation(), name, node));
    }

    /**
     * Of {@link Connector#delete()}.
     *
     * @return the request
     */
    public RequestLine delete() {
        return client.wire().line(orders().delete(generation(), name));
    }

    private ConnectorOrders orders() {
        return client.wire().connectors();
    }

    private Generation generation() {
        return client.wire().generationOf(name);
    }
}
