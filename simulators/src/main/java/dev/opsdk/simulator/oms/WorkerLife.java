package dev.opsdk.simulator.oms;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How writers and connectors read, die and rise again. */
final class WorkerLife {

    private WorkerLife() {}

    static void tick(World world, WorkerRow worker, Instant now) {
        if (!worker.writes() || !world.isUp(worker.ip())) {
            return;
        }
        read(world, worker);
        boolean collected = world.metaDb == MetaDb.FINE && worker.isKnown();
        long cmSecond = now.plus(world.skew).getEpochSecond();
        if (collected && cmSecond - worker.sampledAt >= OmsSettings.REPORT_SECONDS) {
            sample(world, worker);
        }
    }

    /** CM learns where it is. */
    static void sample(World world, WorkerRow worker) {
        worker.sampledAt = world.cmNow().getEpochSecond();
        worker.sampledPosition = worker.position;
    }

    private static void read(World world, WorkerRow worker) {
        List<StoreRow> running = world.storesOf(worker.subTopic).stream()
                .filter(store -> store.state == ComponentState.RUNNING)
                .toList();
        if (running.isEmpty()) {
            return;
        }
        Optional<StoreRow> store = running.stream()
                .filter(candidate -> candidate.covers(worker.position))
                .findFirst();
        if (store.isPresent()) {
            long reached = Math.min(store.get().end, worker.position + worker.speed);
            OmsSource source = world.source(worker.subTopic);
            worker.rowsWritten += source.recordsAt(reached) - source.recordsAt(worker.position);
            worker.position = reached;
        } else if (running.stream().allMatch(candidate -> worker.position < candidate.begin)) {
            die(worker);
        }
    }

    static void die(WorkerRow worker) {
        worker.zombie = false;
        worker.aliveOnLostHost = false;
        if (worker.isKnown()) {
            worker.state = ComponentState.DEAD;
        }
    }

    static void hostDown(World world, String ip) {
        world.workers().filter(worker -> worker.ip().equals(ip)).forEach(worker -> {
            boolean alive = worker.writes();
            if (alive) {
                die(worker);
                worker.aliveOnLostHost = true;
            }
        });
    }

    /** Some Supervisors end what nobody wants any more. */
    private static void killOrphanInTime(World world, WorkerRow worker) {
        Duration left = world.settings.orphansLive;
        if (left != null) {
            world.agenda.plan(world.now().plus(left), () -> worker.zombie = false);
        }
    }

    /** The processes on it were never told to end. */
    static void hostBack(World world, String ip) {
        world.workers()
                .filter(worker -> worker.ip().equals(ip) && worker.aliveOnLostHost)
                .forEach(worker -> {
                    worker.aliveOnLostHost = false;
                    if (worker.isKnown()) {
                        worker.state = ComponentState.RUNNING;
                    } else {
                        worker.zombie = true;
                        killOrphanInTime(world, worker);
                    }
                });
    }
}
