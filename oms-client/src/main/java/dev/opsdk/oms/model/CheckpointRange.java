package dev.opsdk.oms.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a store holds of one source.
 *
 * @param begin the oldest
 * @param end the newest
 */
public record CheckpointRange(Checkpoint begin, Checkpoint end) {

    /**
     * How much time the store holds.
     *
     * @return from begin to end; empty when a time is not known
     */
    public Optional<Duration> retention() {
        return begin.time().flatMap(from -> end.time().map(to -> Duration.between(from, to)));
    }

    /**
     * Whether the store can serve whoever is at a time. Outside of it, a start fails with CM-RESOIE000201 (OMS documentation).
     *
     * @param time the time
     * @return true inside, ends included; false also when begin or end is not known
     */
    public boolean covers(Instant time) {
        return begin.time().filter(from -> !time.isBefore(from)).isPresent()
                && end.time().filter(to -> !time.isAfter(to)).isPresent();
    }

    @Override
    public String toString() {
        return begin + " to " + end;
    }
}
