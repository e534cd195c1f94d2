package dev.opsdk.simulator.oms;

/** A machine that components run on. An unknown one is known as soon as something happens to it. */
public final class OmsHost {

    private final World world;
    private final String ip;

    OmsHost(World world, String ip) {
        this.world = world;
        this.ip = ip;
    }

    /**
     * Its address.
     *
     * @return an IPv4 address
     */
    public String ip() {
        return ip;
    }

    /**
     * Whether the cluster manager knows it.
     *
     * @return whether it exists
     */
    public boolean exists() {
        synchronized (world) {
            return world.hosts.containsKey(ip);
        }
    }

    /**
     * Whether it is up.
     *
     * @return false when it is down or unknown
     */
    public boolean isUp() {
        synchronized (world) {
            return world.isUp(ip);
        }
    }

    /** Cuts it off: for the cluster manager its writers and connectors are dead, and so are its stores. */
    public void goesDown() {
        synchronized (world) {
            row().up = false;
            row().downSince = world.now();
            WorkerLife.hostDown(world, ip);
            world.stores.values().stream()
                    .filter(store -> store.ip.equals(ip) && store.state == ComponentState.RUNNING)
                    .forEach(store -> store.state = ComponentState.DEAD);
        }
    }

    /**
     * Brings it back with the writers and connectors that were alive on it: nobody told them to end. Those that were
     * migrated meanwhile are zombies, which write next to their successors and which the cluster manager no longer
     * knows. Stores stay dead.
     */
    public void returns() {
        synchronized (world) {
            row().up = true;
            row().downSince = null;
            WorkerLife.hostBack(world, ip);
        }
    }

    /**
     * Sets whether it is over its thresholds. The scheduler passes it by then; a migration that names it does not
     * care.
     *
     * @param isFull no unless said otherwise
     */
    public void full(boolean isFull) {
        synchronized (world) {
            row().full = isFull;
        }
    }

    private HostRow row() {
        return world.hosts.computeIfAbsent(ip, HostRow::new);
    }
}
