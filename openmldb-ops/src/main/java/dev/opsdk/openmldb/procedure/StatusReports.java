package dev.opsdk.openmldb.procedure;

import dev.opsdk.openmldb.OpenMldbOps;

/** Reads. */
public final class StatusReports {
    /**
     * For {@link OpenMldbOps#status()}.
     *
     * @param client the client
     */
    public StatusReports(OpenMldbOps client) {}
}
