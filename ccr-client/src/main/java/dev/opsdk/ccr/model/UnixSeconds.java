package dev.opsdk.ccr.model;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Times on the wire: seconds since 1970, 0 when there is none. */
final class UnixSeconds {
    private static final long LAST = Instant.MAX.getEpochSecond();

    private UnixSeconds() {}

    static Optional<Instant> toInstant(OptionalLong seconds) {
        return seconds.isPresent() && seconds.getAsLong() > 0 && seconds.getAsLong() <= LAST
                ? Optional.of(Instant.ofEpochSecond(seconds.getAsLong()))
                : Optional.empty();
    }
}
