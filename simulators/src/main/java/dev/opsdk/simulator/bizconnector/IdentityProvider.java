package dev.opsdk.simulator.bizconnector;

import dev.opsdk.simulator.JsonWriter;
import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.SimClock;
import dev.opsdk.simulator.SimHandler;
import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives bearer tokens for client credentials, and knows which ones it gave. */
final class IdentityProvider implements SimHandler {

    /** What the endpoint asks for, unless a test says otherwise. */
    static final String CLIENT = "opsdk";

    static final String SECRET = "opsdk-secret";

    private record Given(List<String> roles, Instant end) {}

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final SimClock clock;
    private final Ids ids;
    private final Map<String, Given> given = new HashMap<>();

    IdentityProvider(SimClock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    synchronized String issue(String scope, Duration lifetime) {
        Instant end = clock.now().plus(lifetime);
        String claims = JsonWriter.write(Doc.of("iss", "simulated")
                .with("aud", "connector")
                .with("exp", end.getEpochSecond())
                .with("scope", scope)
                .with("jti", ids.uuid()));
        String token = part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + part(claims) + "." + ids.secretKey();
        List<String> roles = scope.isBlank() ? List.of() : List.of(scope.trim().split("\\s+", -1));
        given.put(token, new Given(roles, end));
        return token;
    }

    /** The roles in a token that is good. */
    synchronized Optional<List<String>> roles(String token) {
        return Optional.ofNullable(given.get(token))
                .filter(known -> clock.now().isBefore(known.end()))
                .map(Given::roles);
    }

    @Override
    public SimResponse handle(SimRequest request) {
        if (!request.path().equals("/connect/token") || !request.method().equals("POST")) {
            return SimResponse.empty(404, Outcome.REFUSED);
        }
        Map<String, String> form = form(request.body());
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return json(400, Doc.of("error", "unsupported_grant_type"), Outcome.REFUSED);
        }
        if (!CLIENT.equals(form.get("client_id")) || !SECRET.equals(form.get("client_secret"))) {
            return json(401, Doc.of("error", "invalid_client"), Outcome.REFUSED);
        }
        String scope = form.getOrDefault("scope", "**");
        Doc token = Doc.of("access_token", issue(scope, LIFETIME))
                .with("token_type", "Bearer")
                .with("expires_in", LIFETIME.toSeconds())
                .with("scope", scope);
        return json(200, token, Outcome.EXECUTED);
    }

    private static SimResponse json(int status, Doc body, Outcome outcome) {
        return SimResponse.text(status, "application/json", JsonWriter.write(body), outcome)
                .with("Cache-Control", "no-store");
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(Call.decoded(pair.substring(0, equals)), Call.decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
