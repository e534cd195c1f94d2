package dev.opsdk.simulator;

/** What became of a request inside the server, whatever the client got to see of it. */
public enum Outcome {
    /** Still being worked on: held by a lock or by a fault. */
    PENDING,
    /** Done: a read was served, a mutation took place. */
    EXECUTED,
    /** Read, checked and refused; nothing changed. */
    REFUSED,
    /** Sent elsewhere; nothing changed here. */
    REDIRECTED,
    /** A fault kept it from the server's own code. */
    NOT_PROCESSED
}
