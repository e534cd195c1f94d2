package dev.opsdk.simulator.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Health, and what a connector tells about itself. */
class HealthTest extends BizTest {

    private final BizConnectorSimulator sim = start();
    private final SimConnector connector = sim.connector(0);
    private final BizWire wire = BizWire.of(connector);

    private void assertHealth(String database, String connection, String authentication) {
        HttpResponse<byte[]> answer = wire.only().raw("GET", "/health");
        boolean healthy = (database + connection + authentication).equals("healthyhealthyhealthy");
        assertThat(answer.statusCode()).isEqualTo(healthy ? 200 : 500);
        assertThat(text(answer))
                .isEqualTo("{\"isHealthy\":" + healthy + ",\"services\":{\"database\":\"" + database
                        + "\",\"backboneConnection\":\"" + connection + "\",\"backboneAuthentication\":\""
                        + authentication
                        + "\"}}");
    }

    @Test
    void unhealthyIs500WithAReport() {
        assertHealth("healthy", "healthy", "healthy");
        connector.databaseDown();
        assertHealth("unhealthy", "healthy", "healthy");
        connector.databaseUp();
        assertHealth("healthy", "healthy", "healthy");
    }

    @Test
    void aLoginStaysGoodForFiveMinutes() {
        sim.backbone().rejectsCredentials();
        assertHealth("healthy", "healthy", "healthy");
        none(wire.sync());
        sim.advance(Duration.ofMinutes(5));
        assertHealth("healthy", "healthy", "unhealthy");
        failed(wire.sync(), 401, "error.transport.request.noAuthGrant");
        sim.backbone().up();
        assertHealth("healthy", "healthy", "healthy");
    }

    @Test
    void aBackboneThatIsDownIsSeen() {
        sim.backbone().down();
        assertHealth("healthy", "unhealthy", "healthy");
        sim.advance(Duration.ofMinutes(5));
        assertHealth("healthy", "unhealthy", "unhealthy");
    }

    @Test
    void healthHangsAsLongAsTheBackboneDoes() throws InterruptedException {
        sim.backbone().hangs();
        CompletableFuture<HttpResponse<byte[]>> answer = wire.later("GET", "/health");
        assertThat(connector.journal().await(entry -> entry.path().equals("/health"), Duration.ofSeconds(10)))
                .isPresent();
        ok(wire.get("/Files"));
        assertThat(answer).isNotDone();
        sim.backbone().up();
        assertThat(answer.join().statusCode()).isEqualTo(200);
    }

    @Test
    void aSlowBackboneMakesHealthSlowAndTheHeaderKeepsOnlyTheMilliseconds() {
        sim.backbone().slow(Duration.ofMillis(1001));
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = wire.raw("GET", "/health");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "X-Response-Duration-ms")).isEqualTo("5");
    }

    @Test
    void aBrokenCheckIsAnErrorUntilTheRestart() {
        connector.healthCheckBreaks();
        failed(wire.raw("GET", "/health"), 500, "error.connector.unexpected");
        failed(wire.raw("GET", "/health"), 500, "error.connector.unexpected");
        assertThat(connector.restart()).isTrue();
        assertHealth("healthy", "healthy", "healthy");
    }

    @Test
    void headIsServedToo() {
        HttpResponse<byte[]> answer = wire.only().raw("HEAD", "/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void requestsAreCountedWithThoseOfHealthAndThe401sUntilTheRestart() {
        wire.raw("GET", "/health");
        wire.only().raw("GET", "/nope");
        JsonNode counts = BizWire.read(wire.raw("GET", "/Monitoring/Requests"));
        assertThat(counts.get("requestCount").asInt()).isEqualTo(2);
        assertThat(counts.get("requestCountByStatus").toString()).isEqualTo("{\"200\":1,\"401\":1}");
        assertThat(counts.get("since").asText()).isEqualTo("2026-01-15T08:00:00.000Z");
        sim.advance(Duration.ofMinutes(1));
        connector.restart();
        JsonNode again = BizWire.read(wire.raw("GET", "/Monitoring/Requests"));
        assertThat(again.get("requestCount").asInt()).isZero();
        assertThat(again.get("since").asText()).isEqualTo("2026-01-15T08:01:00.000Z");
    }

    @Test
    void supportLeaksWhatItShouldNot() {
        BizConnectorSimulator leaky = start(BizConnectorSimulator.builder()
                .environment("DATABASE_PASSWORD", "geheim")
                .webhook(WebhookTarget.of("http://127.0.0.1:1/{{trigger}}").apiKey("webhook-secret")));
        HttpResponse<byte[]> answer = BizWire.of(leaky.connector(0)).raw("GET", "/Monitoring/Support");
        JsonNode support = BizWire.read(answer);
        JsonNode recorded = Recorded.folder("support").stream()
                .filter(one -> one.number() == 501)
                .findFirst()
                .orElseThrow()
                .answer();
        assertThat(support.at("/configuration/DATABASE_PASSWORD").asText()).isEqualTo("geheim");
        assertThat(text(answer))
                .contains("webhook-secret", "brokerpass")
                .doesNotContain(leaky.connector(0).apiKey());
        assertThat(support.at("/configuration/transportLibrary/platformClientSecret")
                        .asText())
                .isEqualTo("***");
        assertThat(names(support)).isEqualTo(names(recorded));
        assertThat(names(support.at("/configuration/modules"))).isEqualTo(names(recorded.at("/configuration/modules")));
        assertThat(support.at("/identityInfo/address").asText())
                .isEqualTo(leaky.connector(0).address());
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.properties().forEach(field -> names.add(field.getKey()));
        return names;
    }

    @Test
    void supportAnswersWhenTheRestIsUnhealthy() {
        connector.databaseDown();
        JsonNode support = BizWire.read(wire.raw("GET", "/Monitoring/Support"));
        assertThat(support.at("/health/services/database").asText()).isEqualTo("unhealthy");
        assertThat(wire.raw("GET", "/Monitoring/Version").statusCode()).isEqualTo(200);
    }
}
