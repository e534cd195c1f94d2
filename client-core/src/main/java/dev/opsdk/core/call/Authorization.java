package dev.opsdk.core.call;

import dev.opsdk.core.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * One header that says who calls. It is sent to the configured servers only, never to an address that a server named.
 *
 * @param header the header's name
 * @param value its value
 */
public record Authorization(String header, Secret value) {
    /** Refuses a blank header name. */
    public Authorization {
        if (header.isBlank()) {
            throw new IllegalArgumentException("the header's name is blank");
        }
    }

    /**
     * HTTP Basic, as reverse proxies ask for it.
     *
     * @param user the user
     * @param password the password
     * @return {@code Authorization: Basic ...}
     */
    public static Authorization basic(String user, Secret password) {
        byte[] pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return new Authorization(
                "Authorization", Secret.of("Basic " + Base64.getEncoder().encodeToString(pair)));
    }

    /**
     * A bearer token.
     *
     * @param token the token
     * @return {@code Authorization: Bearer ...}
     */
    public static Authorization bearer(Secret token) {
        return new Authorization("Authorization", Secret.of("Bearer " + token.reveal()));
    }
}
