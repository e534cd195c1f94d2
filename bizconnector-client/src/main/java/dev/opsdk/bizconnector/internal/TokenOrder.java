package dev.opsdk.bizconnector.internal;

import dev.opsdk.core.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a token is fetched.
 *
 * @param url the token endpoint
 * @param form the fields, without the secret
 * @param secret the client's secret
 * @param refreshAhead how long before its end it is replaced
 */
public record TokenOrder(URI url, Map<String, String> form, Secret secret, Duration refreshAhead) {
    /** Keeps a copy. */
    public TokenOrder {
        form = Map.copyOf(form);
    }

    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>(form);
        fields.put("client_secret", secret.reveal());
        return fields;
    }
}
