package dev.opsdk.oms.procedure;

import java.time.Duration;

/**
 * How a store is restarted.
 *
 * @param force restart it although it is healthy
 * @param despiteUntrustworthy act although the cluster manager's own observation cannot be believed
 * @param stabilise how long it must live and advance before it counts as restarted
 */
public record RestartStoreOptions(boolean force, boolean despiteUntrustworthy, Duration stabilise) {
    /** Only if it is not healthy, only if it can be believed; 150 s, since deaths 43 s and 129 s after a restore were observed. */
    public static final RestartStoreOptions DEFAULT = new RestartStoreOptions(false, false, Duration.ofSeconds(150));

    /** Refuses a window that is none. */
    public RestartStoreOptions {
        if (stabilise.isNegative() || stabilise.isZero()) {
            throw new IllegalArgumentException("stabilise is " + stabilise + "; it must be longer than zero");
        }
    }

    /**
     * Also when it is healthy.
     *
     * @return a copy
     */
    public RestartStoreOptions forced() {
        return new RestartStoreOptions(true, despiteUntrustworthy, stabilise);
    }

    /**
     * Also when what is shown of it cannot be believed. Whether it worked can then not be told either.
     *
     * @return a copy
     */
    public RestartStoreOptions despiteUntrustworthyObservation() {
        return new RestartStoreOptions(force, true, stabilise);
    }

    /**
     * With another window.
     *
     * @param window how long it must live and advance
     * @return a copy
     */
    public RestartStoreOptions stabilising(Duration window) {
        return new RestartStoreOptions(force, despiteUntrustworthy, window);
    }
}
