package dev.opsdk.core.internal;

import dev.opsdk.core.Secret;
import dev.opsdk.core.call.Authorization;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A credential as a server might repeat it when it refuses it. */
final class Credential {
    private static final String BASIC = "Basic ";

    private Credential() {}

    /** The header's value, what stands behind the scheme in it, and the password of HTTP Basic. */
    static List<Secret> forms(Authorization authorization) {
        String value = authorization.value().reveal();
        String bare = value.substring(value.indexOf(' ') + 1);
        List<Secret> forms = new ArrayList<>(List.of(authorization.value(), Secret.of(bare)));
        if (value.startsWith(BASIC)) {
            String pair = decoded(bare);
            forms.add(Secret.of(pair.substring(pair.indexOf(':') + 1)));
        }
        return forms;
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return base64; // a header that somebody else put together
        }
    }
}
