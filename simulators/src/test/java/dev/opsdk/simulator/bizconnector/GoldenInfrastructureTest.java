package dev.opsdk.simulator.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recorded calls that need no state: who may call, what routes there are, what a broken request comes to. */
class GoldenInfrastructureTest extends BizTest {

    static List<Recorded> recordings() {
        return Recorded.folder("infrastructure");
    }

    private BizWire wire(Recorded recorded) {
        boolean debug = recorded.connector().equals("a");
        BizConnectorSimulatorBuilder builder = BizConnectorSimulator.builder()
                .debug(debug)
                .apiKeys(
                        SimApiKey.of("This_is_a_test_APIKEY_with_30_chars+"),
                        SimApiKey.of("Monitoring_only_APIKEY_with_30_chars+1", "monitoring:**"),
                        SimApiKey.of("Files_only_APIKEY_with_30_chars_long+12", "core:files"),
                        SimApiKey.of("Expired_APIKEY_with_30_chars_long+12345").expiring(Instant.EPOCH));
        if (!debug) {
            builder.corsOrigin("https://ops.example");
        }
        List<String> headers = new ArrayList<>();
        recorded.json().at("/request/headers").properties().forEach(header -> {
            if (!header.getKey().equals("Content-Type")) {
                headers.add(header.getKey());
                headers.add(header.getValue().asText());
            }
        });
        return BizWire.of(start(builder).connector(0)).only(headers.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void theAnswerIsOfTheSameKind(Recorded recorded) {
        HttpResponse<byte[]> answer = wire(recorded)
                .send(
                        recorded.method(),
                        recorded.path(),
                        recorded.bytes(recorded.body()),
                        recorded.header("Content-Type"));
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(recorded.status());
        if (header(answer, "Content-Encoding").isEmpty() && recorded.answer().isObject()) {
            JsonNode here = BizWire.read(answer);
            JsonNode there = recorded.answer();
            assertThat(here.at("/error/code")).isEqualTo(there.at("/error/code"));
            assertThat(here.at("/error/message")).isEqualTo(there.at("/error/message"));
            if (!recorded.path().endsWith("Support") && !recorded.path().endsWith("Requests")) {
                assertThat(Shapes.of(here)).isEqualTo(Shapes.of(there));
            }
        }
        assertThat(header(answer, "Allow")).isEqualTo(recorded.answerHeader("Allow"));
    }
}
