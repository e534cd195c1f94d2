package dev.opsdk.bizconnector.assess;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One thing that was seen.
 *
 * @param name what, such as {@code lastSyncRun}
 * @param value what was seen, with its unit, secrets masked
 * @param at when it was true, where that is known
 * @param source where it was seen, such as {@code GET /health}
 */
public record Evidence(String name, String value, Optional<Instant> at, String source) {
    /** {@code lastSyncRun=... at ... (GET /api/core/v1/Account/SyncInfo)}. */
    @Override
    public String toString() {
        return name + "=" + value
                + at.map(time -> " at " + time.truncatedTo(ChronoUnit.SECONDS)).orElse("") + " (" + source + ")";
    }
}
