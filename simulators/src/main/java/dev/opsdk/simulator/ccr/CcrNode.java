package dev.opsdk.simulator.ccr;

import dev.opsdk.simulator.Faults;
import dev.opsdk.simulator.SimNode;
import dev.opsdk.simulator.SimServer;
import java.util.Optional;

/** One syncer process of the cluster: its address, its life and death, and the faults on the way to it. */
public final class CcrNode extends SimNode {

    private final World world;
    private final Engine engine;
    private final NodeMemory memory;
    private final SimServer server;

    CcrNode(World world, Engine engine, NodeMemory memory, SimServer server) {
        this.world = world;
        this.engine = engine;
        this.memory = memory;
        this.server = server;
    }

    @Override
    public String url() {
        return server.url();
    }

    /**
     * The {@code host:port} other nodes redirect to, which need not be reachable.
     *
     * @return its {@code -host:-port}
     */
    public String advertisedAddress() {
        return server.advertisedAddress();
    }

    @Override
    public boolean isUp() {
        return server.isUp();
    }

    /** Kills the process: connections are cut and refused, memory is lost, its jobs wait to be taken over. */
    @Override
    public void kill() {
        synchronized (world) {
            memory.alive = false;
            memory.jobs.clear();
            memory.loading.clear();
            memory.metricNames.clear();
        }
        server.kill();
    }

    /** Starts the process again on the same port; for some seconds it does not know the jobs that are its own. */
    @Override
    public boolean restart() {
        synchronized (world) {
            if (memory.alive) {
                return true;
            }
            memory.alive = true;
            memory.lastStamp = world.now();
            memory.nextBeat = world.now().plus(CcrSettings.HEARTBEAT);
            world.rows.values().stream()
                    .filter(row -> row.owner == memory.index)
                    .forEach(row -> memory.loading.put(row.name, world.now().plus(world.settings.loading)));
        }
        server.restart();
        return true;
    }

    /**
     * Lets the next step of a job hang, as on a query that does not come back. It holds the job's lock then.
     *
     * @param job a job this node runs
     */
    public void hangNextStep(String job) {
        synchronized (world) {
            live(job).hangNext = true;
        }
    }

    /**
     * Lets a hanging step end, and what waits for it go on. Nothing happens when the job is gone meanwhile.
     *
     * @param job a job
     */
    public void releaseStep(String job) {
        synchronized (world) {
            memory.find(job).ifPresent(engine::release);
        }
    }

    /**
     * How many calls wait here: for a hanging step, for hanging SQL, or behind a call that does.
     *
     * @return their number at this moment
     */
    public int waitingCalls() {
        synchronized (world) {
            int forJobs = memory.jobs.values().stream()
                    .mapToInt(job -> job.mutex.getQueueLength())
                    .sum();
            return memory.manager.getQueueLength() + forJobs + memory.waitingForSql.get();
        }
    }

    @Override
    protected Faults faults() {
        return server.faults();
    }

    @Override
    public String toString() {
        return "syncer " + url();
    }

    void close() {
        synchronized (world) {
            memory.alive = false;
        }
        server.close();
    }

    private LiveJob live(String job) {
        synchronized (world) {
            Optional<LiveJob> found = memory.find(job);
            return found.orElseThrow(
                    () -> new IllegalArgumentException("node " + memory.index + " runs no job " + job));
        }
    }
}
