package dev.opsdk.simulator.ccr;

/** What the source's frontend answers when the syncer asks it for the lag of a job. */
public enum FrontendAnswer {
    /** The lag. */
    OK,
    /** An error status, which the syncer does not look at: it reports success and a lag of zero. */
    ERROR,
    /** An old frontend: the lag and nothing else. */
    LAG_ONLY,
    /** Minus one in every field but the lag, which is zero. */
    MINUS_ONE,
    /** No answer at all. */
    RPC_FAILURE
}
