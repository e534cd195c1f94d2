package dev.opsdk.core.procedure;

/** How a step ended. */
public enum StepOutcome {
    /** It acted, and reading the state shows the effect. */
    DONE,
    /** The state was already as it should be; nothing was sent. */
    ALREADY,
    /** The server, or the state, refused it, or it could not be sent. It did not happen. */
    REJECTED,
    /** It came to a known end that is not the goal: a wait that ran out, an effect that did not show, a part that failed. */
    FAILED,
    /** It was sent, no trustworthy answer came, and reading the state did not settle it. */
    UNKNOWN,
    /** The run ended before it. */
    NOT_RUN;

    /**
     * Whether the run may go on.
     *
     * @return true for DONE and ALREADY
     */
    public boolean good() {
        return this == DONE || this == ALREADY;
    }
}
