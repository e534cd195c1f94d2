package dev.opsdk.openmldb.internal;

import dev.opsdk.core.error.OpsException;

/** All nameservers were asked once, or one that led does not any more, and nothing was done. Never leaves this package. */
final class NobodyLeads extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whether to ask again. */
    enum Prospect {
        /** A leader may come: somebody is a standby, down or silent. */
        GOOD,
        /** Everybody hangs up: wrong credentials, or all are being stopped. */
        HUNG_UP,
        /** Everybody answers, and nobody as a nameserver. */
        NONE
    }

    private final OpsException reason;
    private final Prospect prospect;

    NobodyLeads(OpsException reason, Prospect prospect) {
        super(reason);
        this.reason = reason;
        this.prospect = prospect;
    }

    /** What the caller gets to know when it is given up. */
    OpsException reason() {
        return reason;
    }

    Prospect prospect() {
        return prospect;
    }
}
