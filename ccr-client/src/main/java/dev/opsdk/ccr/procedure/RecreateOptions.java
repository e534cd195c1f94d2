package dev.opsdk.ccr.procedure;

import dev.opsdk.ccr.model.CreateJob;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How a job is made again.
 *
 * @param change changes the definition that was read from the syncer
 * @param settle how long to wait between delete and create of the same name before generation 6, and how long to watch the new job
 *     then: the old routine deletes the rows of a new job of its name, up to minutes later
 */
public record RecreateOptions(Consumer<CreateJob.Builder> change, Duration settle) {
    /** The same definition, the same name, five minutes. */
    public static final RecreateOptions DEFAULT = new RecreateOptions(job -> {}, Duration.ofMinutes(5));

    /**
     * With another definition.
     *
     * @param changes such as {@code job -> job.name("orders_2")}
     * @return a copy
     */
    public RecreateOptions changing(Consumer<CreateJob.Builder> changes) {
        return new RecreateOptions(changes, settle);
    }

    /**
     * With another time to settle.
     *
     * @param time zero or more
     * @return a copy
     */
    public RecreateOptions settling(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("settle is " + time + "; it must not be negative");
        }
        return new RecreateOptions(change, time);
    }
}
