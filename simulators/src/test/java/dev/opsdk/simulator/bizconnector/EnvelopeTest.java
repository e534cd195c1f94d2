package dev.opsdk.simulator.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What all routes have in common. */
class EnvelopeTest extends BizTest {

    private final SimConnector connector = start().connector(0);
    private final BizWire wire = BizWire.of(connector);

    @Test
    void pathsAreCaseInsensitiveAndMayEndWithASlashButNotDoubleOne() {
        assertThat(wire.raw("GET", "/monitoring/version/").statusCode()).isEqualTo(200);
        ok(wire.raw("GET", "/API/core/v1/files"));
        failed(wire.raw("GET", "/api/core/v1//Files"), 404, "error.connector.http.routeDoesNotExist");
    }

    @Test
    void theOldPrefixIsGone() {
        failed(wire.raw("GET", "/api/v2/Account/IdentityInfo"), 404, "error.connector.http.routeDoesNotExist");
    }

    @Test
    void aWrongVerbIs405OnTheInterfaceAnd404OnMonitoring() {
        HttpResponse<byte[]> answer = wire.raw("PATCH", "/api/core/v1/Files");
        failed(answer, 405, "error.connector.http.methodNotAllowed");
        assertThat(header(answer, "Allow")).isEqualTo("GET");
        failed(wire.raw("POST", "/Monitoring/Support"), 404, "error.connector.http.routeDoesNotExist");
    }

    @Test
    void whatCannotBeProducedIs406() {
        failed(wire.accepting("text/html").get("/Account/IdentityInfo"), 406, "error.connector.http.notAcceptable");
        failed(wire.accepting("image/png").get("/Files"), 406, "error.connector.http.notAcceptable");
        failed(wire.accepting("image/png").get("/Files/FILabcdefghijklmnopq"), 404, "error.runtime.recordNotFound");
        ok(wire.accepting("text/html, */*;q=0.1").get("/Account/IdentityInfo"));
    }

    @Test
    void brokenJsonIs400EvenWithoutAKey() {
        failed(wire.post("/Tokens/Own", "{nope"), 400, "error.connector.validation.invalidJsonInPayload");
        failed(wire.only().post("/Tokens/Own", "{} x"), 400, "error.connector.validation.invalidJsonInPayload");
    }

    @Test
    void aMissingBodyIs500OnManyPosts() {
        for (String path : List.of(
                "/Tokens/Own",
                "/Challenges",
                "/Files/FILabcdefghijklmnopq/Token",
                "/RelationshipTemplates/Own/RLTabcdefghijklmnopq/Token",
                "/Attributes/ATTabcdefghijklmnopq/NotifyPeer")) {
            failed(wire.raw("POST", BizWire.API + path), 500, "error.connector.unexpected");
        }
        failed(wire.raw("POST", BizWire.API + "/Attributes"), 400, "error.runtime.validation.invalidPropertyValue");
    }

    @Test
    void aWrongContentTypeIsNoBody() {
        byte[] body = "{\"content\":{}}".getBytes(StandardCharsets.UTF_8);
        failed(wire.send("POST", BizWire.API + "/Tokens/Own", body, "text/plain"), 500, "error.connector.unexpected");
    }

    @Test
    void moreThanTwoMegabytesAre500AndNot413() {
        String body = "{'a':'" + "x".repeat(2 * 1024 * 1024) + "'}";
        failed(wire.post("/Messages", body), 500, "error.connector.unexpected");
    }

    @Test
    void onlyTheFirstViolationIsTold() {
        JsonNode error = failed(
                wire.post("/Tokens/Own", "{'content':{'a':1},'expiresAt':'tomorrow','foo':1}"),
                400,
                "error.runtime.validation.invalidPropertyValue");
        assertThat(error.get("message").asText()).isEqualTo("must NOT have additional properties");
        assertThat(failed(
                                wire.post("/Tokens/Own", "{'content':{'a':1},'expiresAt':'tomorrow'}"),
                                400,
                                "error.runtime.validation.invalidPropertyValue")
                        .get("message")
                        .asText())
                .isEqualTo("expiresAt must match ISO8601 datetime format");
        assertThat(failed(
                                wire.post("/Tokens/Own", "{'content':{'a':1},'expiresAt':'2001-01-01'}"),
                                400,
                                "error.runtime.validation.invalidPropertyValue")
                        .get("message")
                        .asText())
                .isEqualTo("'expiresAt' must be in the future");
    }

    @Test
    void weakEtagsWorkAndSmallAnswersStayUnpacked() {
        HttpResponse<byte[]> first = wire.get("/Account/IdentityInfo");
        String etag = header(first, "ETag");
        assertThat(etag).startsWith("W/\"");
        HttpResponse<byte[]> second = wire.with("If-None-Match", etag).get("/Account/IdentityInfo");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(header(first, "Content-Encoding")).isEmpty();
    }

    @Test
    void largeAnswersArePackedForWhoeverTakesThem() throws IOException {
        HttpResponse<byte[]> answer = wire.with("Accept-Encoding", "gzip").raw("GET", "/Monitoring/Support");
        assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(BizWire.read(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                            .has("configuration"))
                    .isTrue();
        }
    }

    @Test
    void theUsualHeadersAreThereAndNoTraceOfACorrelation() {
        HttpResponse<byte[]> answer = wire.with("x-correlation-id", "corr-1").get("/Account/IdentityInfo");
        assertThat(header(answer, "Keep-Alive")).isEqualTo("timeout=5");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Response-Time")).isEqualTo("2026-01-15T08:00:00.000Z");
        assertThat(header(answer, "X-Response-Duration-ms")).matches("\\d{1,3}");
        assertThat(answer.headers().map().values().toString()).doesNotContain("corr-1");
        assertThat(connector.logs()).contains("GET /api/core/v1/Account/IdentityInfo 200 -- 4ms corr-1");
    }

    @Test
    void everyRouteOfTheContractIsThere() {
        assertThat(AllRoutes.of(false).size()).isEqualTo(82);
        assertThat(AllRoutes.of(true).size()).isEqualTo(85);
    }

    @Test
    void debugModeAddsStackTraces() {
        BizWire debug =
                BizWire.of(start(BizConnectorSimulator.builder().debug(true)).connector(0));
        JsonNode error = failed(debug.get("/Files/FILabcdefghijklmnopq"), 404, "error.runtime.recordNotFound");
        assertThat(error.get("stacktrace").isArray()).isTrue();
        assertThat(failed(wire.get("/Files/FILabcdefghijklmnopq"), 404, "error.runtime.recordNotFound")
                        .has("stacktrace"))
                .isFalse();
    }
}
