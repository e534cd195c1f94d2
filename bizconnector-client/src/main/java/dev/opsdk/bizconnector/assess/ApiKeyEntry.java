package dev.opsdk.bizconnector.assess;

import dev.opsdk.core.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An API key of one's own inventory, as it stands in the connector's configuration.
 *
 * @param id its id
 * @param key the key
 * @param enabled whether it may be used
 * @param expiresAt when it ends; empty for never
 * @param scopes the roles it has; {@code **} is all, and what a key without scopes has
 */
public record ApiKeyEntry(String id, Secret key, boolean enabled, Optional<Instant> expiresAt, Set<String> scopes) {

    /** Keeps a copy; no scopes are all scopes, as on the server. */
    public ApiKeyEntry {
        scopes = scopes.isEmpty() ? Set.of("**") : Set.copyOf(scopes);
    }

    /**
     * Whether the server takes it.
     *
     * @param now the time
     * @return true if it is enabled and has not expired
     */
    public boolean validAt(Instant now) {
        return enabled && expiresAt.filter(end -> !end.isAfter(now)).isEmpty();
    }
}
