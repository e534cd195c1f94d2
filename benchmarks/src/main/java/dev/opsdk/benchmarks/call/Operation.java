package dev.opsdk.benchmarks.call;

/** A call that is measured. */
public enum Operation {
    /** {@code POST /get_lag}: a read, JSON both ways. */
    CCR_LAG("CCR get_lag", false),
    /** {@code POST /pause}: a mutation, JSON both ways. */
    CCR_PAUSE("CCR pause", true),
    /** {@code GET /JDBCWriter/detail}: a read with a nested reply. */
    OMS_WRITER("OMS writer detail", false),
    /** {@code POST /applier/stop}: a mutation by form. */
    OMS_STOP("OMS writer stop", true),
    /** {@code GET IdentityInfo}: a read with a key. */
    CONNECTOR_IDENTITY("Business Connector identity", false),
    /** {@code POST ShowTable}: a read with a large reply. */
    OPENMLDB_TABLES("OpenMLDB ShowTable, 600 replicas", false);

    private final String title;
    private final boolean mutation;

    Operation(String title, boolean mutation) {
        this.title = title;
        this.mutation = mutation;
    }

    /** {@return its name in tables} */
    public String title() {
        return title;
    }

    /** {@return whether it changes something} */
    public boolean mutation() {
        return mutation;
    }
}
