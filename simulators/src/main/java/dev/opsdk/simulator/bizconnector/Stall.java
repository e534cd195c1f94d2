package dev.opsdk.simulator.bizconnector;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The Backbone does not answer yet. Thrown before anything has changed, so that the call can be made again. */
final class Stall extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient CountDownLatch end;
    private final Duration atMost;

    Stall(CountDownLatch end, Duration atMost) {
        super("the Backbone does not answer", null, false, false);
        this.end = end;
        this.atMost = atMost;
    }

    /** Whether it was waited for all of the time, and not released earlier. */
    boolean await() throws InterruptedException {
        return !end.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    Duration atMost() {
        return atMost;
    }
}
