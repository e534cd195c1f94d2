package dev.opsdk.core;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes secrets out of texts that somebody else wrote: server messages, configuration texts, URLs. */
public final class Redaction {
    private static final String NAMES =
            "(?:(?:passw(?:or)?d|pwd|secret|token|credential|api[_-]?key|access[_-]?key)[\\w.-]{0,64}|authorization)";

    // bounded and possessive, so that a long text costs neither the stack nor the square of its length
    private static final List<Pattern> SHAPES = List.of(
            // "password":"x" in JSON
            Pattern.compile("(?i)(" + NAMES + "(?<!\\\\)\"\\s{0,99}:\\s{0,99}\")((?:[^\"\\\\]++|\\\\.|\\\\$)*+)"),
            // \"password\":\"x\" in JSON that stands in a JSON text, however deep
            Pattern.compile("(?is)(" + NAMES + "(\\\\{1,64})\"\\s{0,99}:\\s{0,99}\\2\")(.*?)(?=(?<!\\\\)\\2\"|$)"),
            // Authorization: Bearer x
            Pattern.compile(
                    "(?i)(\\b(?:authorization\\s{0,9}[:=]\\s{0,9})?(?:bearer|basic)\\s{1,9})([A-Za-z0-9+/._~=-]{6,})"),
            // password=x, password: x
            Pattern.compile("(?i)(" + NAMES + "\\s{0,9}[=:]\\s{0,9})([^\\s\"'&,;)}\\]]++)"),
            // scheme://user:x@host
            Pattern.compile("(://[^\\s/:@]{0,128}:)([^\\s/\"']{1,512})(?=@)"),
            // user:x@tcp(host:port), Go's MySQL data source names
            Pattern.compile("([\\w.$-]{1,64}:)(\\S{1,128}?)(?=@(?:tcp|unix)\\()"));

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
        // the longest first: one may be part of another
        for (String form : known.stream()
                .map(Secret::reveal)
                .filter(value -> !value.isBlank())
                .flatMap(Redaction::forms)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            masked = masked.replace(form, Secret.MASK);
        }
        for (Pattern shape : SHAPES) {
            masked = shape.matcher(masked)
                    .replaceAll(hit -> hit.group(hit.groupCount()).isEmpty()
                            ? Matcher.quoteReplacement(hit.group())
                            : Matcher.quoteReplacement(hit.group(1)) + Secret.MASK);
        }
        return masked;
    }

    private static Stream<String> forms(String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        String escaped = escaped(value);
        return Stream.of(value, encoded, encoded.replace("+", "%20"), escaped, escaped(escaped));
    }

    private static String escaped(String value) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(value));
    }
}
