package dev.opsdk.simulator.openmldb;

import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.Faults;
import dev.opsdk.simulator.SimNode;
import java.time.Duration;
import java.util.List;

/** A tablet of the cluster: its life and death, and what goes wrong with it. */
public final class SimTablet extends SimNode {

    private final World world;
    private final Life life;
    private final TabletNode tablet;
    private final Node node;
    private final Runnable changed;

    SimTablet(World world, Life life, TabletNode tablet, Node node, Runnable changed) {
        this.world = world;
        this.life = life;
        this.tablet = tablet;
        this.node = node;
        this.changed = changed;
    }

    /**
     * What the cluster calls it: its address, or its name when servers have names.
     *
     * @return for metadata and requests
     */
    public String endpoint() {
        return tablet.endpoint;
    }

    /**
     * Where it is reached, in the cluster's words.
     *
     * @return {@code host:port}
     */
    public String address() {
        return tablet.address;
    }

    @Override
    public String url() {
        return "http://" + address();
    }

    @Override
    public boolean isUp() {
        synchronized (world) {
            return tablet.up;
        }
    }

    /** Kills the process. Its memory is lost, its disk stays; the nameserver shows it as offline at once. */
    @Override
    public void kill() {
        node.kill();
        synchronized (world) {
            life.kill(tablet);
        }
        changed.run();
    }

    /** Starts the process again, with nothing in memory until somebody loads or recovers it. */
    @Override
    public boolean restart() {
        synchronized (world) {
            life.restart(tablet);
        }
        node.restart();
        changed.run();
        return true;
    }

    /** Loses all that is on disk. What a running process has in memory it keeps until it ends. */
    public void wipeDisk() {
        synchronized (world) {
            tablet.disk.clear();
        }
    }

    /** Lets the next load of a table fail, which takes the table off the tablet. */
    public void failNextLoad() {
        synchronized (world) {
            tablet.loadsToFail++;
        }
    }

    /** Stops answering, also to the nameserver: tasks on it, and with them their operations, do not end. */
    public void hang() {
        synchronized (world) {
            tablet.hung = true;
        }
        node.gate().shut(true);
    }

    /** Ends {@link #hang()}; what was asked meanwhile is answered now. */
    public void release() {
        synchronized (world) {
            tablet.hung = false;
        }
        node.gate().shut(false);
    }

    /**
     * Answers late over sockets. Exchanges within the process are not delayed.
     *
     * @param delay real time
     */
    public void slow(Duration delay) {
        node.gate().slow(delay);
    }

    @Override
    public List<Fault> pendingFaults() {
        return node.pendingFaults();
    }

    @Override
    protected Faults faults() {
        return node.faults();
    }

    @Override
    public String toString() {
        return "tablet " + tablet.endpoint;
    }
}
