package dev.opsdk.oms;

import dev.opsdk.oms.model.CrawlerDetail;
import dev.opsdk.oms.model.Observed;
import dev.opsdk.oms.model.StoreName;
import dev.opsdk.oms.procedure.StoreProcedures;

/** One store (crawler on the wire). The same in both generations. */
public final class Store {
    private final OmsClient client;
    private final StoreName name;

    Store(OmsClient client, StoreName name) {
        this.client = client;
        this.name = name;
    }

    /**
     * The store's name.
     *
     * @return the name
     */
    public StoreName name() {
        return name;
    }

    /**
     * Whether it is normal and what it holds; with the server's time, from which its lag is computed. Look at
     * {@link CrawlerDetail#observationTrusted()} before anything else.
     *
     * @return the detail
     * @throws dev.opsdk.core.error.NotFoundException if there is no such store (inferred from a success that shows none)
     */
    public Observed<CrawlerDetail> detail() {
        return client.wire().send(client.wire().orders().detail(name));
    }

    /** Stops it. 22 s were observed. Whoever reads from it stops, too. */
    public void clear() {
        client.wire().send(client.wire().orders().clear(name));
    }

    /**
     * Starts it again; the console clears it before. 40 s were observed. Deletes its old {@code error.details} and may change its data port
     * (observed). Success is no proof: it was seen to die 43 s and 129 s later.
     */
    public void restore() {
        client.wire().send(client.wire().orders().restore(name));
    }

    /** Destroys it and what it holds, for good. The console does so only when it is stopped; the server does not ask. */
    public void destroy() {
        client.wire().send(client.wire().orders().destroy(name));
    }

    /**
     * The same calls as they would be sent, for plans.
     *
     * @return shows requests
     */
    public StoreRequests requests() {
        return new StoreRequests(client.wire(), name);
    }

    /**
     * Multi-step work, planned before it is done.
     *
     * @return restart, stop, destroy
     */
    public StoreProcedures procedures() {
        return new StoreProcedures(client, this);
    }

    @Override
    public String toString() {
        return "store '" + name + "' at " + client;
    }
}
