package dev.opsdk.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

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

    /**
     * A time that somebody else keeps, such as a simulator's: to wait is to move it.
     *
     * @param now reads it
     * @param advance moves it
     * @return a time source in which waiting takes no time
     */
    static TimeSource simulated(Supplier<Instant> now, Consumer<Duration> advance) {
        Instant start = now.get();
        return new TimeSource() {
            @Override
            public Instant now() {
                return now.get();
            }

            @Override
            public long nanos() {
                return Duration.between(start, now.get()).toNanos();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (!duration.isNegative() && !duration.isZero()) {
                    advance.accept(duration);
                }
            }
        };
    }
}
