package dev.opsdk.bizconnector.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.bizconnector.model.PasswordProtection;
import dev.opsdk.bizconnector.model.token.CreateToken;
import dev.opsdk.bizconnector.model.token.TokenOptions;
import dev.opsdk.core.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Bodies about tokens and references, and what in them nobody may see. */
public final class TokenBodies {
    /** Masking shorter texts would only make messages unreadable. */
    private static final int HIDDEN_FROM = 8;

    private TokenBodies() {}

    /**
     * A token to be made. {@code ephemeral} is always said, so that no server's default decides it.
     *
     * @param token the token
     * @return the body
     */
    public static ObjectNode token(CreateToken token) {
        return Bodies.of(token).put("ephemeral", token.ephemeral().orElse(false));
    }

    /**
     * Options of a token, filled in.
     *
     * @param fill fills them in
     * @return the options
     */
    public static TokenOptions filled(Consumer<TokenOptions.Builder> fill) {
        TokenOptions.Builder builder = TokenOptions.builder();
        fill.accept(builder);
        return builder.build();
    }

    /**
     * What of a protection must not be seen.
     *
     * @param protection the protection, if there is one
     * @return its password
     */
    public static List<Secret> secrets(Optional<PasswordProtection> protection) {
        return protection.map(PasswordProtection::password).stream().toList();
    }

    /**
     * What of a token must not be seen: its password, and every longer text of its content, whatever it is called.
     *
     * @param token the token
     * @return the secrets
     */
    public static List<Secret> secrets(CreateToken token) {
        List<Secret> found = new ArrayList<>(secrets(token.passwordProtection()));
        collect(token.content().node(), found);
        return found;
    }

    private static void collect(JsonNode node, List<Secret> found) {
        if (node.isTextual() && node.textValue().length() >= HIDDEN_FROM) {
            found.add(Secret.of(node.textValue()));
        }
        node.forEach(child -> collect(child, found));
    }

    /**
     * A reference to be loaded.
     *
     * @param reference in either form
     * @return the body
     * @throws IllegalArgumentException if it is blank
     */
    public static ObjectNode reference(Secret reference) {
        if (reference.reveal().isBlank()) {
            throw new IllegalArgumentException("the reference is blank");
        }
        return Bodies.empty().put("reference", reference.reveal());
    }

    /**
     * A token to be loaded.
     *
     * @param reference in either form
     * @param ephemeral whether the connector forgets it
     * @return the body
     */
    public static ObjectNode loadToken(Secret reference, boolean ephemeral) {
        return reference(reference).put("ephemeral", ephemeral);
    }
}
