package dev.opsdk.bizconnector.assess;

import java.time.Instant;
import java.util.Optional;

/**
 * Something old.
 *
 * @param kind what it is
 * @param id its id
 * @param why why it counts as old
 * @param since since when, where that is known
 */
public record OldItem(OldKind kind, String id, String why, Optional<Instant> since) {
    @Override
    public String toString() {
        return kind + " " + id + ": " + why + since.map(at -> ", since " + at).orElse("");
    }
}
