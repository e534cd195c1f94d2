package dev.opsdk.bizconnector.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.opsdk.core.Secret;
import java.io.IOException;
import java.util.Map;

/**
 * JSON that anybody may have put anything into: the content of a token, the value of metadata, a kind of content that this version
 * does not know. It may hold keys and passwords under any name, so it prints with names only, and any {@code ObjectMapper} but the
 * one that writes requests writes masks.
 */
@JsonSerialize(using = FreeJson.Masking.class)
@JsonDeserialize(using = FreeJson.Decoder.class)
public final class FreeJson {
    private static final ObjectMapper PARSER = new ObjectMapper();
    private static final String TAG = "@type";
    private static final int SHOWN = 200;

    private final JsonNode node;

    private FreeJson(JsonNode node) {
        this.node = node;
    }

    /**
     * Wraps a tree.
     *
     * @param node any JSON; copied
     * @return the value
     */
    @JsonCreator
    public static FreeJson of(JsonNode node) {
        return new FreeJson(node.deepCopy());
    }

    /**
     * Makes a JSON object.
     *
     * @param fields name to text, number, boolean, list or map
     * @return the value
     */
    public static FreeJson of(Map<String, ?> fields) {
        return new FreeJson(PARSER.valueToTree(fields));
    }

    /**
     * Reads a text.
     *
     * @param text JSON
     * @return the value
     * @throws IllegalArgumentException if it is not JSON; the message does not repeat it
     */
    public static FreeJson parse(String text) {
        try {
            JsonNode node = PARSER.readTree(text);
            if (node.isMissingNode()) {
                throw new IllegalArgumentException("the text is empty where JSON was expected");
            }
            return new FreeJson(node);
        } catch (JsonProcessingException e) {
            // Jackson's message quotes the text
            throw new IllegalArgumentException("the text is not JSON");
        }
    }

    /**
     * Gives the JSON away, with all that is in it.
     *
     * @return the tree; a copy
     */
    public JsonNode node() {
        return node.deepCopy();
    }

    /**
     * What kind of thing it says to be.
     *
     * @return its {@code @type}; empty if it has none
     */
    public String tag() {
        return node.path(TAG).asText();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FreeJson that && node.equals(that.node);
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }

    /** Names, with masks for values; {@code @type} is shown. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        show(text, "", node);
        return text.length() <= SHOWN ? text.toString() : text.substring(0, SHOWN) + "...";
    }

    private static void show(StringBuilder text, String name, JsonNode node) {
        if (node.isObject()) {
            text.append('{');
            String separator = "";
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                text.append(separator).append(field.getKey()).append(": ");
                show(text, field.getKey(), field.getValue());
                separator = ", ";
            }
            text.append('}');
        } else if (node.isArray()) {
            text.append('[').append(node.size()).append(" element(s)]");
        } else {
            text.append(name.equals(TAG) || node.isNull() ? node.asText() : Secret.MASK);
        }
    }

    /** Texts and numbers go out as secrets: which mapper writes them decides whether they are seen. */
    static final class Masking extends JsonSerializer<FreeJson> {
        @Override
        public void serialize(FreeJson value, JsonGenerator out, SerializerProvider provider) throws IOException {
            write("", value.node, out, provider);
        }

        private static void write(String name, JsonNode node, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            if (node.isObject()) {
                out.writeStartObject();
                for (Map.Entry<String, JsonNode> field : node.properties()) {
                    out.writeFieldName(field.getKey());
                    write(field.getKey(), field.getValue(), out, provider);
                }
                out.writeEndObject();
            } else if (node.isArray()) {
                out.writeStartArray();
                for (JsonNode element : node) {
                    write(name, element, out, provider);
                }
                out.writeEndArray();
            } else if (node.isTextual() && !name.equals(TAG)) {
                provider.defaultSerializeValue(Secret.of(node.textValue()), out);
            } else if (node.isNumber() && masks(provider)) {
                out.writeString(Secret.MASK);
            } else {
                provider.defaultSerializeValue(node, out);
            }
        }

        /** A number cannot travel inside a secret, so the mapper is asked what it does with one. */
        private static boolean masks(SerializerProvider provider) {
            return provider.getConfig().findMixInClassFor(Secret.class) == null;
        }
    }

    /** Null is a value here. */
    static final class Decoder extends JsonDeserializer<FreeJson> {
        @Override
        public FreeJson deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return new FreeJson(parser.readValueAsTree());
        }

        @Override
        public FreeJson getNullValue(DeserializationContext context) {
            return new FreeJson(NullNode.getInstance());
        }
    }
}
