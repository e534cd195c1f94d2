package dev.opsdk.ccr.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.ccr.RecordedExchanges;
import dev.opsdk.ccr.RecordedExchanges.Exchange;
import dev.opsdk.ccr.model.Feature;
import dev.opsdk.ccr.model.JobDetail;
import dev.opsdk.ccr.model.JobLag;
import dev.opsdk.ccr.model.JobProgress;
import dev.opsdk.ccr.model.JobStatus;
import dev.opsdk.ccr.model.SyncerMetrics;
import dev.opsdk.ccr.model.ViewRow;
import dev.opsdk.core.internal.Json;
import dev.opsdk.core.testkit.ModelFuzz;
import dev.opsdk.core.testkit.Parsing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What turns a syncer's texts into values, against damaged ones. */
class CcrParsersFuzzTest {
    private static final String ROW =
            "{\"jobName\":\"j\",\"type\":\"db_sync\",\"lag\":\"3\",\"lagSec\":\"0\",\"syncState\":"
                    + "\"DBIncrementalSync\",\"subSyncState\":\"Done\",\"lastFullSyncTime\":\"1\",\"isHostMapping\":\"false\"}";

    private static List<String> bodies(String path) {
        return RecordedExchanges.all().stream()
                .filter(exchange -> exchange.request().path().equals(path))
                .map(Exchange::response)
                .filter(response -> response.status() == 200)
                .map(RecordedExchanges.Response::body)
                .distinct()
                .toList();
    }

    /** The objects at a field of the recorded answers, those in a list one by one, those in a text unwrapped. */
    private static List<String> parts(String path, String field) {
        List<String> parts = new ArrayList<>();
        for (String body : bodies(path)) {
            JsonNode at = JsonTrees.tree(body).path(field);
            JsonNode part = at.isTextual() && at.textValue().startsWith("{") ? JsonTrees.tree(at.textValue()) : at;
            (part.isArray() ? Stream.of(part).flatMap(list -> Stream.of(list.get(0))) : Stream.of(part))
                    .filter(one -> one != null && one.isObject())
                    .map(JsonNode::toString)
                    .forEach(parts::add);
        }
        assertThat(parts).isNotEmpty();
        return parts;
    }

    @TestFactory
    Stream<DynamicTest> models() {
        return Stream.of(
                test(JobStatus.class, parts("/job_status", "status")),
                test(JobDetail.class, parts("/job_detail", "job_detail")),
                test(JobProgress.class, parts("/job_progress", "job_progress")),
                test(JobLag.class, bodies("/get_lag")),
                test(Feature.class, parts("/features", "flags")),
                test(ViewRow.class, List.of(ROW)));
    }

    private static DynamicTest test(Class<?> model, List<String> seeds) {
        return DynamicTest.dynamicTest(model.getSimpleName(), () -> ModelFuzz.of(model, 500, seeds));
    }

    @Test
    void metrics() {
        List<String> small = bodies("/metrics").stream()
                .map(body -> body.substring(0, Math.min(body.length(), 3_000)))
                .toList();
        Parsing.ofServer("metrics", 500, small, text -> SyncerMetrics.of(PrometheusText.parse(text)));
    }

    @Test
    void envelopes() {
        Parsing.ofServersJson(
                "envelope",
                1_000,
                List.of("{\"success\":true,\"jobs\":[\"a\"]}", "{\"success\":false,\"error_msg\":\"no\"}"),
                text -> Envelope.open(tree(text)));
        Parsing.ofServersJson(
                "view", 1_000, List.of("{\"success\":true,\"jobs\":[" + ROW + "]}", "[normal] no such job"), text -> {
                    Envelope view = Envelope.openView(text.getBytes(StandardCharsets.UTF_8));
                    return view.success() ? Replies.view(view) : view;
                });
    }

    private static JsonNode tree(String text) throws Json.Undecodable {
        return Json.tree(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void wordsOfFailures() {
        List<String> words = RecordedExchanges.all().stream()
                .map(exchange -> exchange.response().body())
                .filter(body -> body.contains("error_msg"))
                .map(body -> JsonTrees.tree(body).path("error_msg").asText())
                .distinct()
                .toList();
        Parsing.lenient("words of failures", 1_000, words, Classifier::classify);
    }

    @Test
    void addressesOfOwners() {
        Parsing.lenient(
                "address of an owner",
                1_000,
                List.of("http://127.0.0.1:9190/pause", "http://[::1]:9190/job_status?a=b", "https://u:p@host/pause"),
                text -> AddressBook.owner(text, "/pause"));
        assertThat(AddressBook.owner("http://h:1/pause", "/pause")).isNotEqualTo(Optional.empty());
    }
}
