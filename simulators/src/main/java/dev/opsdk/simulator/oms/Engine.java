package dev.opsdk.simulator.oms;

import dev.opsdk.simulator.SimClock;
import java.time.Instant;
import java.util.List;

/** What happens by itself as time goes: each second everything that runs moves on. */
final class Engine implements SimClock.Timeline {

    private final World world;
    private final HighAvailability ha;
    private Instant nextTick;

    Engine(World world) {
        this.world = world;
        this.ha = new HighAvailability(world);
        this.nextTick = world.now().plusSeconds(1);
    }

    @Override
    public Instant nextDue() {
        synchronized (world) {
            return world.agenda.next().filter(at -> at.isBefore(nextTick)).orElse(nextTick);
        }
    }

    @Override
    public void runDue(Instant now) {
        synchronized (world) {
            world.agenda.runDue(now);
            while (!nextTick.isAfter(now)) {
                tick(nextTick);
                nextTick = nextTick.plusSeconds(1);
            }
        }
    }

    /** Upstream first, so that what a source says in a second can reach its writer in the same second. */
    private void tick(Instant now) {
        for (StoreRow store : List.copyOf(world.stores.values())) {
            StoreLife.tick(world, store, now);
        }
        world.workers().toList().forEach(worker -> WorkerLife.tick(world, worker, now));
        world.checkers.values().forEach(CheckerRow::tick);
        ha.tick(now);
    }
}
