package dev.opsdk.simulator.oms;

import java.util.NoSuchElementException;
import java.util.Optional;

/** The truth about a checker, which the cluster manager does not tell. */
public final class OmsChecker {

    private final World world;
    private final String id;

    OmsChecker(World world, String id) {
        this.world = world;
        this.id = id;
    }

    /**
     * The id of its task.
     *
     * @return what {@code task.id} is
     */
    public String id() {
        return id;
    }

    /**
     * Whether there is such a checker.
     *
     * @return whether it exists
     */
    public boolean exists() {
        return state() != ComponentState.GONE;
    }

    /**
     * What it does.
     *
     * @return the state; {@link ComponentState#DEAD} when it ended because of too many differences
     */
    public ComponentState state() {
        synchronized (world) {
            CheckerRow row = world.checkers.get(id);
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
     * Whether it ended because it found more differences than it may.
     *
     * @return whether it did since it was last started
     */
    public boolean foundTooManyDifferences() {
        synchronized (world) {
            return row().tooMany;
        }
    }

    /**
     * Whether its last start was with {@code task.resume=true}.
     *
     * @return whether it was
     */
    public boolean wasResumed() {
        synchronized (world) {
            return row().resumed;
        }
    }

    /**
     * How often it was started.
     *
     * @return a count
     */
    public int runs() {
        synchronized (world) {
            return row().runs;
        }
    }

    /**
     * A value of its configuration.
     *
     * @param key for example {@code limitator.table.diff.max}
     * @return the value
     */
    public Optional<String> config(String key) {
        synchronized (world) {
            return Optional.ofNullable(row().config.get(key));
        }
    }

    /**
     * Lets it have found differences; more than {@code limitator.table.diff.max} end it with the next second. A start
     * without {@code task.resume=true} forgets them.
     *
     * @param found how many in all
     * @return this
     */
    public OmsChecker differences(long found) {
        synchronized (world) {
            row().differences = found;
            return this;
        }
    }

    /**
     * Makes its starts fail with CM-SCHEAT000001.
     *
     * @param times how many
     * @return this
     */
    public OmsChecker failsToStart(int times) {
        synchronized (world) {
            row().startsToFail = times;
            return this;
        }
    }

    private CheckerRow row() {
        CheckerRow row = world.checkers.get(id);
        if (row == null) {
            throw new NoSuchElementException("no checker " + id);
        }
        return row;
    }

    @Override
    public String toString() {
        return "checker " + id + " " + state();
    }
}
