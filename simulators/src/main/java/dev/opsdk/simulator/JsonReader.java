package dev.opsdk.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first JSON value of a text as Go's decoder does: what follows is ignored, and errors have Go's words.
 * Yields Map, List, String, BigDecimal, Boolean or null.
 */
public final class JsonReader {

    private static final int END = -1;
    /** Go stops at 10,000; the stack of a thread of a JVM does not hold that many. */
    private static final int DEEPEST = 1_000;
    /** Whoever makes a whole number of what is written with a larger exponent never ends. */
    private static final int LARGEST_SCALE = 10_000;

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * Reads the first value of a text.
     *
     * @param text JSON, with or without something behind it
     * @return Map, List, String, BigDecimal, Boolean or null
     * @throws JsonException when it does not begin with a value
     */
    public static @Nullable Object first(String text) throws JsonException {
        JsonReader reader = new JsonReader(text);
        reader.blanks();
        if (reader.peek() == END) {
            throw new JsonException("EOF");
        }
        return reader.value();
    }

    private @Nullable Object value() throws JsonException {
        blanks();
        int next = peek();
        return switch (next) {
            case '{', '[' -> {
                if (++depth > DEEPEST) {
                    throw new JsonException("exceeded max depth");
                }
                Object value = next == '{' ? object() : array();
                depth--;
                yield value;
            }
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> {
                if (next == '-' || digit(next)) {
                    yield number();
                }
                throw unexpected("looking for beginning of value");
            }
        };
    }

    private Map<String, @Nullable Object> object() throws JsonException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        at++;
        blanks();
        if (peek() == '}') {
            at++;
            return fields;
        }
        while (true) {
            blanks();
            if (peek() != '"') {
                throw unexpected("looking for beginning of object key string");
            }
            String key = string();
            blanks();
            if (peek() != ':') {
                throw unexpected("after object key");
            }
            at++;
            fields.put(key, value());
            blanks();
            int next = peek();
            if (next == '}') {
                at++;
                return fields;
            }
            if (next != ',') {
                throw unexpected("after object key:value pair");
            }
            at++;
        }
    }

    private List<@Nullable Object> array() throws JsonException {
        List<@Nullable Object> items = new ArrayList<>();
        at++;
        blanks();
        if (peek() == ']') {
            at++;
            return items;
        }
        while (true) {
            items.add(value());
            blanks();
            int next = peek();
            if (next == ']') {
                at++;
                return items;
            }
            if (next != ',') {
                throw unexpected("after array element");
            }
            at++;
        }
    }

    private String string() throws JsonException {
        StringBuilder value = new StringBuilder();
        at++;
        while (true) {
            int next = peek();
            if (next == '"') {
                at++;
                return value.toString();
            }
            if (next < 0x20) {
                throw unexpected("in string literal");
            }
            at++;
            value.append(next == '\\' ? escape() : (char) next);
        }
    }

    private char escape() throws JsonException {
        int next = peek();
        if (next == 'u') {
            at++;
            int code = 0;
            for (int i = 0; i < 4; i++) {
                int hex = Character.digit(peek(), 16);
                if (hex < 0) {
                    throw unexpected("in \\u hexadecimal character escape");
                }
                code = code * 16 + hex;
                at++;
            }
            return (char) code;
        }
        int found = "\"\\/bfnrt".indexOf(next);
        if (next == END || found < 0) {
            throw unexpected("in string escape code");
        }
        at++;
        return "\"\\/\b\f\n\r\t".charAt(found);
    }

    private BigDecimal number() throws JsonException {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits("in numeric literal");
        }
        if (peek() == '.') {
            at++;
            digits("after decimal point in numeric literal");
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits("in exponent of numeric literal");
        }
        try {
            BigDecimal number = new BigDecimal(text.substring(start, at));
            if (Math.abs((long) number.scale()) <= LARGEST_SCALE) {
                return number;
            }
        } catch (NumberFormatException e) {
            // its exponent is larger still
        }
        throw new JsonException("cannot unmarshal number into Go value");
    }

    private void digits(String where) throws JsonException {
        if (!digit(peek())) {
            throw unexpected(where);
        }
        while (digit(peek())) {
            at++;
        }
    }

    private @Nullable Object literal(String word, @Nullable Object meaning) throws JsonException {
        for (int i = 0; i < word.length(); i++) {
            if (peek() != word.charAt(i)) {
                throw unexpected("in literal " + word + " (expecting '" + word.charAt(i) + "')");
            }
            at++;
        }
        return meaning;
    }

    private JsonException unexpected(String where) {
        if (peek() == END) {
            return new JsonException("unexpected EOF");
        }
        return new JsonException("invalid character " + quoted(text.codePointAt(at)) + " " + where);
    }

    private static String quoted(int character) {
        return switch (character) {
            case '\'' -> "'\\''";
            case '\n' -> "'\\n'";
            case '\r' -> "'\\r'";
            case '\t' -> "'\\t'";
            default ->
                character < 0x20
                        ? "'\\x" + Character.forDigit(character >> 4, 16) + Character.forDigit(character & 15, 16) + "'"
                        : "'" + Character.toString(character) + "'";
        };
    }

    private static boolean digit(int character) {
        return character >= '0' && character <= '9';
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
