package dev.opsdk.bizconnector.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.bizconnector.ConnectorEvents;
import dev.opsdk.bizconnector.Recordings;
import dev.opsdk.core.testkit.Fuzz;
import dev.opsdk.core.testkit.Hostile;
import dev.opsdk.core.testkit.ModelFuzz;
import dev.opsdk.core.testkit.Parsing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What turns a connector's answers and deliveries into values, against damaged ones. */
class ConnectorParsersFuzzTest {

    @TestFactory
    Stream<DynamicTest> models() {
        Map<Class<?>, List<String>> seeds = new LinkedHashMap<>();
        for (Recordings.Exchange exchange : Recordings.all()) {
            JsonNode body = exchange.body();
            if (exchange.status() / 100 != 2 || !body.isObject()) {
                continue;
            }
            JsonNode result = body.has("result") ? body.get("result") : body;
            JsonNode one = result.isArray() ? result.path(0) : result;
            ReplyTypes.of(exchange)
                    .filter(type -> one.isObject() && one.toString().length() < 20_000)
                    .ifPresent(type -> seeds.computeIfAbsent(type, any -> new ArrayList<>())
                            .add(one.toString()));
        }
        assertThat(seeds).hasSizeGreaterThan(20);
        return seeds.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey().getSimpleName(), () -> ModelFuzz.of(entry.getKey(), 100, entry.getValue())));
    }

    @Test
    void deliveries() {
        List<Map.Entry<String, JsonNode>> recorded = Recordings.webhooks();
        Fuzz.run("delivery", 2_000, random -> {
            JsonNode body = Hostile.oneOf(recorded, random).getValue().get("body");
            byte[] damaged = Hostile.json(body.toString(), random);
            try {
                Object event = random.nextBoolean()
                        ? ConnectorEvents.webhook(damaged)
                        : ConnectorEvents.broker(body.path("trigger").asText(), damaged);
                assertThat(event.toString()).isNotNull();
                assertThat(Set.of(event)).contains(event);
            } catch (IllegalArgumentException e) {
                assertThat(e).isExactlyInstanceOf(IllegalArgumentException.class);
                assertThat(e.getMessage()).contains("a connector").doesNotContain(Hostile.MARKER);
            }
        });
    }

    @Test
    void namesOfDownloads() {
        Parsing.lenient(
                "Content-Disposition",
                2_000,
                List.of("attachment;filename=\"a%20b.txt\"", "attachment; filename=x.pdf", "inline;filename*=UTF-8''a"),
                Downloads::name);
    }
}
