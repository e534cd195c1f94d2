package dev.opsdk.simulator.oms;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The truth about a store, and what can be made to go wrong with it. Looks anew at each call. */
public final class OmsStore {

    private final World world;
    private final String name;

    OmsStore(World world, String name) {
        this.world = world;
        this.name = name;
    }

    /**
     * Its name.
     *
     * @return {@code ip-7100:subtopic:seq}
     */
    public String name() {
        return name;
    }

    /**
     * Whether there is such a store.
     *
     * @return false after destroy
     */
    public boolean exists() {
        return state() != ComponentState.GONE;
    }

    /**
     * What it really does.
     *
     * @return the state
     */
    public ComponentState state() {
        synchronized (world) {
            StoreRow row = world.stores.get(name);
            return row == null ? ComponentState.GONE : row.state;
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
     * What it stores.
     *
     * @return the subtopic
     */
    public String subTopic() {
        synchronized (world) {
            return row().subTopic;
        }
    }

    /**
     * The oldest data it has.
     *
     * @return whole seconds
     */
    public Instant begin() {
        synchronized (world) {
            return Instant.ofEpochSecond(row().begin);
        }
    }

    /**
     * The newest data it has.
     *
     * @return whole seconds
     */
    public Instant end() {
        synchronized (world) {
            return Instant.ofEpochSecond(row().end);
        }
    }

    /**
     * Its data port, which each restore changes.
     *
     * @return 17000 or more
     */
    public int port() {
        synchronized (world) {
            return row().port;
        }
    }

    /**
     * What its last event says, which need not be what ails it.
     *
     * @return the text as details show it
     */
    public String errMsg() {
        synchronized (world) {
            return row().errMsg;
        }
    }

    /**
     * What its reader reported when it died; on the host only, and gone with the next restore.
     *
     * @return JSON texts, oldest first
     */
    public List<String> errorDetails() {
        synchronized (world) {
            return List.copyOf(row().errorDetails);
        }
    }

    /** Lets its reader die now; its last message stays what it was. */
    public void dies() {
        synchronized (world) {
            StoreLife.die(row(), world.now(), world.source(row().subTopic));
        }
    }

    /**
     * From now on each restore succeeds, and some time later it is dead again.
     *
     * @param after as seen in the field: 43 s or 129 s
     * @return this
     */
    public OmsStore diesAfterRestore(Duration after) {
        synchronized (world) {
            row().diesAfterRestore = after;
            return this;
        }
    }

    /**
     * Takes {@link #diesAfterRestore} back.
     *
     * @return this
     */
    public OmsStore survivesRestore() {
        synchronized (world) {
            row().diesAfterRestore = null;
            return this;
        }
    }

    /**
     * Makes restores fail with CM-SCHEOR000203, which leaves it as it was.
     *
     * @param times how many
     * @return this
     */
    public OmsStore failNextRestores(int times) {
        synchronized (world) {
            row().restoresToFail = times;
            return this;
        }
    }

    /**
     * Lets it run without its position advancing, or go on.
     *
     * @param stalls whether it stands still
     * @return this
     */
    public OmsStore stalls(boolean stalls) {
        synchronized (world) {
            row().stalled = stalls;
            return this;
        }
    }

    /**
     * Sets whether the cluster manager can collect what it shows about it. While it cannot, details say
     * {@code active=false} and stay as they are now, whatever happens.
     *
     * @param collected true unless said otherwise
     * @return this
     */
    public OmsStore active(boolean collected) {
        synchronized (world) {
            row().frozen = collected ? null : Details.fresh(world, row(), false);
            return this;
        }
    }

    /**
     * Sets how long it keeps data; more is purged with the next second.
     *
     * @param window 24 hours unless said otherwise
     * @return this
     */
    public OmsStore retention(Duration window) {
        synchronized (world) {
            row().retention = window.toSeconds();
            return this;
        }
    }

    /**
     * Sets the status details show, whatever its state.
     *
     * @param status a number, null for the real one: 0 when it runs, 1 otherwise
     * @return this
     */
    public OmsStore reports(@Nullable Integer status) {
        synchronized (world) {
            row().statusOverride = status;
            return this;
        }
    }

    /**
     * Sets the text details show as its last event.
     *
     * @param text any text
     * @return this
     */
    public OmsStore reportsMessage(String text) {
        synchronized (world) {
            row().errMsg = text;
            return this;
        }
    }

    /**
     * Sets how many ranges details show; all are the same.
     *
     * @param count one unless said otherwise, none is possible
     * @return this
     */
    public OmsStore reportsRanges(int count) {
        synchronized (world) {
            row().ranges = count;
            return this;
        }
    }

    /**
     * The database it reads.
     *
     * @return the source of its subtopic
     */
    public OmsSource source() {
        synchronized (world) {
            return world.source(row().subTopic);
        }
    }

    private StoreRow row() {
        StoreRow row = world.stores.get(name);
        if (row == null) {
            throw new NoSuchElementException("no store " + name);
        }
        return row;
    }

    @Override
    public String toString() {
        return "store " + name + " " + state();
    }
}
