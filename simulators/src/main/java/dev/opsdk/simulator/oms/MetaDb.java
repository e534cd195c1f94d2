package dev.opsdk.simulator.oms;

/** The state of the database the cluster manager keeps its knowledge in. */
public enum MetaDb {
    /** All is well. */
    FINE,
    /** Slow, or with a clock of its own: details stand still and say {@code active=false}; mutations work. */
    SLOW,
    /** Writes fail: as {@link #SLOW}, and mutations end with Jetty's page for 500 and change nothing. */
    FAILING
}
