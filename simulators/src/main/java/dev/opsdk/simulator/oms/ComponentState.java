package dev.opsdk.simulator.oms;

/** What a component really is, whatever the cluster manager says about it. */
public enum ComponentState {
    /** Its process runs. */
    RUNNING,
    /** Stopped by a request. */
    STOPPED,
    /** Its process ended by itself, or with its host. */
    DEAD,
    /** It does not exist: never did, was deleted, or was migrated and has another name now. */
    GONE
}
