package dev.opsdk.openmldb.internal;

import dev.opsdk.core.Secret;
import dev.opsdk.core.call.Authorization;
import dev.opsdk.core.internal.CallContext;
import dev.opsdk.core.internal.Transport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import okhttp3.Request;

/**
 * Who calls, in the servers' own notation: a letter that says what follows, {@code s} for a service token and {@code u} for a user.
 *
 * @param value the header's value
 * @param secrets what must stand in no message
 * @param shown the header's value as a plan shows it
 */
public record Credentials(Secret value, List<Secret> secrets, String shown) {
    /** The token that every server has unless configured otherwise, so it is no secret. */
    public static final Credentials DEFAULT = new Credentials(Secret.of("sdefault"), List.of(), "sdefault");

    /** Somebody else makes the header. */
    public static final Credentials UNKNOWN = new Credentials(Secret.of(""), List.of(), Secret.MASK);

    /**
     * A user of the database.
     *
     * @param name the user
     * @param password its password
     * @return the credentials
     */
    public static Credentials user(String name, Secret password) {
        if (name.isBlank() || name.contains(":")) {
            throw new IllegalArgumentException("the user's name is blank or has a colon");
        }
        Secret hash = Secret.of("1" + sha256(password.reveal()));
        Credentials made =
                new Credentials(Secret.of("u" + name + ":" + hash.reveal()), List.of(password, hash), Secret.MASK);
        made.header(); // refuses what no header can hold
        return made;
    }

    /**
     * A service.
     *
     * @param token its token
     * @return the credentials
     */
    public static Credentials service(Secret token) {
        Credentials made = new Credentials(Secret.of("s" + token.reveal()), List.of(token), Secret.MASK);
        made.header(); // refuses what no header can hold
        return made;
    }

    /**
     * The header.
     *
     * @return as it is sent
     */
    public Authorization header() {
        return new Authorization("Authorization", value);
    }

    /** Begins a call in whose messages the credentials do not stand. */
    CallContext begin(Transport transport, Request request, String target) {
        CallContext context = transport.begin(request, target, secrets);
        context.ifHungUp("this is how OpenMLDB turns credentials away, and what a server that stops looks like; "
                + Remedies.CREDENTIALS);
        return context;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
