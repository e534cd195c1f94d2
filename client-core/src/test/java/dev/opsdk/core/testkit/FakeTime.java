package dev.opsdk.core.testkit;

import dev.opsdk.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Time that passes only when somebody sleeps, or the test says so. Thread-safe. An interrupted thread does not sleep, as in life.
 */
public final class FakeTime implements TimeSource {
    private final List<Duration> sleeps = new ArrayList<>();
    private Instant now;
    /** From anywhere, as in life. */
    private long nanos = Duration.ofHours(7).toNanos();

    private int interruptAt;
    private Runnable whileAsleep = () -> {};

    private FakeTime(Instant start) {
        this.now = start;
    }

    /** Time that begins at noon of a certain day. */
    public static FakeTime start() {
        return startingAt(Instant.parse("2026-03-01T12:00:00Z"));
    }

    /** Time that begins then. */
    public static FakeTime startingAt(Instant start) {
        return new FakeTime(start);
    }

    /**
     * Lets a sleep be interrupted.
     *
     * @param sleep which one, from 1
     * @return this
     */
    public synchronized FakeTime interruptAt(int sleep) {
        interruptAt = sleep;
        return this;
    }

    /**
     * Lets something happen during each sleep, such as the server's state moving on.
     *
     * @param event runs on the sleeping thread, after the time has passed
     * @return this
     */
    public synchronized FakeTime whileAsleep(Runnable event) {
        whileAsleep = event;
        return this;
    }

    /** Lets time pass without anybody sleeping. */
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
        nanos += duration.toNanos();
    }

    /** How long was slept, sleep by sleep. */
    public synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }

    /** How long was slept in all. */
    public synchronized Duration slept() {
        return sleeps.stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Runnable event;
        synchronized (this) {
            sleeps.add(duration);
            if (sleeps.size() == interruptAt) {
                throw new InterruptedException();
            }
            if (!duration.isNegative()) {
                advance(duration);
            }
            event = whileAsleep;
        }
        event.run();
    }
}
