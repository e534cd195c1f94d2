package dev.opsdk.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Where a client takes its time from. Everything that waits sleeps here, so a test can wait for an hour in no time. */
public interface TimeSource {
    /**
     * The wall clock.
     *
     * @return now
     */
    Instant now();

    /**
     * A clock that never jumps, for measuring.
     *
     * @return nanoseconds since some fixed point
     */
    long nanos();

    /**
     * Waits.
     *
     * @param duration how long; zero or less returns at once
     * @throws InterruptedException as soon as the thread is interrupted
     */
    void sleep(Duration duration) throws InterruptedException;

    /**
     * The machine's own time.
     *
     * @return the system's clocks
     */
    static TimeSource system() {
        return of(Clock.systemUTC());
    }

    /**
     * The machine's own time with another wall clock.
     *
     * @param clock says what time it is; waiting still takes real time
     * @return a time source
     */
    static TimeSource of(Clock clock) {
        return new TimeSource() {
            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                if (duration.isNegative() || duration.isZero()) {
                    return;
                }
                Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
            }
        };
    }
}
