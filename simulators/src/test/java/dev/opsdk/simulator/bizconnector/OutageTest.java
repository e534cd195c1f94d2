package dev.opsdk.simulator.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Backbone or a database that does not do what it should. */
class OutageTest extends BizTest {

    private final BizConnectorSimulator sim = start();
    private final SimConnector connector = sim.connector(0);
    private final BizWire wire = BizWire.of(connector);

    @ParameterizedTest
    @CsvSource({
        "401, 602, 603",
        "403, 604, 606",
        "404, 607, 609",
        "429, 610, 612",
        "500, 614, 615",
        "503, 617, 618",
        "400, 619, 621"
    })
    void itsStatusIsPassedOnAsRecorded(int status, int from, int to) {
        sim.backbone().failing(status);
        Replayer replayer = new Replayer(Map.of("a", wire));
        for (Recorded recorded : Recorded.folder("outage")) {
            if (recorded.number() >= from && recorded.number() <= to) {
                JsonNode expected = recorded.answer().get("error");
                JsonNode error = failed(
                        replayer.send(recorded),
                        recorded.status(),
                        expected.get("code").asText());
                if (status != 400) {
                    assertThat(error.get("message")).isEqualTo(expected.get("message"));
                }
                assertThat(connector.logs()).contains(error.get("id").asText());
            }
        }
    }

    @Test
    void withTheBackboneDownLocalThingsWork() {
        sim.backbone().down();
        JsonNode error = failed(wire.sync(), 500, "error.transport.request.unknown");
        assertThat(error.get("message").asText()).startsWith("connect ECONNREFUSED 127.0.0.1:");
        failed(wire.post("/Tokens/Own", "{'content':{}," + END + "}"), 500, "error.transport.request.unknown");
        failed(wire.get("/Attributes/TagCollection"), 500, "error.transport.request.unknown");
        ok(wire.get("/Files"));
        ok(wire.get("/Account/IdentityInfo"));
        ok(wire.get("/Account/SyncInfo"));
        created(wire.post("/Attributes", "{'content':{'value':{'@type':'GivenName','value':'A'}}}"));
        sim.backbone().up();
        none(wire.sync());
    }

    @Test
    void aDeadDatabaseIsA400() {
        connector.databaseDown();
        JsonNode error = failed(wire.get("/Attributes"), 400, "error.runtime.unknown");
        assertThat(error.get("message").asText()).contains("connect ECONNREFUSED");
        failed(wire.sync(), 400, "error.runtime.unknown");
        failed(wire.get("/Requests/Outgoing"), 400, "error.runtime.unknown");
        failed(wire.post("/Challenges", "{'challengeType':'Identity'}"), 400, "error.runtime.unknown");
        ok(wire.get("/Account/IdentityInfo"));
    }

    @Test
    void announcementsAreNotices() {
        sim.backbone().announce("High", "Down soon", "At noon");
        assertThat(ok(wire.get("/Announcements?language=en")).at("/0/severity").asText())
                .isEqualTo("High");
        HttpResponse<byte[]> bad = wire.get("/Announcements?language=xx");
        failed(bad, 400, "error.runtime.validation.invalidPropertyValue");
        failed(wire.get("/Announcements"), 400, "error.runtime.validation.invalidPropertyValue");
    }

    @Test
    void theBackboneItselfTellsHealthAndVersion() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<String> version = client.send(
                HttpRequest.newBuilder(URI.create(sim.backbone().url() + "/api/v2/Version"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(BizWire.read(version.body()).at("/result/majorVersion").asInt())
                .isEqualTo(7);
        assertThat(BizWire.read(wire.raw("GET", "/Monitoring/Support"))
                        .at("/configuration/transportLibrary/baseUrl")
                        .asText())
                .isEqualTo(sim.backbone().url());
    }
}
