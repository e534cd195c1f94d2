package dev.opsdk.simulator.openmldb;

/** The state of an operation. */
public enum OpStatus {
    /** It waits in its lane. */
    INITED("kInited"),
    /** One of its tasks runs. */
    DOING("kDoing"),
    /** Done. */
    DONE("kDone"),
    /** A task failed. */
    FAILED("kFailed"),
    /** Canceled on request. */
    CANCELED("kCanceled");

    private final String wire;

    OpStatus(String wire) {
        this.wire = wire;
    }

    /**
     * Its name in requests and answers.
     *
     * @return for example {@code kDoing}
     */
    public String wire() {
        return wire;
    }
}
