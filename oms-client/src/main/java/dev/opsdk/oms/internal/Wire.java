package dev.opsdk.oms.internal;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.TimeSource;
import dev.opsdk.core.internal.Transport;
import dev.opsdk.core.procedure.RequestLine;
import dev.opsdk.oms.model.ConnectorName;
import dev.opsdk.oms.model.Generation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;

/** Makes calls at the one server, or shows what they would be. */
public final class Wire {
    private final Transport transport;
    private final BaseUrl server;
    private final Orders orders;
    private final ConnectorOrders connectors;
    private final Generations generations;

    /**
     * Connects routes and server.
     *
     * @param transport sends
     * @param time the clock
     * @param server where the cluster manager is
     * @param told which generation the caller told
     */
    public Wire(Transport transport, TimeSource time, BaseUrl server, Generation told) {
        this.transport = transport;
        this.server = server;
        this.orders = new Orders(transport, server, time);
        this.connectors = new ConnectorOrders(transport, server);
        this.generations = new Generations(told, name -> send(orders.detail(name)));
    }

    /**
     * Where the cluster manager is.
     *
     * @return its base URL
     */
    public BaseUrl server() {
        return server;
    }

    /**
     * Calls of stores, writers and checkers.
     *
     * @return makes them
     */
    public Orders orders() {
        return orders;
    }

    /**
     * Calls of connectors.
     *
     * @return makes them
     */
    public ConnectorOrders connectors() {
        return connectors;
    }

    /**
     * Which generation a connector is called in. May read once.
     *
     * @param name the connector
     * @return the generation, never {@link Generation#AUTO}
     */
    public Generation generationOf(ConnectorName name) {
        return generations.of(name);
    }

    /**
     * Makes a call.
     *
     * @param order the call
     * @param <T> the value
     * @return what it came to
     */
    public <T> T send(Order<T> order) {
        return transport.call(at(order.request()), order.target(), order.secrets(), order.reader());
    }

    /**
     * Shows a call.
     *
     * @param order the call
     * @return as a plan shows it, secrets masked
     */
    public RequestLine line(Order<?> order) {
        Request shown = at(order.shown());
        RequestBody body = shown.body();
        String text = body == null ? "" : text(body);
        MediaType type = body == null ? null : body.contentType();
        return new RequestLine(
                shown.method(),
                shown.url().toString(),
                text.isEmpty() ? Optional.empty() : Optional.ofNullable(type).map(MediaType::toString),
                Optional.of(text).filter(content -> !content.isEmpty()),
                "");
    }

    private static String text(RequestBody body) {
        try (Buffer buffer = new Buffer()) {
            body.writeTo(buffer);
            return buffer.readUtf8();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a buffer in memory
        }
    }

    private Request at(Request request) {
        return Transport.at(request, server);
    }
}
