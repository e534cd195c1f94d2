package dev.opsdk.simulator.oms;

/** What the simulated duration of a mutation means to the request that asks for it. */
public enum MutationTiming {
    /** Mutations take no time: done when answered. For tests about something else. */
    NO_TIME,
    /**
     * As the real one: the answer comes, and the state changes, when the clock has moved by the duration. A test with
     * a manual clock sends the request on another thread, calls {@link OmsSimulator#awaitMutations} and advances.
     */
    BLOCKS,
    /**
     * The request itself moves the manual clock by the duration and is then answered, so that a single thread sees
     * the time it costs. With a running clock the same as {@link #BLOCKS}.
     */
    ADVANCES_CLOCK,
    /** The answer comes at once, the state changes when the clock has moved by the duration; it may still fail then. */
    LATER
}
