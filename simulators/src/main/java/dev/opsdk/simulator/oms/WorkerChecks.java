package dev.opsdk.simulator.oms;

import java.util.List;

/** What is looked at before a writer or connector starts. */
final class WorkerChecks {

    private WorkerChecks() {}

    static void canRead(World world, WorkerRow worker, long from) throws Refusal {
        if (world.covering(worker.subTopic, from).isPresent()) {
            return;
        }
        List<StoreRow> stores = world.storesOf(worker.subTopic);
        if (stores.stream().allMatch(store -> store.state == ComponentState.DEAD)) {
            throw CmErrors.noActiveStore(worker.subTopic);
        }
        throw CmErrors.noStore(worker.subTopic, from);
    }

    static void run(World world, WorkerRow worker) {
        worker.state = ComponentState.RUNNING;
        worker.modified = world.cmNow();
        WorkerLife.sample(world, worker);
    }

    static void stop(World world, WorkerRow worker) {
        worker.state = ComponentState.STOPPED;
        worker.modified = world.cmNow();
    }

    /**
     * Gives the old name up. Whatever process it has is left alone: nobody asked it to stop, and whoever forces a
     * migration says that it need not be.
     */
    static <R extends WorkerRow> void retire(World world, R old, R next) {
        old.zombie = old.state == ComponentState.RUNNING && world.isUp(old.ip());
        old.state = ComponentState.GONE;
        old.retired = true;
        old.successor = next.name;
    }
}
