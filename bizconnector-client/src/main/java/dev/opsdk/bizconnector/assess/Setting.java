package dev.opsdk.bizconnector.assess;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads values of a configuration, which are texts where they came from the environment. */
final class Setting {
    private Setting() {}

    static boolean on(JsonNode value) {
        return value.isBoolean() ? value.booleanValue() : value.asText("").equalsIgnoreCase("true");
    }

    static boolean told(JsonNode value) {
        return !value.isMissingNode()
                && !value.isNull()
                && !(value.isContainerNode() && value.isEmpty())
                && !(value.isTextual() && value.textValue().isBlank());
    }
}
