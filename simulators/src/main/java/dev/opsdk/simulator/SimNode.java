package dev.opsdk.simulator;

import java.util.List;

/** A server of a simulator: where it is, its life and death, and what goes wrong on the way to it. */
public abstract class SimNode {

    /** For the simulators. */
    protected SimNode() {}

    /**
     * Where it can be reached.
     *
     * @return {@code http://127.0.0.1:port}, the same after a restart
     */
    public abstract String url();

    /**
     * Whether the process runs.
     *
     * @return false after {@link #kill()}
     */
    public abstract boolean isUp();

    /** Ends the process: connections are reset, and new ones refused, until {@link #restart}. */
    public abstract void kill();

    /**
     * Starts the process again, on the same port.
     *
     * @return whether it is up
     */
    public abstract boolean restart();

    /**
     * What goes wrong on the way to it.
     *
     * @return the plan
     */
    protected abstract Faults faults();

    /**
     * Plans a fault behind those already planned.
     *
     * @param fault what goes wrong, where and how often
     * @return this
     * @throws IllegalArgumentException when it is for a path that is not served here
     */
    public SimNode fail(Fault fault) {
        faults().add(fault);
        return this;
    }

    /**
     * The faults that still wait for a request.
     *
     * @return in their order; what was planned several times and struck once is still there
     */
    public List<Fault> pendingFaults() {
        return faults().pending();
    }

    /** Lets every request go on that a fault holds. */
    public void releaseFaults() {
        faults().release();
    }

    /** Forgets all faults and releases what they hold. */
    public void clearFaults() {
        faults().clear();
    }
}
