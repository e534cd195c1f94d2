package dev.opsdk.simulator.ccr;

import dev.opsdk.simulator.SimClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happens by itself as time goes: job steps, heartbeats and takeovers, jobs loaded and deletions noticed. */
final class Engine implements SimClock.Timeline {

    private final World world;
    private final JobStep step;

    Engine(World world) {
        this.world = world;
        this.step = new JobStep(world);
    }

    @Override
    public @Nullable Instant nextDue() {
        synchronized (world) {
            Stream<Instant> deletions = world.stopping.stream().map(World.Stopping::until);
            Stream<Instant> ofNodes = living().stream().flatMap(Engine::plans);
            return Stream.concat(deletions, ofNodes)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    private static Stream<Instant> plans(NodeMemory node) {
        Stream<Instant> steps =
                node.jobs.values().stream().filter(job -> !job.hanging).map(job -> job.nextStep);
        return Stream.concat(Stream.of(node.nextBeat), Stream.concat(node.loading.values().stream(), steps));
    }

    @Override
    public void runDue(Instant now) {
        synchronized (world) {
            finishDeletions(now);
            for (NodeMemory node : living()) {
                if (!node.nextBeat.isAfter(now)) {
                    node.lastStamp = now;
                    node.nextBeat = now.plus(CcrSettings.HEARTBEAT);
                    takeOver(node, now);
                }
                load(node, now);
                for (LiveJob job : List.copyOf(node.jobs.values())) {
                    if (!job.hanging && !job.nextStep.isAfter(now)) {
                        step(job, now);
                    }
                }
            }
        }
    }

    /** Lets a hanging step come to its end. */
    void release(LiveJob job) {
        synchronized (world) {
            job.hangNext = false;
            if (job.hanging) {
                job.hanging = false;
                job.nextStep = world.now().plus(CcrSettings.STEP);
                step.run(job, world.now());
                job.mutex.release();
            }
        }
    }

    private void step(LiveJob job, Instant now) {
        job.nextStep = now.plus(CcrSettings.STEP);
        if (job.hangNext && !job.row.paused && job.mutex.tryAcquire()) {
            job.hangNext = false;
            job.hanging = true;
            step.begin(job);
            return;
        }
        step.run(job, now);
    }

    private void finishDeletions(Instant now) {
        for (World.Stopping gone : List.copyOf(world.stopping)) {
            if (gone.until().isAfter(now)) {
                continue;
            }
            world.stopping.remove(gone);
            if (world.settings.generation.before(CcrGeneration.G6)) {
                // the old worker deletes by name, and does not look whose rows these are by now
                world.rows.remove(gone.name());
            }
        }
    }

    private void takeOver(NodeMemory by, Instant now) {
        for (NodeMemory other : world.nodes) {
            boolean silent = other.lastStamp.plus(CcrSettings.DEAD_AFTER).isBefore(now);
            if (other != by && silent) {
                for (JobRow row : world.rows.values()) {
                    if (row.owner == other.index) {
                        row.owner = by.index;
                        by.loading.put(row.name, now.plus(world.settings.loading));
                    }
                }
            }
        }
    }

    private void load(NodeMemory node, Instant now) {
        for (String name : new ArrayList<>(node.loading.keySet())) {
            Instant at = node.loading.getOrDefault(name, now);
            if (at.isAfter(now)) {
                continue;
            }
            node.loading.remove(name);
            world.row(name)
                    .filter(row -> row.owner == node.index)
                    .ifPresent(row -> node.jobs.put(name, new LiveJob(row, now.plus(CcrSettings.STEP))));
        }
    }

    private List<NodeMemory> living() {
        return world.nodes.stream().filter(node -> node.alive).toList();
    }
}
