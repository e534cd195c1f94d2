package dev.opsdk.simulator.openmldb;

import dev.opsdk.simulator.JsonException;
import dev.opsdk.simulator.JsonReader;
import dev.opsdk.simulator.JsonWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns JSON into a message as brpc does: generous where a field is optional, strict where it is required. */
final class MessageReader {

    private MessageReader() {}

    static Params read(Message message, String body) throws BadMessage {
        if (message.fields().isEmpty()) {
            // such a body is never looked at
            return new Params(Map.of());
        }
        if (body.isEmpty()) {
            if (message.hasRequired()) {
                throw new BadMessage(
                        message.fullName() + " needs to be created from a non-empty json, it has required fields.");
            }
            return new Params(Map.of());
        }
        try {
            if (json(body, message) instanceof Map<?, ?> fields) {
                return message(fields, message);
            }
            throw new BadMessage("The input is not a json object [" + message.simpleName() + "]");
        } catch (BadMessage e) {
            throw new BadMessage("Fail to parse http body as " + message.fullName() + ", " + e.text());
        }
    }

    private static @Nullable Object json(String body, Message message) throws BadMessage {
        Object value;
        try {
            value = JsonReader.first(body);
        } catch (JsonException e) {
            String what = body.isBlank() ? "The document is empty." : "Invalid value.";
            throw new BadMessage("Invalid json: " + what + " [" + message.simpleName() + "]");
        }
        if (!alone(body)) {
            throw new BadMessage(
                    "Invalid json: The document root must not follow by other values. [" + message.simpleName() + "]");
        }
        return value;
    }

    /** The reader stops behind the first value; inside other JSON it shows whether there is more. */
    private static boolean alone(String body) {
        try {
            return JsonReader.first("[" + body + "]") instanceof List<?> list
                    && list.size() == 1
                    && JsonReader.first("{\"first\":" + body + ",\"end\":0}") instanceof Map<?, ?> map
                    && map.size() == 2;
        } catch (JsonException e) {
            return false;
        }
    }

    private static Params message(Map<?, ?> json, Message message) throws BadMessage {
        Map<String, Object> values = new HashMap<>();
        for (Field field : message.fields()) {
            Object given = json.get(field.name());
            String fullName = message.fullName() + "." + field.name();
            if (given != null) {
                Object value = field.repeated() ? list(given, field, fullName) : value(given, field);
                if (value != null) {
                    values.put(field.name(), value);
                } else if (field.required()) {
                    throw invalid(given, field, fullName);
                }
            } else if (field.required()) {
                throw new BadMessage("Missing required field: " + fullName);
            }
        }
        return new Params(values);
    }

    private static List<Object> list(Object json, Field field, String fullName) throws BadMessage {
        if (!(json instanceof List<?> items)) {
            throw new BadMessage("Invalid value for repeated field: " + fullName);
        }
        List<Object> values = new ArrayList<>();
        for (Object item : items) {
            Object value = item == null ? null : value(item, field);
            if (value == null) {
                throw invalid(item, field, fullName);
            }
            values.add(value);
        }
        return values;
    }

    private static @Nullable Object value(Object json, Field field) throws BadMessage {
        if (field.type() == FieldType.ENUM) {
            return enumName(json, field);
        }
        Message nested = field.message();
        if (nested == null) {
            return field.type().read(json);
        }
        if (json instanceof Map<?, ?> fields) {
            return message(fields, nested);
        }
        throw new BadMessage("The input is not a json object [" + nested.simpleName() + "]");
    }

    private static @Nullable String enumName(Object json, Field field) {
        if (json instanceof String name) {
            return field.names().contains(name) ? name : null;
        }
        if (!(FieldType.INT32.read(json) instanceof Long number)) {
            return null;
        }
        long index = number - field.first();
        return index >= 0 && index < field.names().size() ? field.names().get((int) index) : null;
    }

    private static BadMessage invalid(@Nullable Object json, Field field, String fullName) {
        return new BadMessage("Invalid value `" + JsonWriter.write(json) + "' for field `" + fullName
                + "' which SHOULD be " + field.type().spelled());
    }
}
