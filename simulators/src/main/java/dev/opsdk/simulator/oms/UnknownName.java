package dev.opsdk.simulator.oms;

/** How a detail call answers about a name that does not exist; nothing is documented. */
public enum UnknownName {
    /** {@code {"crawler":null,"isSuccess":true}}. */
    NULL,
    /** {@code {"isSuccess":true}}. */
    MISSING,
    /** {@code isSuccess:false} with a message and no code. */
    REJECTED
}
