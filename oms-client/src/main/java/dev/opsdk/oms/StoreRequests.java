package dev.opsdk.oms;

import dev.opsdk.core.procedure.RequestLine;
import dev.opsdk.oms.internal.Wire;
import dev.opsdk.oms.model.StoreName;

/** What {@link Store}'s calls would send. Nothing is sent. */
public final class StoreRequests {
    private final Wire wire;
    private final StoreName name;

    StoreRequests(Wire wire, StoreName name) {
        this.wire = wire;
        this.name = name;
    }

    /**
     * Of {@link Store#detail()}.
     *
     * @return the request
     */
    public RequestLine detail() {
        return wire.line(wire.orders().detail(name));
    }

    /**
     * Of {@link Store#clear()}.
     *
     * @return the request
     */
    public RequestLine clear() {
        return wire.line(wire.orders().clear(name));
    }

    /**
     * Of {@link Store#restore()}.
     *
     * @return the request
     */
    public RequestLine restore() {
        return wire.line(wire.orders().restore(name));
    }

    /**
     * Of {@link Store#destroy()}.
     *
     * @return the request
     */
    public RequestLine destroy() {
        return wire.line(wire.orders().destroy(name));
    }
}
