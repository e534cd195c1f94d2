package dev.opsdk.simulator.oms;

import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The truth about a writer or connector, and what can be made to go wrong with it. Looks anew at each call. */
public abstract sealed class OmsWorker permits OmsWriter, OmsConnector {

    final World world;
    private final String name;

    OmsWorker(World world, String name) {
        this.world = world;
        this.name = name;
    }

    /** The row of that name, also of one that is gone. */
    abstract Optional<? extends WorkerRow> found();

    /**
     * Its name.
     *
     * @return {@code ip-9000:task:seq}
     */
    public String name() {
        return name;
    }

    /**
     * Whether the cluster manager knows it.
     *
     * @return false after it was deleted or migrated, also when a zombie of it is left
     */
    public boolean exists() {
        return state() != ComponentState.GONE;
    }

    /**
     * What it does, as far as the cluster manager is concerned.
     *
     * @return the state
     */
    public ComponentState state() {
        synchronized (world) {
            return found().map(row -> row.state).orElse(ComponentState.GONE);
        }
    }

    /**
     * Whether it runs.
     *
     * @return whether its state is {@link ComponentState#RUNNING}
     */
    public boolean isRunning() {
        return state() == ComponentState.RUNNING;
    }

    /**
     * Whether a process of this name writes although the cluster manager has given the name up.
     *
     * @return whether it is a zombie
     */
    public boolean isZombie() {
        synchronized (world) {
            return found().map(row -> row.zombie).orElse(false);
        }
    }

    /**
     * What it reads.
     *
     * @return the subtopic
     */
    public String subTopic() {
        synchronized (world) {
            return row().subTopic;
        }
    }

    /**
     * The host it is on.
     *
     * @return an IPv4 address
     */
    public String ip() {
        synchronized (world) {
            return row().ip();
        }
    }

    /**
     * Up to where it has written.
     *
     * @return whole seconds
     */
    public Instant position() {
        synchronized (world) {
            return Instant.ofEpochSecond(row().position);
        }
    }

    /**
     * How many records it has written, as a zombie or not.
     *
     * @return a count
     */
    public long recordsWritten() {
        synchronized (world) {
            return row().rowsWritten;
        }
    }

    /**
     * The name it was migrated to.
     *
     * @return a name, empty when it was not migrated
     */
    public Optional<String> successor() {
        synchronized (world) {
            return Optional.ofNullable(row().successor);
        }
    }

    /** Ends its process, wanted or zombie. */
    public void dies() {
        synchronized (world) {
            WorkerLife.die(row());
        }
    }

    void position(Instant to) {
        synchronized (world) {
            row().position = to.getEpochSecond();
            WorkerLife.sample(world, row());
        }
    }

    void speed(long factor) {
        synchronized (world) {
            row().speed = factor;
        }
    }

    void failNextStarts(int times) {
        synchronized (world) {
            row().startsToFail = times;
        }
    }

    WorkerRow row() {
        Optional<? extends WorkerRow> row = found();
        if (row.isEmpty()) {
            throw new NoSuchElementException("no " + name);
        }
        return row.get();
    }

    @Override
    public String toString() {
        return name + " " + state() + (isZombie() ? " (zombie)" : "");
    }
}
