package dev.opsdk.core.procedure;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A request as a plan shows it, secrets masked.
 *
 * @param method the HTTP method
 * @param url the whole URL
 * @param contentType the body's type
 * @param body the body, secrets masked
 * @param curlOptions what curl needs besides, such as {@code -L --post303}
 */
public record RequestLine(
        String method, String url, Optional<String> contentType, Optional<String> body, String curlOptions) {

    private static final String FORM = "application/x-www-form-urlencoded";

    /**
     * A JSON request.
     *
     * @param method the HTTP method
     * @param url the whole URL
     * @param maskedJson the body, secrets masked
     * @param curlOptions what curl needs besides, or empty
     * @return the line
     */
    public static RequestLine json(String method, String url, String maskedJson, String curlOptions) {
        return new RequestLine(method, url, Optional.of("application/json"), Optional.of(maskedJson), curlOptions);
    }

    /**
     * The same as a command for a POSIX shell. A masked secret has to be filled in by hand.
     *
     * @return one line
     */
    public String curl() {
        StringBuilder line = new StringBuilder("curl -sS");
        if (!curlOptions.isEmpty()) {
            line.append(' ').append(curlOptions);
        }
        if (url.matches(".*[\\[\\]{}].*")) {
            line.append(" -g"); // else curl takes them for a set of addresses
        }
        line.append(" -X ").append(method);
        if (isForm()) {
            pairs().forEach(pair -> line.append(" --data-urlencode ").append(quoted(pair)));
        } else {
            contentType.ifPresent(type -> line.append(" -H ").append(quoted("Content-Type: " + type)));
            body.ifPresent(text -> line.append(text.startsWith("@") ? " --data-raw " : " -d ") // else curl reads a file
                    .append(quoted(text)));
        }
        return line.append(' ').append(quoted(url)).toString();
    }

    private boolean isForm() {
        return contentType.filter(type -> type.startsWith(FORM)).isPresent() && body.isPresent();
    }

    /** The fields of a form, values as a person reads them; curl encodes values by itself, but not names. */
    private List<String> pairs() {
        return Arrays.stream(body.orElse("").split("&"))
                .map(pair -> {
                    int at = pair.indexOf('=') + 1;
                    return pair.substring(0, at) + decoded(pair.substring(at));
                })
                .toList();
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value; // not encoded after all; a line that is only shown must not fail
        }
    }

    private static String quoted(String text) {
        return text.matches("[\\w:/.-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    @Override
    public String toString() {
        return method + " " + url
                + (isForm()
                        ? " " + String.join(" & ", pairs())
                        : body.map(text -> " " + text).orElse(""));
    }
}
