package dev.opsdk.ccr.internal;

import dev.opsdk.core.error.OpsException;

/** The job has no living owner just now, and will have one soon. Never leaves this package. */
final class TakeoverPending extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final OpsException reason;

    TakeoverPending(OpsException reason) {
        super(reason);
        this.reason = reason;
    }

    OpsException reason() {
        return reason;
    }
}
