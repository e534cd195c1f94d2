package dev.opsdk.bizconnector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** As much of JSON Schema as the server's schemas use. */
final class MiniSchema {
    private final JsonNode root;

    MiniSchema(JsonNode root) {
        this.root = root;
    }

    List<String> violations(JsonNode value) {
        List<String> found = new ArrayList<>();
        check(root, value, "", found);
        return found;
    }

    private void check(JsonNode schema, JsonNode value, String where, List<String> found) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref")
                    .asText()
                    .replaceFirst(".*/", "")
                    .replace("%3C", "<")
                    .replace("%3E", ">");
            check(root.path("definitions").path(name), value, where, found);
            return;
        }
        if (schema.has("anyOf") && !any(schema.get("anyOf"), value, where)) {
            found.add(where + ": fits none of the alternatives");
        }
        if (schema.has("const") && !schema.get("const").equals(value)) {
            found.add(where + ": must be " + schema.get("const"));
        }
        if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            found.add(where + ": must be one of " + schema.get("enum"));
        }
        if (schema.path("type").isTextual() && !isA(schema.get("type").asText(), value)) {
            found.add(where + ": must be " + schema.get("type").asText());
            return;
        }
        if (value.isTextual()) {
            text(schema, value.textValue(), where, found);
        }
        if (value.isNumber()
                && schema.has("minimum")
                && value.doubleValue() < schema.get("minimum").doubleValue()) {
            found.add(where + ": too little");
        }
        if (value.isObject() && (schema.has("properties") || schema.has("required"))) {
            object(schema, value, where, found);
        }
        if (value.isArray()) {
            array(schema, value, where, found);
        }
    }

    private boolean any(JsonNode alternatives, JsonNode value, String where) {
        for (JsonNode alternative : alternatives) {
            List<String> found = new ArrayList<>();
            check(alternative, value, where, found);
            if (found.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(JsonNode array, JsonNode value) {
        for (JsonNode each : array) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isA(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
    }

    private static void text(JsonNode schema, String value, String where, List<String> found) {
        if (schema.has("minLength") && value.length() < schema.get("minLength").intValue()) {
            found.add(where + ": too short");
        }
        // the pattern for times is written for another engine; times are tested on their own
        if (schema.has("pattern")
                && !schema.has("errorMessage")
                && !Pattern.compile(schema.get("pattern").asText())
                        .matcher(value)
                        .find()) {
            found.add(where + ": does not match " + schema.get("pattern").asText());
        }
    }

    private void object(JsonNode schema, JsonNode value, String where, List<String> found) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                found.add(where + "." + name.asText() + " is missing");
            }
        });
        value.properties().forEach(field -> {
            JsonNode property = schema.path("properties").path(field.getKey());
            if (!property.isMissingNode()) {
                check(property, field.getValue(), where + "." + field.getKey(), found);
            } else if (schema.has("additionalProperties")
                    && !schema.get("additionalProperties").asBoolean(true)) {
                found.add(where + "." + field.getKey() + " is not allowed");
            }
        });
    }

    private void array(JsonNode schema, JsonNode value, String where, List<String> found) {
        if (schema.has("minItems") && value.size() < schema.get("minItems").intValue()) {
            found.add(where + ": too few");
        }
        Set<JsonNode> distinct = new HashSet<>();
        for (JsonNode element : value) {
            if (!distinct.add(element) && schema.path("uniqueItems").asBoolean()) {
                found.add(where + ": twice the same");
            }
            if (schema.has("items")) {
                check(schema.get("items"), element, where + "[]", found);
            }
        }
    }
}
