package dev.opsdk.bizconnector.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.assess.CheckFinding;
import dev.opsdk.bizconnector.assess.CheckReport;
import dev.opsdk.bizconnector.assess.Recorded;
import dev.opsdk.bizconnector.assess.TlsAssessment;
import dev.opsdk.bizconnector.assess.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    private final FakeConnector connector = new FakeConnector();
    private final BizConnectorClient client = connector.client();
    private final MockWebServer neighbour = new MockWebServer();

    @AfterEach
    void close() {
        client.close();
        connector.close();
        neighbour.close();
    }

    private void serve(java.util.function.Function<RecordedRequest, MockResponse> answers) throws IOException {
        neighbour.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answers.apply(request);
            }
        });
        neighbour.start(InetAddress.getLoopbackAddress(), 0);
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + neighbour.getPort());
    }

    private static MockResponse json(int code, String body, String... headers) {
        MockResponse.Builder builder = new MockResponse.Builder().code(code).body(body);
        for (int i = 0; i < headers.length; i += 2) {
            builder.addHeader(headers[i], headers[i + 1]);
        }
        return builder.build();
    }

    private static String target(RecordedRequest request) {
        return request.getTarget();
    }

    @Test
    void aRegistryGivesATokenAndAllPages() throws Exception {
        serve(request -> {
            String target = target(request);
            if (target.startsWith("/token")) {
                return json(200, "{\"token\":\"abc.def\"}");
            }
            if (!"Bearer abc.def".equals(request.getHeaders().get("Authorization"))) {
                return json(
                        401,
                        "{}",
                        "WWW-Authenticate",
                        "Bearer realm=\"" + base()
                                + "/token\",service=\"ghcr.io\",scope=\"repository:nmshd/connector:pull\"");
            }
            return target.contains("last=")
                    ? json(200, "{\"tags\":[\"7.6.0\",\"latest\"]}")
                    : json(
                            200,
                            "{\"tags\":[\"7.5.11\",\"12345\"]}",
                            "Link",
                            "</v2/nmshd/connector/tags/list?last=x&n=2>; rel=\"next\"");
        });
        CheckFinding finding = client.checks().version(options -> options.registry(base()));
        assertThat(finding.seen("newest")).contains("7.6.0");
        assertThat(finding.seen("tags")).contains("4, of them releases: 2");
        String token = neighbour.takeRequest(1, TimeUnit.SECONDS).getTarget();
        assertThat(token).isEqualTo("/v2/nmshd/connector/tags/list?n=1000");
        assertThat(neighbour.takeRequest(1, TimeUnit.SECONDS).getTarget())
                .isEqualTo("/token?scope=repository%3Anmshd%2Fconnector%3Apull&service=ghcr.io");
    }

    @Test
    void aMirrorWithoutTokensIsAskedForAnotherImage() throws Exception {
        serve(request -> json(200, "{\"tags\":[\"7.5.11\"]}"));
        client.checks().version(options -> options.registry(base()).image("mirror/connector"));
        assertThat(neighbour.takeRequest(1, TimeUnit.SECONDS).getTarget()).startsWith("/v2/mirror/connector/tags/list");
    }

    @Test
    void pagesThatDoNotEndAndForeignPagesAreNotFollowed() throws Exception {
        serve(request -> json(200, "{\"tags\":[\"7.5.11\"]}", "Link", "<" + request.getTarget() + ">; rel=\"next\""));
        assertThat(client.checks().version(options -> options.registry(base())).summary())
                .contains("do not end");
        neighbour.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return json(200, "{\"tags\":[\"7.5.12\"]}", "Link", "<http://elsewhere.invalid/x>; rel=\"next\"");
            }
        });
        assertThat(client.checks().version(options -> options.registry(base())).seen("newest"))
                .contains("7.5.12");
    }

    @Test
    void aRegistryThatFailsOrTalksNonsenseMakesTheVersionUnknown() throws Exception {
        serve(request -> json(503, ""));
        assertThat(client.checks().version(options -> options.registry(base())).summary())
                .contains("HTTP 503");
        neighbour.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return json(200, "<html>");
            }
        });
        CheckFinding finding = client.checks().version(options -> options.registry(base()));
        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding.summary()).contains("not JSON").doesNotContain("html");
        assertThatThrownBy(() -> client.checks().version(options -> options.registry(URI.create("file:///x"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> client.checks().version(options -> options.image("../x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void configured(String backbone, String webhook) {
        ObjectNode support =
                Recorded.body("501-support-with-webhook-and-broker-secrets").deepCopy();
        ((ObjectNode) support.at("/configuration/transportLibrary")).put("baseUrl", backbone);
        ((ObjectNode) support.at("/configuration/modules/webhooks/targets/t")).put("url", webhook);
        connector.answer("GET /Monitoring/Support", 200, support.toString());
    }

    @Test
    void theBackboneIsAskedForHealthVersionAndTime() throws Exception {
        serve(request -> target(request).equals("/health")
                ? json(200, "ok", "Date", "Fri, 20 Nov 2026 10:45:00 GMT")
                : json(200, "{\"result\":{\"majorVersion\":7}}"));
        configured(base().toString(), base() + "/w/{{trigger}}");
        CheckReport report = client.checks().run(CheckOptions.Builder::systems);
        assertThat(report.result("backbone").orElseThrow().verdict()).isEqualTo(Verdict.PASS);
        assertThat(report.result("clocks").orElseThrow().verdict()).isEqualTo(Verdict.PASS);
        assertThat(report.result("clocks").orElseThrow().evidence()).hasSize(2);
        assertThat(report.result("webhooks").orElseThrow().verdict()).isEqualTo(Verdict.PASS);
        assertThat(report.result("tls").orElseThrow().summary()).contains("none of the systems");
        assertThat(report.toString()).doesNotContain("webhook-secret-123");
    }

    @Test
    void aClockThatDiffersAndAClosedPortAreTold() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        configured("http://127.0.0.1:" + closed, "http://127.0.0.1:" + closed + "/w");
        connector.header("X-Response-Time", FakeConnector.NOW.plusSeconds(30).toString());
        CheckReport report = client.checks().run(CheckOptions.Builder::systems);
        assertThat(report.result("clocks").orElseThrow().reasons().get(0).text())
                .contains("30 s ahead");
        assertThat(report.result("webhooks").orElseThrow().summary()).contains("does not accept connections");
        assertThat(report.result("backbone").orElseThrow().verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aCertificateIsShownAlsoWhenItIsNotTrusted() throws Exception {
        HeldCertificate held = new HeldCertificate.Builder()
                .commonName("127.0.0.1")
                .addSubjectAlternativeName("127.0.0.1")
                .duration(20, TimeUnit.DAYS)
                .build();
        neighbour.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(held)
                .build()
                .sslSocketFactory());
        serve(request -> json(200, "ok"));
        TlsAssessment.Shown shown = new TlsProbe(Duration.ofSeconds(10)).look("127.0.0.1", neighbour.getPort());
        assertThat(shown.notAfter()).isEqualTo(held.certificate().getNotAfter().toInstant());
        assertThat(shown.distrust()).isPresent();
    }

    @Test
    void whoSpeaksNoTlsShowsNoCertificate() throws Exception {
        serve(request -> json(200, "ok"));
        assertThatThrownBy(() -> new TlsProbe(Duration.ofSeconds(10)).look("127.0.0.1", neighbour.getPort()))
                .isInstanceOf(IOException.class);
        configured("https://127.0.0.1:" + neighbour.getPort(), "https://127.0.0.1:" + neighbour.getPort());
        CheckFinding finding = client.checks().only("tls", CheckOptions.Builder::systems);
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.reasons()).hasSize(1);
        assertThat(List.of(finding.summary())).allMatch(text -> text.contains("showed no certificate"));
    }
}
