package dev.opsdk.bizconnector.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.bizconnector.model.QrCode;
import dev.opsdk.bizconnector.model.monitoring.HealthReport;
import dev.opsdk.core.internal.Json;
import dev.opsdk.core.internal.Json.Undecodable;
import dev.opsdk.core.internal.OnePass;
import dev.opsdk.core.internal.Reply;
import dev.opsdk.core.internal.ReplyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From an answer to a value or the exception that it means. Routes of the API have an envelope, those of infrastructure none. */
public final class Readers {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private Readers() {}

    /**
     * For a route of the API that answers one value.
     *
     * @param type the value
     * @param <T> the value
     * @return the reader
     */
    public static <T> ReplyReader<T> one(Class<T> type) {
        return reply -> {
            success(reply);
            Optional<T> quick = OnePass.one(reply, "result", type).flatMap(OnePass::value);
            return quick.isPresent() ? quick.get() : Json.decode(result(reply), type, "result");
        };
    }

    /**
     * For a route of the API that answers a list.
     *
     * @param type the element
     * @param <T> the element
     * @return the reader
     */
    public static <T> ReplyReader<List<T>> many(Class<T> type) {
        return reply -> {
            success(reply);
            Optional<List<T>> quick = OnePass.many(reply, "result", type).flatMap(OnePass::value);
            if (quick.isPresent()) {
                return quick.get();
            }
            JsonNode array = result(reply);
            if (!array.isArray()) {
                throw new Undecodable("at result: expected a list");
            }
            List<T> values = new ArrayList<>(array.size());
            for (JsonNode element : array) {
                values.add(Json.decode(element, type, "result[" + values.size() + "]"));
            }
            return List.copyOf(values);
        };
    }

    /**
     * For a route that answers 204 and nothing.
     *
     * @return the reader
     */
    public static ReplyReader<Boolean> nothing() {
        return reply -> {
            success(reply);
            if (reply.status() != 204) {
                throw new Undecodable("expected an answer without content");
            }
            return true;
        };
    }

    /**
     * For a route that answers a picture.
     *
     * @return the reader
     */
    public static ReplyReader<QrCode> picture() {
        return reply -> {
            success(reply);
            byte[] body = reply.body();
            for (int i = 0; i < PNG.length; i++) {
                if (body.length <= i || body[i] != PNG[i]) {
                    throw new Undecodable("expected a PNG picture");
                }
            }
            return QrCode.of(body);
        };
    }

    /**
     * For a route of infrastructure, without an envelope.
     *
     * @param type the value
     * @param <T> the value
     * @return the reader
     */
    public static <T> ReplyReader<T> bare(Class<T> type) {
        return reply -> {
            success(reply);
            return Json.decode(Json.tree(reply.body()), type, "the reply");
        };
    }

    /**
     * For {@code /health}: a report with status 500 is an answer like any other. If the check itself fails, the server says so with an
     * error, and goes on saying so until it is restarted.
     *
     * @return the reader
     */
    public static ReplyReader<HealthReport> health() {
        return reply -> {
            JsonNode tree = Json.tree(reply.body());
            boolean report = tree.path("isHealthy").isBoolean();
            if (report && (reply.status() == 200 || reply.status() == 500)) {
                return Json.decode(tree, HealthReport.class, "the report");
            }
            success(reply);
            throw new Undecodable("expected a health report");
        };
    }

    private static JsonNode result(Reply reply) throws Undecodable {
        JsonNode result = Json.tree(reply.body()).path("result");
        if (result.isMissingNode()) {
            throw new Undecodable("no 'result', so this is no answer of a Business Connector");
        }
        return result;
    }

    /** Passes a success, and throws what anything else means. */
    static void success(Reply reply) throws Undecodable {
        if (reply.status() / 100 != 2) {
            throw Failures.of(reply);
        }
    }
}
