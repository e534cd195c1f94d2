package dev.opsdk.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A simulator for each test, closed afterwards. */
abstract class OmsTest {

    private final List<OmsSimulator> started = new ArrayList<>();

    OmsSimulator start() {
        return start(OmsSimulator.builder());
    }

    OmsSimulator start(OmsSimulatorBuilder builder) {
        OmsSimulator sim = builder.start();
        started.add(sim);
        return sim;
    }

    static JsonNode storeDetail(CmWire wire, OmsStore store) {
        return CmWire.json(wire.get("/crawler/detail", "filters", "", "crawler", store.name()))
                .get("crawler");
    }

    static JsonNode writerDetail(CmWire wire, OmsWriter writer) {
        return CmWire.json(wire.get("/JDBCWriter/detail", "writerName", writer.name()))
                .get("replicator");
    }

    static void assertDone(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(CmWire.json(answer).get("isSuccess").asBoolean())
                .as(answer.body())
                .isTrue();
    }

    static JsonNode assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode body = CmWire.json(answer);
        assertThat(body.get("isSuccess").asBoolean()).as(answer.body()).isFalse();
        return body;
    }

    static void assertCode(HttpResponse<String> answer, String code) {
        assertThat(assertRefused(answer).path("errCode").asText())
                .as(answer.body())
                .isEqualTo(code);
    }

    @AfterEach
    void closeAll() {
        started.forEach(OmsSimulator::close);
    }
}
