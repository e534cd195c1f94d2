package dev.opsdk.bizconnector;

import dev.opsdk.bizconnector.internal.Bodies;
import dev.opsdk.bizconnector.internal.Readers;
import dev.opsdk.bizconnector.internal.RequestApi;
import dev.opsdk.bizconnector.internal.Target;
import dev.opsdk.bizconnector.internal.Wire;
import dev.opsdk.bizconnector.model.Ids;
import dev.opsdk.bizconnector.model.filter.OutgoingRequestFilter;
import dev.opsdk.bizconnector.model.request.LocalRequest;
import dev.opsdk.bizconnector.model.request.Request;
import dev.opsdk.bizconnector.model.request.RequestValidation;
import java.util.List;
import java.util.function.Consumer;

/** Requests of this identity to peers. Role: {@link Roles#REQUESTS} or {@link Roles#REQUESTS_OUTGOING}. */
public final class OutgoingRequests {
    private final Wire wire;
    private final RequestApi api;

    OutgoingRequests(Wire wire) {
        this.wire = wire;
        this.api = wire.api(RequestApi.class);
    }

    /**
     * Whether a request could be created. Nothing is created, although the server answers 201.
     *
     * @param request what would be asked
     * @return yes, or why not, for each item
     */
    public RequestValidation validate(Request request) {
        return wire.send(api.validate(Bodies.request(request)), Target.SERVER, Readers.one(RequestValidation.class));
    }

    /**
     * Whether a request could be created for a peer. Nothing is created, although the server answers 201.
     *
     * @param peer the peer's address
     * @param request what would be asked
     * @return yes, or why not, for each item
     */
    public RequestValidation validate(String peer, Request request) {
        return wire.send(
                api.validate(Bodies.request(request).put("peer", Ids.address(peer))),
                Target.of(peer),
                Readers.one(RequestValidation.class));
    }

    /**
     * Creates a request. It is a draft until it is sent with a message.
     *
     * @param peer the peer's address
     * @param request what is asked
     * @return the request, with its id; see {@code SendMessage.request}
     */
    public LocalRequest create(String peer, Request request) {
        return wire.send(
                api.create(Bodies.request(request).put("peer", Ids.address(peer))),
                Target.of(peer),
                Readers.one(LocalRequest.class));
    }

    /**
     * All outgoing requests.
     *
     * @param filter says which; {@code f -> {}} for all
     * @return the list; nothing is sent yet
     */
    public Listing<LocalRequest> all(Consumer<OutgoingRequestFilter> filter) {
        return Listing.of(
                wire, () -> api.outgoing(), Target.SERVER, new OutgoingRequestFilter(), filter, LocalRequest.class);
    }

    /**
     * All outgoing requests.
     *
     * @return the requests; see {@link #all} for many
     */
    public List<LocalRequest> list() {
        return all(f -> {}).list();
    }

    /**
     * One outgoing request.
     *
     * @param id REQ...
     * @return the request
     * @throws dev.opsdk.core.error.NotFoundException if there is none
     */
    public LocalRequest get(String id) {
        return wire.send(api.getOutgoing(Ids.request(id)), Target.of(id), Readers.one(LocalRequest.class));
    }
}
