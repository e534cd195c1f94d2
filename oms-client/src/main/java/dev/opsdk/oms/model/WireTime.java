package dev.opsdk.oms.model;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Times on the wire: positions in epoch seconds, records of the metaDB in epoch milliseconds, 0 when there is none. */
final class WireTime {
    /** Above this, what is called seconds is milliseconds: as seconds it would be in the year 5138. */
    static final long LAST_SECOND = 100_000_000_000L;

    private WireTime() {}

    static Optional<Instant> ofSeconds(OptionalLong seconds) {
        return seconds.isPresent() && seconds.getAsLong() > 0 && seconds.getAsLong() <= LAST_SECOND
                ? Optional.of(Instant.ofEpochSecond(seconds.getAsLong()))
                : Optional.empty();
    }

    static Optional<Instant> ofMillis(OptionalLong millis) {
        return millis.isPresent() && millis.getAsLong() > 0
                ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
                : Optional.empty();
    }
}
