package dev.opsdk.simulator.oms;

/** Which interface a cluster manager has for connectors and writers. {@code /crawler/*} is the same in all. */
public enum OmsGeneration {
    /** Up to V4.1.0: {@code /connector/task/*ByName}, {@code /applier/*}, {@code /JDBCWriter/*}, {@code /checker/*}. */
    GEN1,
    /** From V4.1.1: {@code /connector/task/v2/*} only; the routes of the first generation are gone. */
    GEN2,
    /** Both at once, which nobody has documented and nobody has excluded. */
    BOTH;

    boolean hasFirst() {
        return this != GEN2;
    }

    boolean hasSecond() {
        return this != GEN1;
    }
}
