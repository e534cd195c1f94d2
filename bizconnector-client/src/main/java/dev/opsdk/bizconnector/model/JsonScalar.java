package dev.opsdk.bizconnector.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** A text, a number or a boolean, where the server takes any of them. */
public final class JsonScalar {
    private final JsonNode node;

    private JsonScalar(JsonNode node) {
        this.node = node;
    }

    /**
     * A text.
     *
     * @param value the text
     * @return the value
     */
    public static JsonScalar of(String value) {
        return new JsonScalar(TextNode.valueOf(value));
    }

    /**
     * A whole number.
     *
     * @param value the number
     * @return the value
     */
    public static JsonScalar of(long value) {
        return new JsonScalar(LongNode.valueOf(value));
    }

    /**
     * A number.
     *
     * @param value the number
     * @return the value
     */
    public static JsonScalar of(double value) {
        return new JsonScalar(DoubleNode.valueOf(value));
    }

    /**
     * A boolean.
     *
     * @param value true or false
     * @return the value
     */
    public static JsonScalar of(boolean value) {
        return new JsonScalar(BooleanNode.valueOf(value));
    }

    @JsonCreator
    static JsonScalar of(JsonNode node) {
        return new JsonScalar(node);
    }

    /** {@return it as JSON} */
    @JsonValue
    public JsonNode json() {
        return node;
    }

    /** {@return it as text, whatever it is} */
    public String text() {
        return node.asText();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonScalar that && text().equals(that.text()) && kind().equals(that.kind());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    private String kind() {
        return node.getNodeType().name();
    }

    @Override
    public String toString() {
        return text();
    }
}
