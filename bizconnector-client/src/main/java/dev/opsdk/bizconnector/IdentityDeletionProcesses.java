package dev.opsdk.bizconnector;

import dev.opsdk.bizconnector.internal.AccountApi;
import dev.opsdk.bizconnector.internal.Bodies;
import dev.opsdk.bizconnector.internal.Readers;
import dev.opsdk.bizconnector.internal.Target;
import dev.opsdk.bizconnector.internal.Wire;
import dev.opsdk.bizconnector.model.deletion.IdentityDeletionProcess;

/** The deletion of the identity. Over HTTP in debug mode only; in production it is a command of the container, and these calls end with
 * {@link dev.opsdk.core.error.UnsupportedException}. Role: {@link Roles#IDENTITY_DELETION}. */
public final class IdentityDeletionProcesses {
    private final Wire wire;
    private final AccountApi api;

    IdentityDeletionProcesses(Wire wire) {
        this.wire = wire;
        this.api = wire.api(AccountApi.class);
    }

    /**
     * Begins the deletion of the connector's identity, with the Backbone's own grace period.
     *
     * @return the process
     * @throws dev.opsdk.core.error.AlreadyExistsException if it has begun
     */
    public IdentityDeletionProcess start() {
        return wire.send(
                api.startDeletion(null, Bodies.empty()), Target.SERVER, Readers.one(IdentityDeletionProcess.class));
    }

    /**
     * Begins the deletion of the connector's identity.
     *
     * @param gracePeriodInDays how long it can be called off, in days
     * @return the process
     */
    public IdentityDeletionProcess start(double gracePeriodInDays) {
        if (!(gracePeriodInDays >= 0)) {
            throw new IllegalArgumentException("the grace period must not be negative, and is " + gracePeriodInDays);
        }
        return wire.send(
                api.startDeletion(gracePeriodInDays, Bodies.empty()),
                Target.SERVER,
                Readers.one(IdentityDeletionProcess.class));
    }

    /**
     * The deletion that is under way.
     *
     * @return the process
     * @throws dev.opsdk.core.error.NotFoundException if none is; the server says it with status 400
     */
    public IdentityDeletionProcess get() {
        return wire.send(api.getDeletion(), Target.SERVER, Readers.one(IdentityDeletionProcess.class));
    }

    /**
     * Calls the deletion off.
     *
     * @return the process
     * @throws dev.opsdk.core.error.NotFoundException if none is under way
     */
    public IdentityDeletionProcess cancel() {
        return wire.send(api.cancelDeletion(), Target.SERVER, Readers.one(IdentityDeletionProcess.class));
    }
}
