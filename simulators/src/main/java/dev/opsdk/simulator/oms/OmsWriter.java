package dev.opsdk.simulator.oms;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The truth about a writer. */
public final class OmsWriter extends OmsWorker {

    OmsWriter(World world, String name) {
        super(world, name);
    }

    @Override
    Optional<WriterRow> found() {
        return Optional.ofNullable(world.writers.get(name()));
    }

    /**
     * A value of its configuration, secrets in clear.
     *
     * @param key without {@code JDBCWriter.}
     * @return the value
     */
    public Optional<String> config(String key) {
        synchronized (world) {
            return writer().cfg.get(key);
        }
    }

    /**
     * Sets a value of its configuration.
     *
     * @param key without {@code JDBCWriter.}
     * @param value any text without line break
     * @return this
     */
    public OmsWriter withConfig(String key, String value) {
        synchronized (world) {
            writer().cfg.put(key, value);
            return this;
        }
    }

    /**
     * Puts it somewhere else, for example before what its store still has.
     *
     * @param to its new position
     * @return this
     */
    public OmsWriter at(Instant to) {
        position(to);
        return this;
    }

    /**
     * Sets how fast it writes.
     *
     * @param secondsOfChanges how many seconds of changes it works off in a second: 10 unless said otherwise, 1 never
     *     catches up, 0 stands still
     * @return this
     */
    public OmsWriter works(long secondsOfChanges) {
        speed(secondsOfChanges);
        return this;
    }

    /**
     * Makes its starts fail with CM-SCHEAT000102.
     *
     * @param times how many
     * @return this
     */
    public OmsWriter failsToStart(int times) {
        failNextStarts(times);
        return this;
    }

    /**
     * Sets what details show, whatever its state.
     *
     * @param active null for the real one
     * @param status null for the real one: {@code stopped} after a stop, {@code running} otherwise, also when dead
     * @return this
     */
    public OmsWriter reports(@Nullable Boolean active, @Nullable String status) {
        synchronized (world) {
            writer().activeOverride = active;
            writer().statusOverride = status;
            return this;
        }
    }

    private WriterRow writer() {
        return (WriterRow) row();
    }
}
