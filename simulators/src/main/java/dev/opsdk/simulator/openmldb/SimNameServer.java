package dev.opsdk.simulator.openmldb;

import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.Faults;
import dev.opsdk.simulator.SimNode;
import java.util.List;

/** A nameserver of the cluster. */
public final class SimNameServer extends SimNode {

    private final World world;
    private final Life life;
    private final NameServerNode server;
    private final Node node;
    private final Runnable changed;

    SimNameServer(World world, Life life, NameServerNode server, Node node, Runnable changed) {
        this.world = world;
        this.life = life;
        this.server = server;
        this.node = node;
        this.changed = changed;
    }

    /**
     * What the cluster calls it: its address, or its name when servers have names.
     *
     * @return as it stands in ZooKeeper
     */
    public String endpoint() {
        return server.endpoint;
    }

    /**
     * Where it is reached, in the cluster's words.
     *
     * @return {@code host:port}
     */
    public String address() {
        return server.address;
    }

    @Override
    public String url() {
        return "http://" + address();
    }

    @Override
    public boolean isUp() {
        synchronized (world) {
            return server.up;
        }
    }

    /**
     * Whether it leads and has taken over.
     *
     * @return true for at most one
     */
    public boolean isLeader() {
        synchronized (world) {
            return world.leads(server);
        }
    }

    /** Kills the process; if it led, the next one takes over. */
    @Override
    public void kill() {
        node.kill();
        synchronized (world) {
            life.kill(server);
        }
        changed.run();
    }

    /** Starts the process again, behind all others in the queue for leadership. */
    @Override
    public boolean restart() {
        synchronized (world) {
            life.restart(server);
        }
        node.restart();
        changed.run();
        return true;
    }

    /** Keeps requests without an answer, while the rest of its work goes on. */
    public void hang() {
        node.gate().shut(true);
    }

    /** Ends {@link #hang()}. */
    public void release() {
        node.gate().shut(false);
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
        return "nameserver " + server.endpoint;
    }
}
