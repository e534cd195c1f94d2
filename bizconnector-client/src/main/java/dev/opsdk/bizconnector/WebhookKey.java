package dev.opsdk.bizconnector;

import dev.opsdk.core.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The key by which a webhook shows that it comes from the connector. Deliveries are not signed: whoever knows the key can write
 * anything.
 *
 * @param header the header it stands in, {@code x-api-key} unless the target's configuration says another
 * @param key the key
 */
public record WebhookKey(String header, Secret key) {
    /**
     * A key in the usual header.
     *
     * @param key the key
     * @return the key
     */
    public static WebhookKey of(Secret key) {
        return new WebhookKey("x-api-key", key);
    }

    /** Refuses an empty key, which anybody would know. */
    public WebhookKey {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("the webhook's key is empty");
        }
    }

    /**
     * Whether a request has the key. Takes the same time however much of it is right.
     *
     * @param presented the header's value, if there is one
     * @return true if it is the key
     */
    public boolean matches(Optional<String> presented) {
        byte[] expected = key.reveal().getBytes(StandardCharsets.UTF_8);
        byte[] actual = presented.orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, actual);
    }
}
