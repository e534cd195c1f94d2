package dev.opsdk.simulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON without blanks from maps, lists, texts, numbers, booleans and null. */
public final class JsonWriter {

    private static final String HTML = "<>&\u2028\u2029";

    private final StringBuilder out = new StringBuilder();
    private final String escaped;

    private JsonWriter(String escaped) {
        this.escaped = escaped;
    }

    /**
     * Writes as most encoders do.
     *
     * @param value what to write
     * @return JSON
     */
    public static String write(@Nullable Object value) {
        return new JsonWriter("").written(value);
    }

    /**
     * Writes as Go's encoder does: {@code < > &} and two line separators are escaped for HTML.
     *
     * @param value what to write
     * @return JSON
     */
    public static String writeHtmlSafe(@Nullable Object value) {
        return new JsonWriter(HTML).written(value);
    }

    private String written(@Nullable Object value) {
        append(value);
        return out.toString();
    }

    private void append(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            char before = '{';
            for (Map.Entry<?, ?> field : map.entrySet()) {
                out.append(before);
                string(String.valueOf(field.getKey()));
                out.append(':');
                append(field.getValue());
                before = ',';
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof Iterable<?> items) {
            out.append('[');
            String before = "";
            for (Object item : items) {
                out.append(before);
                append(item);
                before = ",";
            }
            out.append(']');
        } else if (value instanceof String text) {
            string(text);
        } else {
            out.append(value);
        }
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            switch (next) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (next < 0x20 || escaped.indexOf(next) >= 0) {
                        hex(next);
                    } else {
                        out.append(next);
                    }
                }
            }
        }
        out.append('"');
    }

    private void hex(char character) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit((character >> shift) & 15, 16));
        }
    }
}
