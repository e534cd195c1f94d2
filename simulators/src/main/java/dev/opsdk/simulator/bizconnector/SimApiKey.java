package dev.opsdk.simulator.bizconnector;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A key that a connector was configured with.
 *
 * @param value what is sent
 * @param scopes the roles it has, with {@code *} for one segment and {@code **} for one or more
 * @param enabled whether it may be used at all
 * @param expiresAt when it stops working, in the time of the simulator
 */
public record SimApiKey(String value, List<String> scopes, boolean enabled, Optional<Instant> expiresAt) {

    /** Copies the list. */
    public SimApiKey {
        scopes = List.copyOf(scopes);
    }

    /**
     * A key for everything.
     *
     * @param value what is sent
     * @return the key
     */
    public static SimApiKey of(String value) {
        return of(value, "**");
    }

    /**
     * A key for some roles.
     *
     * @param value what is sent
     * @param scopes for example {@code monitoring:**}
     * @return the key
     */
    public static SimApiKey of(String value, String... scopes) {
        return new SimApiKey(value, List.of(scopes), true, Optional.empty());
    }

    /**
     * The same key, switched off.
     *
     * @return the new key
     */
    public SimApiKey disabled() {
        return new SimApiKey(value, scopes, false, expiresAt);
    }

    /**
     * The same key with an end.
     *
     * @param end when it stops working
     * @return the new key
     */
    public SimApiKey expiring(Instant end) {
        return new SimApiKey(value, scopes, enabled, Optional.of(end));
    }

    boolean isValid(Instant now) {
        return enabled && expiresAt.map(now::isBefore).orElse(true);
    }

    @Override
    public String toString() {
        return "SimApiKey[scopes=" + scopes + ", enabled=" + enabled + "]";
    }
}
