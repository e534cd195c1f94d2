package dev.opsdk.simulator.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who is let in, and to what. */
class AuthenticationTest extends BizTest {

    private static final String VERSION = "/Monitoring/Version";

    @Test
    void aMissingOrWrongKeyIsAnsweredWith401AndWouldHaveTakenUpToFourSeconds() {
        SimConnector connector = start().connector(0);
        BizWire wire = BizWire.of(connector);
        failed(wire.only().raw("GET", VERSION), 401, "error.connector.unauthorized");
        failed(wire.only("X-API-KEY", "wrong").raw("GET", VERSION), 401, "error.connector.unauthorized");
        assertThat(connector.unauthorizedDelays())
                .hasSize(2)
                .allSatisfy(delay -> assertThat(delay).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(4)));
    }

    @Test
    void theDelayIsRealWhenItIsAskedFor() {
        SimConnector connector = start(BizConnectorSimulator.builder().unauthorizedDelay(Duration.ofMillis(60)))
                .connector(0);
        long start = System.nanoTime();
        failed(BizWire.of(connector).only().raw("GET", VERSION), 401, "error.connector.unauthorized");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(60));
    }

    @Test
    void disabledAndExpiredKeysAreWrongKeys() {
        BizConnectorSimulator sim = start(BizConnectorSimulator.builder()
                .apiKeys(
                        SimApiKey.of("first"),
                        SimApiKey.of("disabled").disabled(),
                        SimApiKey.of("ending").expiring(Instant.parse("2026-01-15T08:00:10Z"))));
        BizWire wire = BizWire.of(sim.connector(0));
        failed(wire.only("X-API-KEY", "disabled").raw("GET", VERSION), 401, "error.connector.unauthorized");
        assertThat(wire.only("X-API-KEY", "ending").raw("GET", VERSION).statusCode())
                .isEqualTo(200);
        sim.advance(Duration.ofSeconds(10));
        failed(wire.only("X-API-KEY", "ending").raw("GET", VERSION), 401, "error.connector.unauthorized");
    }

    @Test
    void aKeyWithoutTheRoleIsForbiddenWhereItsScopesEnd() {
        BizConnectorSimulator sim = start(BizConnectorSimulator.builder()
                .apiKeys(
                        SimApiKey.of("monitor", "monitoring:**", "core:account"),
                        SimApiKey.of("one", "core:*"),
                        SimApiKey.of("out", "core:requests:outgoing")));
        BizWire wire = BizWire.of(sim.connector(0));
        assertThat(wire.only("X-API-KEY", "monitor").raw("GET", VERSION).statusCode())
                .isEqualTo(200);
        ok(wire.only("X-API-KEY", "monitor").get("/Account/SyncInfo"));
        failed(wire.only("X-API-KEY", "monitor").get("/Files"), 403, "error.connector.forbidden");
        ok(wire.only("X-API-KEY", "one").get("/Files"));
        failed(wire.only("X-API-KEY", "one").raw("GET", VERSION), 403, "error.connector.forbidden");
        ok(wire.only("X-API-KEY", "one").get("/Requests/Incoming"));
        ok(wire.only("X-API-KEY", "out").get("/Requests/Outgoing"));
        failed(wire.only("X-API-KEY", "out").get("/Requests/Incoming"), 403, "error.connector.forbidden");
    }

    @Test
    void everythingButHealthIs401FirstEvenUnknownRoutesAndPreflights() {
        BizWire wire = BizWire.of(start().connector(0)).only();
        assertThat(wire.raw("GET", "/health").statusCode()).isEqualTo(200);
        failed(wire.raw("POST", "/health"), 401, "error.connector.unauthorized");
        failed(wire.raw("GET", "/nope"), 401, "error.connector.unauthorized");
        failed(wire.raw("OPTIONS", "/api/core/v1/Files"), 401, "error.connector.unauthorized");
    }

    @Test
    void withAnOriginConfiguredPreflightsNeedNoKey() {
        BizWire wire = BizWire.of(start(BizConnectorSimulator.builder().corsOrigin("https://ops.example"))
                .connector(0));
        HttpResponse<byte[]> answer = wire.only("Origin", "https://ops.example").raw("OPTIONS", "/api/core/v1/Files");
        none(answer);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("https://ops.example");
    }

    @Test
    void aBearerTokenIsGoodForItsScopesUntilItExpires() {
        BizConnectorSimulator sim = start();
        BizWire wire = BizWire.of(sim.connector(0));
        BizWire bearer =
                wire.only("Authorization", "Bearer " + sim.bearerToken("monitoring:version", Duration.ofMinutes(1)));
        assertThat(bearer.raw("GET", VERSION).statusCode()).isEqualTo(200);
        failed(bearer.get("/Messages"), 403, "error.connector.forbidden");
        BizWire roleless = wire.only("Authorization", "Bearer " + sim.bearerToken("", Duration.ofMinutes(1)));
        failed(roleless.raw("GET", VERSION), 403, "error.connector.forbidden");
        sim.advance(Duration.ofMinutes(1));
        HttpResponse<byte[]> expired = bearer.raw("GET", VERSION);
        failed(expired, 401, "error.connector.unauthorized");
        assertThat(expired.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void aWrongKeyIsNotMadeGoodByAToken() {
        BizConnectorSimulator sim = start();
        String token = sim.bearerToken("**", Duration.ofMinutes(1));
        BizWire wire = BizWire.of(sim.connector(0)).only("X-API-KEY", "wrong", "Authorization", "Bearer " + token);
        failed(wire.raw("GET", VERSION), 401, "error.connector.unauthorized");
    }

    @Test
    void tokensAreGivenForClientCredentials() throws IOException, InterruptedException {
        BizConnectorSimulator sim = start();
        String form =
                "grant_type=client_credentials&client_id=opsdk&client_secret=opsdk-secret&scope=monitoring%3Aversion";
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(sim.tokenUrl()))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        JsonNode token = BizWire.read(answer.body());
        assertThat(token.get("expires_in").asInt()).isEqualTo(300);
        BizWire bearer = BizWire.of(sim.connector(0))
                .only("Authorization", "Bearer " + token.get("access_token").asText());
        assertThat(bearer.raw("GET", VERSION).statusCode()).isEqualTo(200);
    }

    @Test
    void withNothingConfiguredDebugModeLetsEverybodyIn() {
        BizWire wire = BizWire.of(
                start(BizConnectorSimulator.builder().debug(true).apiKeys().bearerTokens(false))
                        .connector(0));
        ok(wire.only().get("/Files"));
    }
}
