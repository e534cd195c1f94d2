package dev.opsdk.simulator.openmldb;

import dev.opsdk.simulator.Faults;

/** A nameserver of the cluster. */
public final class SimNameServer {

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
     * Where it is reached.
     *
     * @return {@code host:port}
     */
    public String address() {
        return server.address;
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
    public void kill() {
        node.kill();
        synchronized (world) {
            life.kill(server);
        }
        changed.run();
    }

    /** Starts the process again, behind all others in the queue for leadership. */
    public void restart() {
        synchronized (world) {
            life.restart(server);
        }
        node.restart();
        changed.run();
    }

    /** Keeps requests without an answer, while the rest of its work goes on. */
    public void hang() {
        node.gate().shut(true);
    }

    /** Ends {@link #hang()}. */
    public void release() {
        node.gate().shut(false);
    }

    /**
     * What goes wrong on the way to it.
     *
     * @return the plan
     */
    public Faults faults() {
        return node.faults();
    }

    @Override
    public String toString() {
        return "nameserver " + server.endpoint;
    }
}
