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
    /** Refuses what cannot stand in a header; the message does not repeat the value. */
    public Authorization {
        if (!isName(header)) {
            throw new IllegalArgumentException("'" + header + "' is not a header's name");
        }
        if (!isPrintable(value.reveal())) {
            throw new IllegalArgumentException("the value of the header " + header
                    + " has a line break or another character that no header can hold; was it read from a file?");
        }
    }

    /** Without a regular expression or a stream: credentials are asked before every attempt. */
    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && "!#$%&'*+.^_`|~-".indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\t' && (c < ' ' || c > '~')) {
                return false;
            }
        }
        return true;
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
