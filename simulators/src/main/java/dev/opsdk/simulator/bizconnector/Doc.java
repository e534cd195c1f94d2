package dev.opsdk.simulator.bizconnector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A JSON object. Absent fields are left out, as the connector never writes null into its own objects. */
final class Doc extends LinkedHashMap<String, @Nullable Object> {

    private static final long serialVersionUID = 1L;

    Doc() {}

    /** Pairs of name and value; a null value leaves the field out. */
    static Doc of(@Nullable Object... pairs) {
        Doc doc = new Doc();
        for (int i = 0; i < pairs.length; i += 2) {
            doc.with(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return doc;
    }

    /** Objects and lists as this package wants them, all the way down; a copy. */
    static @Nullable Object deep(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return copyOf(map);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> all = new ArrayList<>();
            list.forEach(item -> all.add(deep(item)));
            return all;
        }
        return value;
    }

    private static Doc copyOf(Map<?, ?> map) {
        Doc doc = new Doc();
        map.forEach((name, value) -> doc.put(String.valueOf(name), deep(value)));
        return doc;
    }

    Doc copy() {
        return copyOf(this);
    }

    Doc with(String name, @Nullable Object value) {
        if (value != null) {
            put(name, value);
        }
        return this;
    }

    Doc without(String name) {
        remove(name);
        return this;
    }

    boolean has(String name) {
        return get(name) != null;
    }

    /** The text of a field, empty when there is none. */
    String text(String name) {
        Object value = get(name);
        return value == null ? "" : value.toString();
    }

    /** A text if it is one. */
    @Nullable
    String textOrNull(String name) {
        return get(name) instanceof String text ? text : null;
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(get(name));
    }

    /** The object in a field, an empty one of no consequence when there is none. */
    Doc doc(String name) {
        return get(name) instanceof Doc doc ? doc : new Doc();
    }

    List<@Nullable Object> list(String name) {
        List<@Nullable Object> all = new ArrayList<>();
        if (get(name) instanceof List<?> list) {
            all.addAll(list);
        }
        return all;
    }

    List<Doc> docs(String name) {
        List<Doc> all = new ArrayList<>();
        for (Object item : list(name)) {
            if (item instanceof Doc doc) {
                all.add(doc);
            }
        }
        return all;
    }

    List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        for (Object item : list(name)) {
            all.add(String.valueOf(item));
        }
        return all;
    }

    String type() {
        return text("@type");
    }

    /** As the content library writes it: the type first, the rest by name, at every depth. */
    Doc sorted() {
        Doc result = new Doc();
        result.with("@type", get("@type"));
        new TreeMap<>(this).forEach((name, value) -> result.putIfAbsent(name, sortedValue(value)));
        return result;
    }

    private static @Nullable Object sortedValue(@Nullable Object value) {
        if (value instanceof Doc doc) {
            return doc.sorted();
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> all = new ArrayList<>();
            list.forEach(item -> all.add(sortedValue(item)));
            return all;
        }
        return value;
    }
}
