package dev.opsdk.bizconnector.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.core.internal.Json;
import dev.opsdk.core.internal.Json.Undecodable;
import dev.opsdk.core.internal.Reply;
import dev.opsdk.core.internal.StreamReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Reads a list as it comes and hands out one element after the other, so that never more than one is held, and none that is larger
 * than a whole answer may be.
 *
 * @param <T> the element
 */
final class Elements<T> implements StreamReader<Long> {
    private final Class<T> type;
    private final Consumer<? super T> action;
    private final long largest;

    Elements(Class<T> type, Consumer<? super T> action, long largest) {
        this.type = type;
        this.action = action;
        this.largest = largest;
    }

    @Override
    public Long read(Reply head, InputStream body) throws Undecodable, IOException {
        Metered metered = new Metered(body, largest);
        try (JsonParser parser = Json.wire().getFactory().createParser(metered)) {
            toTheList(parser);
            long count = 0;
            for (; parser.nextToken() != JsonToken.END_ARRAY; count++) {
                metered.again();
                JsonNode element = Json.wire().readTree(parser);
                hand(Json.decode(element, type, "result[" + count + "]"));
            }
            if (parser.nextToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw new Undecodable("more text after the list");
            }
            return count;
        } catch (Metered.TooMuch e) {
            throw new Undecodable("an element larger than " + largest + " bytes");
        } catch (JsonProcessingException e) {
            throw new Undecodable("a list that is not JSON"); // Jackson's words quote what came
        }
    }

    private static void toTheList(JsonParser parser) throws Undecodable, IOException {
        boolean there = parser.nextToken() == JsonToken.START_OBJECT
                && "result".equals(parser.nextFieldName())
                && parser.nextToken() == JsonToken.START_ARRAY;
        if (!there) {
            throw new Undecodable("no list in 'result', so this is no answer of a Business Connector");
        }
    }

    private void hand(T element) {
        try {
            action.accept(element);
        } catch (RuntimeException e) {
            throw new CallersFailure(e);
        }
    }
}
