package dev.opsdk.oms.model;

import dev.opsdk.core.Redaction;
import dev.opsdk.core.Secret;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which keys of a component's configuration hold secrets, and how values are shown. */
final class ConfigSecrets {
    private static final String KEY =
            "(?:pass|pwd|secret|(?:access|api|private)[_.-]?key|token|credential|jaas|_pw\\b|(?<![a-z0-9])[as]k(?![a-z0-9]))";
    private static final Pattern SECRET_KEY = Pattern.compile("(?i)" + KEY);
    private static final String NAME = "[\\w.-]{0,64}" + KEY + "[\\w.-]{0,64}";
    private static final List<Pattern> SHAPES = List.of(
            // ?password=x& in a URL
            Pattern.compile("(?i)([?&;]" + NAME + "=)([^&\\s\"']++)"),
            // "password":"x" in JSON
            Pattern.compile("(?i)(\"" + NAME + "\"\\s{0,9}:\\s{0,9}\")((?:[^\"\\\\]++|\\\\.)++)"),
            // jdbc:oracle:thin:user/x@host
            Pattern.compile("(?i)(jdbc:oracle:\\w{1,9}:[^/\\s@]{1,128}/)([^\\s]{1,512})(?=@)"),
            // scheme://user:x@host, where x may hold a slash; not host:port/...user@tenant, as OceanBase calls its
            // users
            Pattern.compile("(://[^\\s/:@?]{0,128}:)(?!\\d{1,5}[,;])([^\\s\"'?]{1,512})(?=@)"));
    /** What the server, its console and this SDK write in place of a secret. */
    private static final Pattern MASK = Pattern.compile("(?:^|[=:/\"'])\\*{3,}(?:$|[&@,;}\"'\\s])");

    private ConfigSecrets() {}

    static boolean isSecret(String key) {
        return SECRET_KEY.matcher(key).find();
    }

    /** A value as it may be shown: usernames stay, secrets go. */
    static String shown(String key, String value) {
        if (value.isBlank()) {
            return value;
        }
        return isSecret(key) ? Secret.MASK : shown(value);
    }

    static String shown(String text) {
        String masked = text;
        for (Pattern shape : SHAPES) {
            masked = shape.matcher(masked).replaceAll(hit -> Matcher.quoteReplacement(hit.group(1)) + Secret.MASK);
        }
        return Redaction.mask(masked);
    }

    /** Whether somebody would write a mask back, and so overwrite a secret with asterisks. */
    static boolean isMasked(String value) {
        return MASK.matcher(value.strip()).find();
    }
}
