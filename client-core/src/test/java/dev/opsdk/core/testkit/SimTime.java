package dev.opsdk.core.testkit;

import dev.opsdk.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A simulator's time as a client's time: whoever sleeps lets the simulated world go on, and nobody really waits. */
public final class SimTime implements TimeSource {
    private final Supplier<Instant> clock;
    private final Consumer<Duration> advance;
    private final Instant start;
    private final List<Duration> sleeps = new ArrayList<>();
    private int interruptAt;
    private Runnable whileAsleep = () -> {};

    private SimTime(Supplier<Instant> clock, Consumer<Duration> advance) {
        this.clock = clock;
        this.advance = advance;
        this.start = clock.get().minus(Duration.ofHours(7)); // nanos begin anywhere, as in life
    }

    /** The time of a clock that can be read and moved. */
    public static SimTime of(Supplier<Instant> clock, Consumer<Duration> advance) {
        return new SimTime(clock, advance);
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
        return clock.get();
    }

    @Override
    public long nanos() {
        return Duration.between(start, clock.get()).toNanos();
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
            advance.accept(duration);
        }
        event.run();
    }
}
