package dev.opsdk.simulator.bizconnector;

import dev.opsdk.simulator.SimRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who may come in, and with which roles. */
final class Gate {

    private static final int MOST_SECONDS = 4;

    private final IdentityProvider provider;
    private final NodeSettings settings;
    private final Ids ids;
    private final List<Duration> delays = new ArrayList<>();

    Gate(IdentityProvider provider, NodeSettings settings, Ids ids) {
        this.provider = provider;
        this.settings = settings;
        this.ids = ids;
    }

    /** The roles of a caller, nothing when it is not let in. A wrong key is not made good by a token. */
    Optional<List<String>> roles(SimRequest request, Instant now) {
        if (settings.debug && settings.keys.isEmpty() && !settings.bearer) {
            return Optional.of(List.of("**"));
        }
        Optional<String> key = request.header(settings.keyHeader);
        if (key.isPresent() && !settings.keys.isEmpty()) {
            return settings.keys.stream()
                    .filter(known -> known.value().equals(key.get()) && known.isValid(now))
                    .findFirst()
                    .map(SimApiKey::scopes);
        }
        String authorization = request.header("Authorization").orElse("");
        if (settings.bearer && authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return provider.roles(authorization.substring(7).trim());
        }
        return Optional.empty();
    }

    /** How long the real server would let somebody wait whom it does not know: one to four seconds. */
    void punish() {
        synchronized (delays) {
            delays.add(Duration.ofSeconds(ids.upTo(MOST_SECONDS)));
        }
    }

    List<Duration> delays() {
        synchronized (delays) {
            return List.copyOf(delays);
        }
    }
}
