package dev.opsdk.core.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.opsdk.core.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The JSON of the wire: lenient in, exact out, and never a value of a reply in a message. */
public final class Json {
    private static final ObjectMapper MASKED = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new TimesOnDemand())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private static final ObjectMapper WIRE = MASKED.copy().addMixIn(Secret.class, Revealed.class);

    static {
        // a reply's size is bounded before it gets here; some servers send one huge string
        for (ObjectMapper mapper : new ObjectMapper[] {MASKED, WIRE}) {
            mapper.getFactory()
                    .setStreamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build());
        }
    }

    private static final ConcurrentHashMap<Class<?>, ObjectReader> READERS = new ConcurrentHashMap<>();

    private Json() {}

    /**
     * The mapper that writes requests: the only one that writes secrets in clear.
     *
     * @return a mapper; do not reconfigure it
     */
    public static ObjectMapper wire() {
        return WIRE;
    }

    /**
     * An empty object for a field or two, of the size it is: every call makes one.
     *
     * @return an object
     */
    public static ObjectNode smallObject() {
        return new ObjectNode(JsonNodeFactory.instance, new LinkedHashMap<>(2));
    }

    /**
     * Writes a value with its secrets masked, for people.
     *
     * @param value any model
     * @return one line of JSON
     */
    public static String masked(Object value) {
        try {
            return MASKED.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Parses a whole text.
     *
     * @param text JSON
     * @return the tree
     * @throws Undecodable if it is not JSON, or something follows it
     */
    public static JsonNode tree(byte[] text) throws Undecodable {
        try (JsonParser parser = WIRE.createParser(text)) {
            JsonNode node = WIRE.readTree(parser);
            if (node == null || node.isMissingNode()) {
                throw new Undecodable("empty where JSON was expected");
            }
            if (parser.nextToken() != null) {
                throw new Undecodable("more text after the JSON value");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new Undecodable(describe(e));
        } catch (IOException e) {
            throw new Undecodable("not readable as JSON");
        }
    }

    /**
     * Turns a tree into a model.
     *
     * @param node the tree
     * @param type the model
     * @param where where in the reply the tree stands, for the message
     * @param <T> the model
     * @return the model
     * @throws Undecodable if it does not fit
     */
    public static <T> T decode(JsonNode node, Class<T> type, String where) throws Undecodable {
        try {
            T value = reader(type).readValue(node);
            if (value == null) {
                throw new Undecodable("at " + where + ": null where " + type.getSimpleName() + " was expected");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new Undecodable("at " + where + describe(e));
        } catch (IOException e) {
            throw new Undecodable("at " + where + ": not readable");
        }
    }

    /** Made once for each model. */
    static ObjectReader reader(Class<?> type) {
        ObjectReader known = READERS.get(type);
        return known == null ? READERS.computeIfAbsent(type, WIRE::readerFor) : known;
    }

    /** Jackson's own messages quote the offending value and generated class names, so only place and type are taken. */
    private static String describe(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String path = mapping.getPath().stream().map(Json::shown).collect(Collectors.joining());
            return path + ": " + expected(mapping);
        }
        if (e instanceof JsonMappingException mapping) {
            return ": " + expected(mapping);
        }
        if (e instanceof StreamConstraintsException) {
            return "JSON that is nested too deeply, or holds a name or number that is too long";
        }
        JsonLocation at = e.getLocation();
        return at == null ? "not JSON" : "not JSON at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** Names of fields are ours; what a map is keyed by is the server's, and may be anything. */
    private static String shown(JsonMappingException.Reference step) {
        if (step.getFieldName() == null) {
            return "[" + step.getIndex() + "]";
        }
        return step.getFrom() instanceof Map ? ".*" : "." + step.getFieldName();
    }

    private static String expected(JsonMappingException e) {
        return e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? "expected " + mismatch.getTargetType().getSimpleName().replaceFirst("^Immutable", "")
                : "a value of an unexpected shape";
    }

    /** A reply that cannot be decoded. The message names place and expected type, never the value. */
    public static final class Undecodable extends Exception {
        private static final long serialVersionUID = 1L;

        /**
         * Says what does not fit.
         *
         * @param message safe to print
         */
        public Undecodable(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return Objects.requireNonNull(super.getMessage());
        }
    }

    @JsonSerialize(using = RevealingSerializer.class)
    private abstract static class Revealed {}

    private static final class RevealingSerializer extends JsonSerializer<Secret> {
        @Override
        public void serialize(Secret secret, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(secret.reveal());
        }
    }
}
