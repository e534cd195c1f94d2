package dev.opsdk.oms;

import dev.opsdk.core.procedure.RequestLine;
import dev.opsdk.oms.internal.Wire;
import dev.opsdk.oms.model.WriterName;
import dev.opsdk.oms.model.WriterUpdate;

/** What {@link Writer}'s calls would send, secrets masked. Nothing is sent. */
public final class WriterRequests {
    private final Wire wire;
    private final WriterName name;

    WriterRequests(Wire wire, WriterName name) {
        this.wire = wire;
        this.name = name;
    }

    /**
     * Of {@link Writer#detail()}.
     *
     * @return the request
     */
    public RequestLine detail() {
        return wire.line(wire.orders().detail(name));
    }

    /**
     * Of {@link Writer#stop()}.
     *
     * @return the request
     */
    public RequestLine stop() {
        return wire.line(wire.orders().stop(name));
    }

    /**
     * Of {@link Writer#start()}.
     *
     * @return the request
     */
    public RequestLine start() {
        return wire.line(wire.orders().start(name));
    }

    /**
     * Of {@link Writer#clean()}.
     *
     * @return the request
     */
    public RequestLine clean() {
        return wire.line(wire.orders().clean(name));
    }

    /**
     * Of {@link Writer#migrate(String)}.
     *
     * @param node the host
     * @return the request
     */
    public RequestLine migrate(String node) {
        return wire.line(wire.orders().migrate(name, node, false));
    }

    /**
     * Of {@link Writer#migrateFromDeadHost(String)}.
     *
     * @param node the host
     * @return the request
     */
    public RequestLine migrateFromDeadHost(String node) {
        return wire.line(wire.orders().migrate(name, node, true));
    }

    /**
     * Of {@link Writer#update(WriterUpdate)}.
     *
     * @param update what changes
     * @return the request
     */
    public RequestLine update(WriterUpdate update) {
        return wire.line(wire.orders().update(name, update));
    }
}
