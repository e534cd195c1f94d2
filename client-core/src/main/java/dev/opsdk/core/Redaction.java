package dev.opsdk.core;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Takes secrets out of texts that somebody else wrote: server messages, configuration texts, URLs. */
public final class Redaction {
    private static final String NAMES =
            "(?:[\\w.-]*(?:passw(?:or)?d|passwd|pwd|secret|token|credential|api[_-]?key|access[_-]?key)[\\w.-]*|authorization)";

    private static final List<Pattern> SHAPES = List.of(
            // "password":"x" in JSON, also when that JSON stands escaped in a string
            Pattern.compile("(?i)(\\\\*\"" + NAMES + "\\\\*\"\\s*:\\s*\\\\*\")((?:[^\"\\\\]|\\\\(?!\")[^\"]?)*)"),
            // Authorization: Bearer x
            Pattern.compile("(?i)(\\b(?:authorization\\s*[:=]\\s*)?(?:bearer|basic)\\s+)([A-Za-z0-9+/._~=-]{6,})"),
            // password=x, password: x
            Pattern.compile("(?i)(\\b" + NAMES + "\\s*[=:]\\s*)([^\\s\"'&,;)}\\]]+)"),
            // scheme://user:x@host
            Pattern.compile("(://[^\\s/:@]*:)([^\\s/@]+)(?=@)"),
            // user:x@tcp(host:port), Go's MySQL data source names
            Pattern.compile("([\\w.$-]+:)([^\\s@]+)(?=@(?:tcp|unix)\\()"));

    private Redaction() {}

    /**
     * Masks what looks like a secret.
     *
     * @param text any text
     * @return the text with passwords, tokens and credentials in URLs replaced by {@link Secret#MASK}
     */
    public static String mask(String text) {
        return mask(text, List.of());
    }

    /**
     * Masks known secrets, also in their URL-encoded and JSON-escaped form, and what looks like one.
     *
     * @param text any text
     * @param known secrets that may stand in it; empty ones are passed over
     * @return the masked text
     */
    public static String mask(String text, Collection<Secret> known) {
        String masked = text;
        for (Secret secret : known) {
            String value = secret.reveal();
            if (!value.isBlank()) {
                masked = masked.replace(value, Secret.MASK)
                        .replace(URLEncoder.encode(value, StandardCharsets.UTF_8), Secret.MASK)
                        .replace(value.replace("\\", "\\\\").replace("\"", "\\\""), Secret.MASK);
            }
        }
        for (Pattern shape : SHAPES) {
            masked = shape.matcher(masked)
                    .replaceAll(hit -> hit.group(2).isEmpty()
                            ? hit.group().replace("$", "\\$")
                            : quote(hit.group(1)) + Secret.MASK);
        }
        return masked;
    }

    private static String quote(String text) {
        return java.util.regex.Matcher.quoteReplacement(text);
    }
}
