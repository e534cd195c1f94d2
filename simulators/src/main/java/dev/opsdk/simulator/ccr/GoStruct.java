package dev.opsdk.simulator.ccr;

import dev.opsdk.simulator.JsonException;
import dev.opsdk.simulator.JsonReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object seen as a Go struct: field names in any case, missing and null are zero values, and a wrong type is an
 * error that names struct, path and type. Like Go it goes on after such an error and reports the first at the end.
 */
final class GoStruct {

    private final String struct;
    private final String path;
    private final Map<?, ?> fields;
    private final List<String> errors;

    private GoStruct(String struct, String path, Map<?, ?> fields, List<String> errors) {
        this.struct = struct;
        this.path = path;
        this.fields = fields;
        this.errors = errors;
    }

    /**
     * Decodes a body.
     *
     * @param struct the name Go gives the type, without its package; empty for an anonymous struct
     */
    static GoStruct decode(String body, String struct) throws JsonException {
        Object value = JsonReader.first(body);
        if (value == null) {
            return new GoStruct(struct, "", Map.of(), new ArrayList<>());
        }
        if (value instanceof Map<?, ?> map) {
            return new GoStruct(struct, "", map, new ArrayList<>());
        }
        String type = struct.isEmpty() ? "struct { Name string \"json:\\\"name,required\\\"\" }" : "service." + struct;
        throw new JsonException("json: cannot unmarshal " + kind(value) + " into Go value of type " + type);
    }

    /** Throws the first error of all fields read so far, here and in nested structs. */
    void check() throws JsonException {
        if (!errors.isEmpty()) {
            throw new JsonException(errors.get(0));
        }
    }

    String string(String name) {
        Object value = find(name);
        if (value instanceof String text) {
            return text;
        }
        return value == null ? "" : wrong(name, value, "string", "");
    }

    boolean bool(String name) {
        Object value = find(name);
        if (value instanceof Boolean flag) {
            return flag;
        }
        return value != null && wrong(name, value, "bool", false);
    }

    long number(String name) {
        Object value = find(name);
        if (value == null) {
            return 0L;
        }
        if (value instanceof BigDecimal number) {
            // Go takes digits only: 1.0 and 1e3 are refused too
            boolean digits = number.scale() == 0 && number.precision() <= 19;
            return digits && fits(number) ? number.longValue() : wrong(name, value, "int64", 0L);
        }
        return wrong(name, value, "int64", 0L);
    }

    boolean has(String name) {
        return find(name) != null;
    }

    Map<String, String> strings(String name) {
        Map<String, String> strings = new LinkedHashMap<>();
        Object value = find(name);
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> {
                if (item == null || item instanceof String) {
                    strings.put(String.valueOf(key), item == null ? "" : (String) item);
                } else {
                    wrong(name, item, "string", "");
                }
            });
        } else if (value != null) {
            wrong(name, value, "map[string]string", "");
        }
        return strings;
    }

    GoStruct nested(String name, String type) {
        Object value = find(name);
        if (value instanceof Map<?, ?> map) {
            return new GoStruct(type, path + name + ".", map, errors);
        }
        if (value != null) {
            wrong(name, value, "base." + type, "");
        }
        return new GoStruct(type, path + name + ".", Map.of(), errors);
    }

    List<GoStruct> list(String name, String type) {
        List<GoStruct> all = new ArrayList<>();
        Object value = find(name);
        if (value instanceof List<?> items) {
            for (Object item : items) {
                Map<?, ?> map = item instanceof Map<?, ?> found ? found : Map.of();
                all.add(new GoStruct(type, path + name + ".", map, errors));
            }
        } else if (value != null) {
            wrong(name, value, "[]base." + type, "");
        }
        return all;
    }

    private @Nullable Object find(String name) {
        Object last = null;
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            // null sets nothing in Go, it leaves what an earlier spelling of the name has set
            if (name.equalsIgnoreCase(String.valueOf(field.getKey())) && field.getValue() != null) {
                last = field.getValue();
            }
        }
        return last;
    }

    private static boolean fits(BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
                && number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
    }

    private <T> T wrong(String name, Object value, String type, T zero) {
        String shown = value instanceof BigDecimal && type.equals("int64") ? "number " + value : kind(value);
        errors.add("json: cannot unmarshal " + shown + " into Go struct field " + struct + "." + path + name
                + " of type " + type);
        return zero;
    }

    private static String kind(Object value) {
        if (value instanceof Map) {
            return "object";
        }
        if (value instanceof List) {
            return "array";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        return value instanceof String ? "string" : "number";
    }
}
