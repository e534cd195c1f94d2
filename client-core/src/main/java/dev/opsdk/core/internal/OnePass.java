package dev.opsdk.core.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads an envelope and the one large field in it at once: a tree of a large answer, of which the model is made afterwards, costs several
 * times the model. It is for what is as it should be. Of anything else it says nothing, and the tree says what is wrong.
 *
 * @param envelope all other fields
 * @param value the field; empty when it is not there
 * @param <T> the field
 */
public record OnePass<T>(ObjectNode envelope, Optional<T> value) {
    /** Reads the field's value, at whose first token the parser is. */
    @FunctionalInterface
    private interface Field<T> {
        Optional<T> read(JsonParser parser) throws IOException;
    }

    /**
     * Reads an object in an envelope.
     *
     * @param text the whole answer
     * @param name the field
     * @param type the field's model
     * @param <T> the field's model
     * @return envelope and field, or empty if anything about the answer is unusual
     */
    public static <T> Optional<OnePass<T>> one(byte[] text, String name, Class<T> type) {
        return read(text, name, JsonToken.START_OBJECT, parser -> Optional.ofNullable(element(parser, type)));
    }

    /**
     * Reads a list of objects in an envelope.
     *
     * @param text the whole answer
     * @param name the field
     * @param type the elements' model
     * @param <T> the elements' model
     * @return envelope and field, or empty if anything about the answer is unusual
     */
    public static <T> Optional<OnePass<List<T>>> many(byte[] text, String name, Class<T> type) {
        return read(text, name, JsonToken.START_ARRAY, parser -> {
            List<T> values = new ArrayList<>();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                values.add(element(parser, type));
            }
            return parser.currentToken() == JsonToken.END_ARRAY ? Optional.of(List.copyOf(values)) : Optional.empty();
        });
    }

    private static <T> T element(JsonParser parser, Class<T> type) throws IOException {
        ObjectReader reader = Json.reader(type);
        return reader.readValue(parser);
    }

    private static <T> Optional<OnePass<T>> read(byte[] text, String name, JsonToken first, Field<T> field) {
        ObjectNode envelope = Json.wire().createObjectNode();
        Optional<T> value = Optional.empty();
        try (JsonParser parser = Json.wire().createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
                JsonToken token = parser.nextToken();
                if (!key.equals(name)) {
                    JsonNode node = Json.wire().readTree(parser);
                    envelope.set(key, node);
                } else if (token == first && value.isEmpty()) {
                    value = field.read(parser);
                    if (value.isEmpty()) {
                        return Optional.empty();
                    }
                } else {
                    return Optional.empty();
                }
            }
            boolean whole = parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
            return whole ? Optional.of(new OnePass<>(envelope, value)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // the tree says where and why, in words that quote nothing
        }
    }
}
