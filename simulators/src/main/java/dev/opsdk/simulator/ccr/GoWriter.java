package dev.opsdk.simulator.ccr;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON as Go's encoder does: no blanks, and {@code < > &} escaped for HTML. */
final class GoWriter {

    private GoWriter() {}

    static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    private static void append(StringBuilder out, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            char before = '{';
            for (Map.Entry<?, ?> field : map.entrySet()) {
                out.append(before);
                string(out, String.valueOf(field.getKey()));
                out.append(':');
                append(out, field.getValue());
                before = ',';
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof Iterable<?> items) {
            out.append('[');
            String before = "";
            for (Object item : items) {
                out.append(before);
                append(out, item);
                before = ",";
            }
            out.append(']');
        } else if (value instanceof String text) {
            string(out, text);
        } else {
            out.append(value);
        }
    }

    private static void string(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            switch (next) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '<', '>', '&', '\u2028', '\u2029' -> hex(out, next);
                default -> {
                    if (next < 0x20) {
                        hex(out, next);
                    } else {
                        out.append(next);
                    }
                }
            }
        }
        out.append('"');
    }

    private static void hex(StringBuilder out, char character) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit((character >> shift) & 15, 16));
        }
    }
}
