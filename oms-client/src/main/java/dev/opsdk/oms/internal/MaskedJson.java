package dev.opsdk.oms.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.oms.model.WriterConfig;

/** A whole reply as it may be shown: the rules of a configuration hold for every field and text in it. */
final class MaskedJson {
    private MaskedJson() {}

    static String of(JsonNode reply) {
        return masked("", reply).toString();
    }

    private static JsonNode masked(String key, JsonNode node) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (node.isObject()) {
            ObjectNode object = nodes.objectNode();
            node.properties().forEach(field -> object.set(field.getKey(), masked(field.getKey(), field.getValue())));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = nodes.arrayNode();
            node.forEach(element -> array.add(masked(key, element)));
            return array;
        }
        if (node.isTextual()) {
            String text = WriterConfig.of(node.textValue()).maskedText();
            boolean hidden = !key.isEmpty()
                    && !text.isBlank()
                    && WriterConfig.of(key + "=x").maskedText().endsWith("=***");
            return nodes.textNode(hidden ? "***" : text);
        }
        return node;
    }
}
