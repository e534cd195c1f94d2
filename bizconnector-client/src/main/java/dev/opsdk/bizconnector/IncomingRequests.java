package dev.opsdk.bizconnector;

import dev.opsdk.bizconnector.internal.Bodies;
import dev.opsdk.bizconnector.internal.Readers;
import dev.opsdk.bizconnector.internal.RequestApi;
import dev.opsdk.bizconnector.internal.Target;
import dev.opsdk.bizconnector.internal.Wire;
import dev.opsdk.bizconnector.model.Ids;
import dev.opsdk.bizconnector.model.filter.IncomingRequestFilter;
import dev.opsdk.bizconnector.model.request.DecideItem;
import dev.opsdk.bizconnector.model.request.LocalRequest;
import dev.opsdk.bizconnector.model.request.RequestValidation;
import java.util.List;
import java.util.function.Consumer;

/** Requests of peers to this identity. Role: {@link Roles#REQUESTS} or {@link Roles#REQUESTS_INCOMING}. */
public final class IncomingRequests {
    private final Wire wire;
    private final RequestApi api;

    IncomingRequests(Wire wire) {
        this.wire = wire;
        this.api = wire.api(RequestApi.class);
    }

    /**
     * All incoming requests.
     *
     * @param filter says which; {@code f -> {}} for all
     * @return the list; nothing is sent yet
     */
    public Listing<LocalRequest> all(Consumer<IncomingRequestFilter> filter) {
        return Listing.of(
                wire, () -> api.incoming(), Target.SERVER, new IncomingRequestFilter(), filter, LocalRequest.class);
    }

    /**
     * All incoming requests.
     *
     * @return the requests; see {@link #all} for many
     */
    public List<LocalRequest> list() {
        return all(f -> {}).list();
    }

    /**
     * One incoming request.
     *
     * @param id REQ...
     * @return the request
     * @throws dev.opsdk.core.error.NotFoundException if there is none
     */
    public LocalRequest get(String id) {
        return wire.send(api.getIncoming(Ids.request(id)), Target.of(id), Readers.one(LocalRequest.class));
    }

    /**
     * Whether a request could be accepted like this. Nothing is decided.
     *
     * @param id REQ...
     * @param items one for each item of the request, in its order and its groups
     * @return yes, or why not, for each item
     */
    public RequestValidation canAccept(String id, DecideItem... items) {
        return wire.send(
                api.canAccept(Ids.request(id), Bodies.decision(items)),
                Target.of(id),
                Readers.one(RequestValidation.class));
    }

    /**
     * Whether a request could be rejected like this. Nothing is decided.
     *
     * @param id REQ...
     * @param items one for each item of the request, in its order and its groups
     * @return yes, or why not, for each item
     */
    public RequestValidation canReject(String id, DecideItem... items) {
        return wire.send(
                api.canReject(Ids.request(id), Bodies.decision(items)),
                Target.of(id),
                Readers.one(RequestValidation.class));
    }

    /**
     * Accepts a request; single items may still be rejected. The answer is sent a little later: the status is decided first, and completed
     * after about a second.
     *
     * @param id REQ...
     * @param items one for each item of the request, in its order and its groups
     * @return the request, decided
     * @throws dev.opsdk.core.error.PreconditionException if it is decided already, or expired
     */
    public LocalRequest accept(String id, DecideItem... items) {
        return wire.send(
                api.accept(Ids.request(id), Bodies.decision(items)), Target.of(id), Readers.one(LocalRequest.class));
    }

    /**
     * Rejects a request, with a reason for each item.
     *
     * @param id REQ...
     * @param items one for each item of the request, in its order and its groups
     * @return the request, decided
     */
    public LocalRequest reject(String id, DecideItem... items) {
        return wire.send(
                api.reject(Ids.request(id), Bodies.decision(items)), Target.of(id), Readers.one(LocalRequest.class));
    }

    /**
     * Rejects a request as a whole, without reasons.
     *
     * @param request the request
     * @return the request, decided
     */
    public LocalRequest reject(LocalRequest request) {
        return reject(request.id(), DecideItem.rejectAll(request.content()).toArray(DecideItem[]::new));
    }
}
