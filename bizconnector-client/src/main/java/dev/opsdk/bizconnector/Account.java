package dev.opsdk.bizconnector;

import dev.opsdk.bizconnector.internal.AccountApi;
import dev.opsdk.bizconnector.internal.Bodies;
import dev.opsdk.bizconnector.internal.Readers;
import dev.opsdk.bizconnector.internal.Target;
import dev.opsdk.bizconnector.internal.Wire;
import dev.opsdk.bizconnector.model.account.IdentityInfo;
import dev.opsdk.bizconnector.model.account.SyncInfo;

/** The identity of the connector and its synchronisation. Role: {@link Roles#ACCOUNT}. */
public final class Account {
    private final Wire wire;
    private final AccountApi api;

    Account(Wire wire) {
        this.wire = wire;
        this.api = wire.api(AccountApi.class);
    }

    /**
     * The connector's own address and public key. Served from memory: it answers while database and Backbone are down.
     *
     * @return the identity
     */
    public IdentityInfo identityInfo() {
        return wire.send(api.identityInfo(), Target.SERVER, Readers.one(IdentityInfo.class));
    }

    /**
     * Looks for news at the Backbone and takes them in; returns when that is through. Calls at the same time share one run. Whatever
     * comes in is processed: requests may be decided, webhooks are called.
     *
     * @throws dev.opsdk.core.error.UpstreamFailedException if the Backbone refuses or does not answer
     */
    public void sync() {
        wire.send(api.sync(Bodies.empty()), Target.SERVER, Readers.nothing());
    }

    /**
     * When the connector last looked for news.
     *
     * @return the last run; empty if it never ran
     */
    public SyncInfo syncInfo() {
        return wire.send(api.syncInfo(), Target.SERVER, Readers.one(SyncInfo.class));
    }
}
