package dev.opsdk.simulator.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A simulator for each test, closed afterwards. */
abstract class BizTest {

    static final String END = "'expiresAt':'2031-01-01T00:00:00.000Z'";

    private final List<BizConnectorSimulator> started = new ArrayList<>();

    BizConnectorSimulator start() {
        return start(BizConnectorSimulator.builder());
    }

    BizConnectorSimulator start(BizConnectorSimulatorBuilder builder) {
        BizConnectorSimulator sim = builder.start();
        started.add(sim);
        return sim;
    }

    /** The result of a call that succeeded. */
    static JsonNode result(HttpResponse<byte[]> answer, int status) {
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(status);
        JsonNode body = BizWire.read(answer);
        assertThat(body.properties())
                .extracting(Map.Entry::getKey)
                .as(text(answer))
                .containsExactly("result");
        return body.get("result");
    }

    static JsonNode ok(HttpResponse<byte[]> answer) {
        return result(answer, 200);
    }

    static JsonNode created(HttpResponse<byte[]> answer) {
        assertThat(answer.headers().firstValue("Location")).as(text(answer)).contains("_");
        return result(answer, 201);
    }

    /** The error of a call that failed. */
    static JsonNode failed(HttpResponse<byte[]> answer, int status, String code) {
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(status);
        JsonNode error = BizWire.read(answer).get("error");
        assertThat(error.get("code").asText()).as(text(answer)).isEqualTo(code);
        assertThat(error.get("id").asText()).matches("ERR[A-HJ-NP-Z2-9]{17}");
        assertThat(error.get("docs").asText()).isEqualTo("https://enmeshed.eu/integrate/error-codes#" + code);
        return error;
    }

    static void none(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @AfterEach
    void closeAll() {
        started.forEach(BizConnectorSimulator::close);
    }
}
