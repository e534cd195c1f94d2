package dev.opsdk.simulator.ccr;

import dev.opsdk.simulator.JsonWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object under construction, in the order of its keys, with Go's omitempty where the real struct has it. */
final class Json {

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    static Json object() {
        return new Json();
    }

    Json put(String name, @Nullable Object value) {
        fields.put(name, value instanceof Json json ? json.fields : value);
        return this;
    }

    /** Leaves the field out when it has Go's zero value. */
    Json putUnlessZero(String name, @Nullable Object value) {
        boolean zero = value == null
                || value.equals("")
                || value.equals(false)
                || (value instanceof Number number && number.longValue() == 0)
                || (value instanceof Collection<?> items && items.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
        return zero ? this : put(name, value);
    }

    /** Go writes a nil map as null. */
    Json putOrNull(String name, Map<?, ?> value) {
        return put(name, value.isEmpty() ? null : value);
    }

    Map<String, @Nullable Object> fields() {
        return fields;
    }

    @Override
    public String toString() {
        return JsonWriter.writeHtmlSafe(fields);
    }
}
