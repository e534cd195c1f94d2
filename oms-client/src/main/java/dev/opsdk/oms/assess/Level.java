package dev.opsdk.oms.assess;

/** How a component is. */
public enum Level {
    /** In order, and on time. */
    HEALTHY,
    /** In order, and behind. */
    LAGGING,
    /** Its position stands still while time goes on. An idle source whose heartbeat rests looks the same (observed). */
    STALLED,
    /** Not in order. */
    ABNORMAL,
    /** Somebody stopped it, as far as can be told. */
    STOPPED,
    /** What is shown of it cannot be believed: neither well nor ill. No procedure acts on it unless told to. */
    UNTRUSTWORTHY,
    /** Nobody can say. */
    UNKNOWN
}
