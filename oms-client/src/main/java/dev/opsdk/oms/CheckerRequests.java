package dev.opsdk.oms;

import dev.opsdk.core.procedure.RequestLine;
import dev.opsdk.oms.internal.Wire;
import dev.opsdk.oms.model.CheckerTaskId;
import dev.opsdk.oms.model.CheckerType;
import dev.opsdk.oms.model.CheckerUpdate;

/** What {@link Checker}'s calls would send, secrets masked. Nothing is sent. */
public final class CheckerRequests {
    private final Wire wire;
    private final CheckerTaskId id;

    CheckerRequests(Wire wire, CheckerTaskId id) {
        this.wire = wire;
        this.id = id;
    }

    /**
     * Of {@link Checker#start(CheckerType)}.
     *
     * @param type what it works for
     * @return the request
     */
    public RequestLine start(CheckerType type) {
        return wire.line(wire.orders().start(id, type));
    }

    /**
     * Of {@link Checker#stop(CheckerType)}.
     *
     * @param type what it works for
     * @return the request
     */
    public RequestLine stop(CheckerType type) {
        return wire.line(wire.orders().stop(id, type));
    }

    /**
     * Of {@link Checker#update(CheckerUpdate)}.
     *
     * @param update what changes
     * @return the request
     */
    public RequestLine update(CheckerUpdate update) {
        return wire.line(wire.orders().update(id, update));
    }
}
