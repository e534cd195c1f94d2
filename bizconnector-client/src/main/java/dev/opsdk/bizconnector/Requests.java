package dev.opsdk.bizconnector;

import dev.opsdk.bizconnector.internal.Wire;

/** What identities ask each other, in both directions. */
public final class Requests {
    private final IncomingRequests incoming;
    private final OutgoingRequests outgoing;

    Requests(Wire wire) {
        this.incoming = new IncomingRequests(wire);
        this.outgoing = new OutgoingRequests(wire);
    }

    /** {@return requests of peers} */
    public IncomingRequests incoming() {
        return incoming;
    }

    /** {@return requests to peers} */
    public OutgoingRequests outgoing() {
        return outgoing;
    }
}
