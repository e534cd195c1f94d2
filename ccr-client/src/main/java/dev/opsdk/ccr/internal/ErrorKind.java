package dev.opsdk.ccr.internal;

/** What an {@code error_msg} of the syncer is about. */
public enum ErrorKind {
    /** There is no such job. */
    NOT_FOUND,
    /**
     * There is no such job here and now. For some seconds after a restart or a takeover, and for a call that is not redirected,
     * it may exist all the same: {@code /list_jobs} knows.
     */
    MAYBE_NOT_FOUND,
    /** A job of that name exists. */
    ALREADY_EXISTS,
    /** The request is wrong. */
    INVALID_REQUEST,
    /** The request is right, but a cluster is not ready for it. */
    PRECONDITION,
    /** The syncer does not reach a cluster. */
    CLUSTER_UNREACHABLE,
    /** The syncer's own store of metadata failed. */
    METADATA_STORE,
    /** Some of it happened. */
    PARTIAL_FAILURE,
    /** Not now: something about the job is under way. */
    CONFLICT,
    /** The syncer did not understand the body, or got none. */
    BAD_JSON,
    /** This generation of the syncer does not know the call or an option of it. */
    UNSUPPORTED,
    /** None of these. */
    UNKNOWN
}
