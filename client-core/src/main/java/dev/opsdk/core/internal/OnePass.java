package dev.opsdk.core.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
     * @param reply the answer
     * @param name the field
     * @param type the field's model
     * @param <T> the field's model
     * @return envelope and field, or empty if anything about the answer is unusual
     */
    public static <T> Optional<OnePass<T>> one(Reply reply, String name, Class<T> type) {
        return read(reply, name, JsonToken.START_OBJECT, parser -> Optional.ofNullable(element(parser, type)));
    }

    /**
     * Reads a list of objects in an envelope.
     *
     * @param reply the answer
     * @param name the field
     * @param type the elements' model
     * @param <T> the elements' model
     * @return envelope and field, or empty if anything about the answer is unusual
     */
    public static <T> Optional<OnePass<List<T>>> many(Reply reply, String name, Class<T> type) {
        return read(reply, name, JsonToken.START_ARRAY, parser -> {
            List<T> values = new ArrayList<>();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                values.add(element(parser, type));
            }
            return parser.currentToken() == JsonToken.END_ARRAY ? Optional.of(List.copyOf(values)) : Optional.empty();
        });
    }

    /**
     * Reads a model whose fields lie in the envelope itself.
     *
     * @param reply the answer
     * @param names the fields that are the envelope's own
     * @param type the model of all others
     * @param <T> the model
     * @return envelope and model, or empty if anything about the answer is unusual
     */
    public static <T> Optional<OnePass<T>> flat(Reply reply, Set<String> names, Class<T> type) {
        ObjectNode envelope = Json.smallObject();
        try (JsonParser parser = new WithoutEnvelope(Json.wire().createParser(reply.stream()), names, envelope)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            T value = element(parser, type);
            boolean whole = parser.nextToken() == null;
            return whole ? Optional.of(new OnePass<>(envelope, Optional.ofNullable(value))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // as below
        }
    }

    private static <T> T element(JsonParser parser, Class<T> type) throws IOException {
        ObjectReader reader = Json.reader(type);
        return reader.readValue(parser);
    }

    /** The value at whose first token the parser is. Most of an envelope are flags and words, which need no machinery. */
    private static JsonNode node(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_STRING -> TextNode.valueOf(parser.getText());
            default -> Json.wire().readTree(parser);
        };
    }

    private static <T> Optional<OnePass<T>> read(Reply reply, String name, JsonToken first, Field<T> field) {
        ObjectNode envelope = Json.smallObject();
        Optional<T> value = Optional.empty();
        try (JsonParser parser = Json.wire().createParser(reply.stream())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
                JsonToken token = parser.nextToken();
                if (!key.equals(name)) {
                    envelope.set(key, node(parser));
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

    /** Passes an object's fields on, but for those of the envelope, which it keeps. */
    private static final class WithoutEnvelope extends JsonParserDelegate {
        private final Set<String> names;
        private final ObjectNode envelope;

        private WithoutEnvelope(JsonParser parser, Set<String> names, ObjectNode envelope) {
            super(parser);
            this.names = names;
            this.envelope = envelope;
        }

        @Override
        public @Nullable JsonToken nextToken() throws IOException {
            JsonToken token = delegate.nextToken();
            while (token == JsonToken.FIELD_NAME && ofTheEnvelope()) {
                String name = delegate.currentName();
                delegate.nextToken();
                envelope.set(name, node(delegate));
                token = delegate.nextToken();
            }
            return token;
        }

        private boolean ofTheEnvelope() throws IOException {
            return delegate.getParsingContext().getParent().inRoot() && names.contains(delegate.currentName());
        }
    }
}
