package dev.opsdk.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time a simulator lives in. A manual clock stands still until {@link #advance} moves it, so that a test decides
 * what has happened and never sleeps; a running clock follows real time, faster if asked, for demonstrations.
 *
 * <p>Several simulators may share one clock; what is due is run in the order of time. Thread-safe.
 */
public final class SimClock {

    /** Something that happens as the clock moves. */
    public interface Timeline {

        /**
         * When the next event is due.
         *
         * @return the instant, or null when nothing is planned
         */
        @Nullable
        Instant nextDue();

        /**
         * Runs what is due. Afterwards {@link #nextDue()} must lie later than {@code now}.
         *
         * @param now the time of the clock
         */
        void runDue(Instant now);
    }

    private static final Instant MANUAL_START = Instant.parse("2026-01-15T08:00:00Z");
    private static final Duration TICK = Duration.ofMillis(20);

    private final Object moving = new Object();
    private final List<Timeline> timelines = new ArrayList<>();
    private final double speed;
    private volatile Instant now;
    private @Nullable Thread ticker;

    private SimClock(Instant start, double speed) {
        this.now = start;
        this.speed = speed;
    }

    /**
     * A clock that stands still until it is advanced.
     *
     * @return the clock, always starting at the same instant
     */
    public static SimClock manual() {
        return new SimClock(MANUAL_START, 0);
    }

    /**
     * A clock that stands still until it is advanced.
     *
     * @param start its first instant
     * @return the clock
     */
    public static SimClock manual(Instant start) {
        return new SimClock(start, 0);
    }

    /**
     * A clock that follows real time.
     *
     * @return the clock
     */
    public static SimClock running() {
        return running(1);
    }

    /**
     * A clock that follows real time, faster or slower.
     *
     * @param speed simulated seconds per real second, above zero
     * @return the clock
     */
    public static SimClock running(double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed must be above zero: " + speed);
        }
        return new SimClock(Instant.now(), speed);
    }

    /**
     * The simulated time.
     *
     * @return the instant
     */
    public Instant now() {
        return now;
    }

    /**
     * Whether it stands still until it is advanced.
     *
     * @return false when it moves by itself
     */
    public boolean isManual() {
        return speed == 0;
    }

    /**
     * Moves a manual clock; everything that falls due on the way has happened when this returns.
     *
     * @param by how far
     */
    public void advance(Duration by) {
        if (speed > 0) {
            throw new IllegalStateException("a running clock moves by itself");
        }
        move(by);
    }

    /**
     * Lets a timeline take part.
     *
     * @param timeline what happens with time
     */
    public void add(Timeline timeline) {
        synchronized (moving) {
            timelines.add(timeline);
            if (speed > 0 && ticker == null) {
                Thread started = new Thread(this::tick, "sim-clock");
                started.setDaemon(true);
                ticker = started;
                started.start();
            }
        }
    }

    /**
     * Takes a timeline out; when this returns nothing of it runs any more.
     *
     * @param timeline what was added
     */
    public void remove(Timeline timeline) {
        synchronized (moving) {
            timelines.remove(timeline);
            if (timelines.isEmpty() && ticker != null) {
                ticker.interrupt();
                ticker = null;
            }
        }
    }

    @Override
    public String toString() {
        return now + (isManual() ? " (standing still)" : " (running at " + speed + ")");
    }

    private void move(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + by);
        }
        synchronized (moving) {
            Instant end = now.plus(by);
            Timeline next = firstDueBy(end);
            while (next != null) {
                Instant due = next.nextDue();
                if (due != null && due.isAfter(now)) {
                    now = due;
                }
                next.runDue(now);
                next = firstDueBy(end);
            }
            now = end;
        }
    }

    private @Nullable Timeline firstDueBy(Instant end) {
        Timeline first = null;
        Instant earliest = null;
        for (Timeline timeline : timelines) {
            Instant due = timeline.nextDue();
            if (due != null && !due.isAfter(end) && (earliest == null || due.isBefore(earliest))) {
                first = timeline;
                earliest = due;
            }
        }
        return first;
    }

    private void tick() {
        long last = System.nanoTime();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(TICK.toMillis());
            } catch (InterruptedException e) {
                return;
            }
            long read = System.nanoTime();
            move(Duration.ofNanos((long) ((read - last) * speed)));
            last = read;
        }
    }
}
