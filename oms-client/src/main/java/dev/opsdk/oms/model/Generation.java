package dev.opsdk.oms.model;

/** Which connector API a cluster manager speaks. Stores and checkers are called the same way in both. */
public enum Generation {
    /** Up to V4.1.0: {@code /connector/task/*ByName}, {@code /applier/*} (OMS documentation). */
    GEN1,
    /** From V4.1.1 on: {@code /connector/task/v2/*}, with an envelope around every answer (OMS documentation). */
    GEN2,
    /**
     * Not told: a connector with {@code :connector_v2:} in its name is of generation 2; for any other the client asks one read of
     * generation 1, once, and a 404 means generation 2. A mutation is never tried to find out.
     */
    AUTO
}
