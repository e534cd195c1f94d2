package dev.opsdk.ccr.internal;

import dev.opsdk.core.internal.Json.Undecodable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads one sample from left to right: name, labels, value, timestamp. Call the methods in this order. */
final class MetricLine {
    /** What Go writes and what the format allows; {@link Double#parseDouble} alone would take {@code 1d} and blanks. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private final String text;
    private final int number;
    private int at;

    MetricLine(String text, int number) {
        this.text = text;
        this.number = number;
    }

    static String trimmed(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && isBlank(line.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    String name() throws Undecodable {
        return word(true, "a name was expected");
    }

    Map<String, String> labels() throws Undecodable {
        Map<String, String> labels = new LinkedHashMap<>();
        skipBlanks();
        if (!take('{')) {
            return labels;
        }
        skipBlanks();
        while (!take('}')) {
            String label = word(false, "a label's name was expected");
            skipBlanks();
            require('=');
            skipBlanks();
            require('"');
            if (labels.put(label, quoted()) != null) {
                throw malformed("a label is there twice");
            }
            skipBlanks();
            if (!take(',')) {
                require('}');
                break;
            }
            skipBlanks();
        }
        return labels;
    }

    double value() throws Undecodable {
        String token = token();
        return switch (token) {
            case "NaN" -> Double.NaN;
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> finite(token);
        };
    }

    private double finite(String token) throws Undecodable {
        if (!NUMBER.matcher(token).matches()) {
            throw malformed("a number was expected");
        }
        return Double.parseDouble(token);
    }

    OptionalLong timestamp() throws Undecodable {
        String token = token();
        if (token.isEmpty()) {
            return OptionalLong.empty();
        }
        if (at < text.length() || !WHOLE.matcher(token).matches()) {
            throw malformed("a timestamp or the end of the line was expected");
        }
        return OptionalLong.of(Long.parseLong(token));
    }

    private String token() throws Undecodable {
        skipBlanks();
        if (at < text.length() && text.charAt(at - 1) != '}' && !isBlank(text.charAt(at - 1))) {
            throw malformed("a blank was expected");
        }
        int start = at;
        while (at < text.length() && !isBlank(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private String word(boolean colonAllowed, String otherwise) throws Undecodable {
        int start = at;
        while (at < text.length() && isWordPart(text.charAt(at), at > start, colonAllowed)) {
            at++;
        }
        if (at == start) {
            throw malformed(otherwise);
        }
        return text.substring(start, at);
    }

    private String quoted() throws Undecodable {
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return out.toString();
            }
            out.append(c == '\\' ? escaped() : c);
        }
        throw malformed("a label's value does not end");
    }

    private char escaped() throws Undecodable {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        return switch (c) {
            case 'n' -> '\n';
            case '\\', '"' -> c;
            default -> throw malformed("an unknown escape in a label's value");
        };
    }

    private static boolean isWordPart(char c, boolean inside, boolean colonAllowed) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || (colonAllowed && c == ':')
                || (inside && c >= '0' && c <= '9');
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private boolean take(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void require(char c) throws Undecodable {
        if (!take(c)) {
            throw malformed("'" + c + "' was expected");
        }
    }

    private Undecodable malformed(String what) {
        return PrometheusText.malformed(number, what);
    }
}
