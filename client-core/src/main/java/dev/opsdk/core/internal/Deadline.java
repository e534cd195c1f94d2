package dev.opsdk.core.internal;

import dev.opsdk.core.TimeSource;
import java.time.Duration;

/** A point in time that covers attempts and the pauses between them. */
public final class Deadline {
    private final TimeSource time;
    private final Duration total;
    private final long start;

    private Deadline(TimeSource time, Duration total) {
        this.time = time;
        this.total = total;
        this.start = time.nanos();
    }

    /**
     * Starts counting.
     *
     * @param time the clock
     * @param total how long from now
     * @return the deadline
     */
    public static Deadline in(TimeSource time, Duration total) {
        return new Deadline(time, total);
    }

    /**
     * What is left.
     *
     * @return zero or less when it is over
     */
    public Duration remaining() {
        return total.minusNanos(time.nanos() - start);
    }

    /**
     * Whether nothing is left.
     *
     * @return true if it is over
     */
    public boolean over() {
        return remaining().compareTo(Duration.ZERO) <= 0;
    }

    Duration total() {
        return total;
    }
}
