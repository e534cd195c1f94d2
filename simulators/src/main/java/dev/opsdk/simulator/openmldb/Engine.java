package dev.opsdk.simulator.openmldb;

import dev.opsdk.simulator.SimClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lets the world go on as the clock moves. */
final class Engine implements SimClock.Timeline {

    private final World world;
    private final Runnable afterwards;

    Engine(World world, Runnable afterwards) {
        this.world = world;
        this.afterwards = afterwards;
    }

    @Override
    public @Nullable Instant nextDue() {
        synchronized (world) {
            return world.agenda.next();
        }
    }

    @Override
    public void runDue(Instant now) {
        synchronized (world) {
            world.agenda.runDue(now);
        }
        afterwards.run();
    }
}
