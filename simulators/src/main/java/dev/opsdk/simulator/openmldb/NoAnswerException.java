package dev.opsdk.simulator.openmldb;

import java.io.IOException;

/** An exchange that brought no answer. */
public final class NoAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Why there is none. */
    public enum Reason {
        /** Nobody listens at the address. */
        REFUSED,
        /** The server closed the connection without a byte, as it does without credentials. */
        CLOSED,
        /** The server keeps the request and does not answer. */
        HANGING
    }

    private final Reason reason;

    NoAnswerException(Reason reason, String address) {
        super(reason + ": " + address);
        this.reason = reason;
    }

    /**
     * Why there is no answer.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
