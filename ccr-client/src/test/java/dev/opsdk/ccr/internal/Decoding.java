package dev.opsdk.ccr.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.core.internal.Json;
import dev.opsdk.core.internal.Json.Undecodable;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Decodes by path, as a client would. */
final class Decoding {
    private Decoding() {}

    /** The fields of a successful reply as a model would write them again. */
    static JsonNode roundTrip(String path, Envelope reply) throws Undecodable {
        return switch (path) {
            case "/list_jobs" -> JsonTrees.written(Map.of("jobs", Replies.jobs(reply)));
            case "/features" -> JsonTrees.written(Map.of("flags", Replies.features(reply)));
            case "/view" -> JsonTrees.written(Map.of("jobs", Replies.view(reply)));
            case "/job_status" -> JsonTrees.written(Map.of("status", Replies.status(reply)));
            case "/job_detail" -> JsonTrees.written(Map.of("job_detail", Replies.detail(reply)));
            case "/job_progress" -> JsonTrees.written(Map.of("job_progress", Replies.progress(reply)));
            case "/get_lag" -> JsonTrees.written(Replies.lag(reply));
            default -> JsonTrees.written(Map.of());
        };
    }

    static void decode(String path, String body) throws Undecodable {
        JsonNode tree = Json.tree(body.getBytes(StandardCharsets.UTF_8));
        if (path.equals("/version")) {
            Replies.version(tree);
            return;
        }
        Envelope reply = Envelope.open(tree);
        if (reply.success()) {
            roundTrip(path, reply);
        } else {
            Classifier.classify(reply.errorMessage());
        }
    }
}
