package dev.opsdk.bizconnector.assess;

import dev.opsdk.core.Redaction;
import dev.opsdk.core.Secret;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a connector's texts what must not leave the house, beyond what {@link Redaction} knows: references (they hold the
 * decryption key), serialised keys and tokens, credentials of brokers, the payload of webhooks.
 */
public final class Masking {
    private static final List<Pattern> SHAPES = List.of(
            // https://backbone/r/TOK...#key and any other fragment
            Pattern.compile("(\\b[a-z][a-z0-9+.-]{1,20}://[^\\s\"'<>#]{1,2000}#)([^\\s\"'<>]{1,4000})"),
            // scheme://token@host
            Pattern.compile("(\\b[a-z][a-z0-9+.-]{1,20}://)([^\\s/@\"'<>]{1,512})(?=@)"),
            // the query of a URL
            Pattern.compile("(\\b[a-z][a-z0-9+.-]{1,20}://[^\\s\"'<>?#]{1,2000}\\?)([^\\s\"'<>#]{1,4000})"),
            // key: value of names that only the connector has
            Pattern.compile(
                    "(?i)(\"(?:truncated|secretKey|privateKey|key|sig|pin|ownershipToken)\"\\s{0,9}:\\s{0,9}\")((?:[^\"\\\\]++|\\\\.)*+)"),
            // x-api-key in any case, cookies
            Pattern.compile("(?i)((?:x-api-key|(?:set-)?cookie)[\"']?\\s{0,9}[:=]\\s{0,9}[\"']?)([^\\s\"',]{1,4000})"),
            // serialised keys, signatures and JWTs all begin with {"
            Pattern.compile("(\\beyJ)([\\w-]{16,}+(?:\\.[\\w-]*+){0,4})"),
            // a reference in place of an id, as the path of a request
            Pattern.compile(
                    "(/(?:Files|RelationshipTemplates|Tokens)/)(?![A-Z]{3}[A-Za-z0-9]{17}(?![\\w%.~-]))([\\w%.~-]{21,2000})"),
            // personal data: what was sent to a webhook
            Pattern.compile("(?s)(Sending request to webhook )(\\{.*)"));

    private Masking() {}

    /**
     * Masks what looks like a secret.
     *
     * @param text any text
     * @return the masked text
     */
    public static String text(String text) {
        return text(text, List.of());
    }

    /**
     * Masks known secrets and what looks like one.
     *
     * @param text any text
     * @param known secrets that may stand in it
     * @return the masked text
     */
    public static String text(String text, Collection<Secret> known) {
        String masked = Redaction.mask(text, known);
        for (Pattern shape : SHAPES) {
            masked = shape.matcher(masked)
                    .replaceAll(hit -> Matcher.quoteReplacement(hit.group(1)) + Matcher.quoteReplacement(Secret.MASK));
        }
        return masked;
    }

    /** Cuts a masked text between words: half a secret would not be recognised by who knows the whole and masks again. */
    static String cut(String masked, int most) {
        if (masked.length() <= most) {
            return masked;
        }
        int end = most;
        while (end > 0 && !Character.isWhitespace(masked.charAt(end))) {
            end--;
        }
        return masked.substring(0, end).stripTrailing() + "...";
    }
}
