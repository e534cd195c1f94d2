package dev.opsdk.simulator.openmldb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Decides about an Authorization header. */
final class Credentials {

    private final Settings settings;

    Credentials(Settings settings) {
        this.settings = settings;
    }

    /** Without the header brpc does not even ask; with skipped grant tables any value will do. */
    boolean pass(Optional<String> header) {
        if (header.isEmpty()) {
            return false;
        }
        String value = header.get();
        return !settings.grantTables || value.equals("sdefault") || user(value);
    }

    private boolean user(String value) {
        int colon = value.indexOf(':');
        if (!value.startsWith("u") || colon < 0) {
            return false;
        }
        Map<String, String> users = settings.users;
        String password = users.get(value.substring(1, colon));
        return password != null && value.substring(colon + 1).equals("1" + sha256(password));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
