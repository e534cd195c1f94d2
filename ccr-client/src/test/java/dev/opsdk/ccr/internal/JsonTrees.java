package dev.opsdk.ccr.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.internal.Json;
import java.nio.charset.StandardCharsets;

/** Compares what was read with what is written again. */
public final class JsonTrees {
    private JsonTrees() {}

    public static JsonNode tree(String text) {
        try {
            return Json.tree(text.getBytes(StandardCharsets.UTF_8));
        } catch (Json.Undecodable e) {
            throw new AssertionError(e);
        }
    }

    /** What a model would be sent as, read again. */
    public static JsonNode written(Object model) {
        try {
            return tree(Json.wire().writeValueAsString(model));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Without what means nothing: null, empty lists and empty maps, which the syncer writes or leaves out by version. */
    public static JsonNode meaning(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode kept = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> {
                JsonNode value = meaning(field.getValue());
                if (!value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
                    kept.set(field.getKey(), value);
                }
            });
            return kept;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode kept = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> kept.add(meaning(element)));
            return kept;
        }
        return node.isNumber()
                ? JsonNodeFactory.instance.numberNode(node.decimalValue().stripTrailingZeros())
                : node;
    }
}
