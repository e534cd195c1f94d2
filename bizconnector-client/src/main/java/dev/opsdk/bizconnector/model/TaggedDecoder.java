package dev.opsdk.bizconnector.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads values that tell their kind by {@code @type}. Every minor release of the server brings new kinds, and one that is not known
 * must not make a whole list unreadable: it is kept as it came. The same holds for a known kind in a shape that is not known.
 *
 * @param <T> what the kinds have in common
 */
public abstract class TaggedDecoder<T extends Typed> extends JsonDeserializer<T> {
    private static final String TAG = "@type";

    private final Map<String, Class<? extends T>> known;
    private final Function<FreeJson, T> unknown;

    /**
     * For the models of this client.
     *
     * @param known kinds by their tag
     * @param unknown keeps what is not known
     */
    protected TaggedDecoder(Map<String, Class<? extends T>> known, Function<FreeJson, T> unknown) {
        this.known = known;
        this.unknown = unknown;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode tree = parser.readValueAsTree();
        Class<? extends T> kind = known.get(tree.path(TAG).asText());
        if (kind == null) {
            return unknown.apply(FreeJson.of(tree));
        }
        // its class says the kind from here on; as a field it would be kept and written a second time
        JsonNode fields = tree.deepCopy();
        ((ObjectNode) fields).remove(TAG);
        try {
            return parser.getCodec().treeToValue(fields, kind);
        } catch (JsonMappingException e) {
            return unknown.apply(FreeJson.of(tree)); // a reply is decoded if it can be; nothing of it is lost
        }
    }
}
