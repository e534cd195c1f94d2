package dev.opsdk.ccr.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.ccr.RecordedExchanges;
import dev.opsdk.ccr.RecordedExchanges.Exchange;
import dev.opsdk.ccr.RecordedExchanges.Response;
import dev.opsdk.core.internal.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingsTest {
    /** Every kind of failure that was recorded, and what it is. */
    private static final Map<Pattern, ErrorKind> FAILURES = failures();

    static Stream<Exchange> exchanges() {
        return RecordedExchanges.all().stream();
    }

    @Test
    void everyExchangeOfTheTranscriptsIsVisited() {
        assertThat(RecordedExchanges.all())
                .hasSize((int) RecordedExchanges.titles())
                .hasSize(TOTAL);
        assertThat(RecordedExchanges.in("recorded.txt")).hasSize(159);
        assertThat(RecordedExchanges.all())
                .allSatisfy(exchange -> assertThat(exchange.responses()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void everyAnswerIsDecodedWithNothingLostOrClassifiedOrKnownNotToBeJson(Exchange exchange) throws Exception {
        String path = exchange.request().path();
        for (Response response : exchange.responses()) {
            if (response.status() == 200
                    && !path.equals("/metrics")
                    && !exchange.request().method().equals("HEAD")) {
                jsonAnswer(path, response);
            } else {
                otherAnswer(exchange, response);
            }
        }
    }

    private static void jsonAnswer(String path, Response response) throws Json.Undecodable {
        assertThat(response.headers()).containsEntry("Content-Type", "text/plain; charset=utf-8");
        JsonNode tree = JsonTrees.tree(response.body());
        if (path.equals("/version")) {
            assertThat(JsonTrees.written(Replies.version(tree))).isEqualTo(tree);
            return;
        }
        Envelope reply = Envelope.open(tree);
        if (reply.success()) {
            assertThat(reply.errorMessage()).isEmpty();
            assertThat(JsonTrees.meaning(Decoding.roundTrip(path, reply))).isEqualTo(JsonTrees.meaning(reply.fields()));
        } else {
            assertThat(Classifier.classify(reply.errorMessage()).kind()).isEqualTo(expected(reply.errorMessage()));
        }
    }

    private static void otherAnswer(Exchange exchange, Response response) throws Json.Undecodable {
        String path = exchange.request().path();
        switch (response.status()) {
            case 303 -> {
                assertThat(response.body()).isEmpty();
                assertThat(response.headers()).containsEntry("Location", "http://127.0.0.1:19191" + path);
            }
            case 400 -> {
                assertThat(path).isEqualTo("/create_ccr");
                assertThat(Classifier.classify(response.body()).kind()).isEqualTo(ErrorKind.BAD_JSON);
            }
            case 404 -> assertThat(Classifier.classify(response.body()).kind()).isEqualTo(ErrorKind.UNSUPPORTED);
            case 500 -> {
                assertThat(path).isEqualTo("/metrics");
                assertThat(Classifier.classify(response.body()).kind()).isEqualTo(ErrorKind.PRECONDITION);
            }
            default -> {
                assertThat(response.status()).isEqualTo(200);
                assertThat(exchange.request().method()).isIn("HEAD", "GET");
                if (path.equals("/metrics")) {
                    assertThat(PrometheusText.parse(response.body())).hasSize(17);
                }
            }
        }
    }

    @Test
    void everyRecordedFailureIsExpectedOnce() {
        List<String> messages = new ArrayList<>();
        for (Exchange exchange : RecordedExchanges.all()) {
            for (Response response : exchange.responses()) {
                if (response.body().startsWith("{\"success\":false")) {
                    messages.add(
                            JsonTrees.tree(response.body()).path("error_msg").textValue());
                }
            }
        }
        assertThat(messages).hasSize(FAILED);
        assertThat(FAILURES.keySet())
                .allSatisfy(pattern -> assertThat(messages)
                        .anyMatch(text -> pattern.matcher(text).find()));
    }

    private static ErrorKind expected(String message) {
        List<ErrorKind> kinds = FAILURES.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(message).find())
                .map(Map.Entry::getValue)
                .toList();
        assertThat(kinds).as(message).hasSize(1);
        return kinds.get(0);
    }

    private static Map<Pattern, ErrorKind> failures() {
        Map<String, ErrorKind> table = new TreeMap<>();
        table.put("^EOF$", ErrorKind.BAD_JSON);
        table.put("^unexpected EOF$", ErrorKind.BAD_JSON);
        table.put("^json: cannot unmarshal", ErrorKind.BAD_JSON);
        table.put("^invalid character", ErrorKind.BAD_JSON);
        table.put("^(job )?name is empty$", ErrorKind.INVALID_REQUEST);
        table.put(
                "^job is invalid: .*(is empty|is invalid: .*|are not both db or table sync)$",
                ErrorKind.INVALID_REQUEST);
        table.put("^host_mapping is empty$", ErrorKind.INVALID_REQUEST);
        table.put("^unknown skip way: (bogus)?$", ErrorKind.INVALID_REQUEST);
        table.put("^commit seq is not specified", ErrorKind.INVALID_REQUEST);
        table.put("^unknown skip way: partialsync$", ErrorKind.UNSUPPORTED);
        table.put("^job is invalid: .* already exist$", ErrorKind.ALREADY_EXISTS);
        table.put("^job \\S+ not exist$", ErrorKind.NOT_FOUND);
        table.put("^sqlite: get job failed", ErrorKind.NOT_FOUND);
        table.put("^\\[normal] job not exist", ErrorKind.MAYBE_NOT_FOUND);
        table.put("not enable binlog$", ErrorKind.PRECONDITION);
        table.put("^\\[normal] src .* not exists$", ErrorKind.PRECONDITION);
        table.put("light_schema_change", ErrorKind.PRECONDITION);
        table.put("^\\[normal] dest table .* already exists$", ErrorKind.PRECONDITION);
        table.put("public ip of host", ErrorKind.PRECONDITION);
        table.put("connection refused$", ErrorKind.CLUSTER_UNREACHABLE);
        table.put("^thrift error", ErrorKind.CLUSTER_UNREACHABLE);
        table.put("^failed tables", ErrorKind.PARTIAL_FAILURE);
        Map<Pattern, ErrorKind> compiled = new LinkedHashMap<>();
        table.forEach((regex, kind) -> compiled.put(Pattern.compile(regex), kind));
        return compiled;
    }

    private static final int TOTAL = 190;
    private static final int FAILED = 93;
}
