package dev.opsdk.ccr;

import dev.opsdk.core.TimeSource;
import dev.opsdk.simulator.SimClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The simulator's time as a client's time: whoever sleeps lets the simulated world go on, and nobody really waits. */
public final class SimTime implements TimeSource {
    private final SimClock clock;
    private final Instant start;
    private final List<Duration> sleeps = new ArrayList<>();
    private int interruptAt;
    private Runnable whileAsleep = () -> {};

    private SimTime(SimClock clock) {
        this.clock = clock;
        this.start = clock.now();
    }

    /** The time of a manual clock. */
    public static SimTime of(SimClock clock) {
        return new SimTime(clock);
    }

    /** Lets a sleep be interrupted; the first is 1. */
    public synchronized SimTime interruptAt(int sleep) {
        interruptAt = sleep;
        return this;
    }

    /** Lets something happen during each sleep, after its time has passed, on the sleeping thread. */
    public synchronized SimTime whileAsleep(Runnable event) {
        whileAsleep = event;
        return this;
    }

    /** How often was slept so far. */
    public synchronized int sleeps() {
        return sleeps.size();
    }

    /** How long was slept in all. */
    public synchronized Duration slept() {
        return sleeps.stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public long nanos() {
        return Duration.between(start, clock.now()).toNanos();
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
            event = whileAsleep;
        }
        if (!duration.isNegative()) {
            clock.advance(duration);
        }
        event.run();
    }
}
