package dev.opsdk.oms.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Lists of lists of positions, with nulls at any depth passed over: a reply must not become unreadable by one. */
final class CheckpointLists extends JsonDeserializer<List<List<Checkpoint>>> {
    @Override
    public List<List<Checkpoint>> deserialize(JsonParser in, DeserializationContext context) throws IOException {
        List<List<Checkpoint>> lists = new ArrayList<>();
        array(in, context);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (in.currentToken() != JsonToken.VALUE_NULL) {
                lists.add(list(in, context));
            }
        }
        return lists;
    }

    private static List<Checkpoint> list(JsonParser in, DeserializationContext context) throws IOException {
        List<Checkpoint> list = new ArrayList<>();
        array(in, context);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (in.currentToken() != JsonToken.VALUE_NULL) {
                list.add(context.readValue(in, Checkpoint.class));
            }
        }
        return list;
    }

    private static void array(JsonParser in, DeserializationContext context) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            context.reportInputMismatch(List.class, "not an array");
        }
    }
}
