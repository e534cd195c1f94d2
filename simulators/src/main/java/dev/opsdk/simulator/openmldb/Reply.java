package dev.opsdk.simulator.openmldb;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer being written: fields go out in the order of the calls, absent and empty ones not at all. */
final class Reply {

    private final Map<String, Object> fields = new LinkedHashMap<>();
    private int code;

    static Reply general(Code code) {
        return new Reply().status(code);
    }

    static Reply general(Code code, String message) {
        return new Reply().status(code.number(), message);
    }

    Reply status(Code code) {
        return status(code.number(), code.text());
    }

    Reply status(int number, String message) {
        return code(number).put("msg", message);
    }

    /** Tablets answer some requests without a message. */
    Reply code(int number) {
        code = number;
        return put("code", number);
    }

    Reply put(String name, @Nullable Object value) {
        if (value != null && !(value instanceof Collection<?> items && items.isEmpty())) {
            fields.put(name, value);
        }
        return this;
    }

    int code() {
        return code;
    }

    String message() {
        return fields.getOrDefault("msg", "") instanceof String text ? text : "";
    }

    Map<String, Object> fields() {
        return fields;
    }
}
