package dev.opsdk.bizconnector.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.assess.ApiKeyEntry;
import dev.opsdk.bizconnector.assess.CheckFinding;
import dev.opsdk.bizconnector.assess.CheckReport;
import dev.opsdk.bizconnector.assess.DiskSpace;
import dev.opsdk.bizconnector.assess.Verdict;
import dev.opsdk.core.Secret;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which checks run, how long they took, and what the report keeps to itself. */
class CheckRunTest {
    private final FakeConnector connector = new FakeConnector();
    private final BizConnectorClient client = connector.client();

    @TempDir
    private Path dir;

    @AfterEach
    void close() {
        client.close();
        connector.close();
    }

    @Test
    void aReportTellsWhenItBeganAndHowLongItTook() {
        CheckReport report = client.checks()
                .run(options -> options.disks(Path.of("/")).diskSource(path -> {
                    connector.time.advance(Duration.ofSeconds(3));
                    return new DiskSpace(path.toString(), 1L << 40, 1L << 39);
                }));
        assertThat(report.time()).isEqualTo(FakeConnector.NOW);
        assertThat(report.took()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void theLogRepeatsNoSecretThatIsKnown() throws Exception {
        connector.recorded("GET /Monitoring/Support", 200, "501-support-with-webhook-and-broker-secrets");
        Path log = Files.writeString(dir.resolve("latest.log"), """
                [2026-11-20T10:00:02.000] [ERROR] HttpServer - ERRRZLD8YG6R247Q8H7C
                told-secret, key-of-the-inventory and webhook-secret-123 failed
                """);
        CheckReport report = client.checks()
                .run(options -> options.logs(log)
                        .mask(Secret.of("told-secret"))
                        .apiKeys(List.of(new ApiKeyEntry(
                                "a", Secret.of("key-of-the-inventory"), true, Optional.empty(), Set.of()))));
        assertThat(report.result("log").orElseThrow().seen("ERRRZLD8YG6R247Q8H7C"))
                .contains("***, *** and *** failed");
    }

    @Test
    void webhooksThatAreToldNeedNoOtherSystem() {
        URI here = URI.create(connector.url());
        CheckReport report = client.checks().run(options -> options.webhooks(here));
        assertThat(report.result("webhooks").orElseThrow().summary())
                .isEqualTo(here.getHost() + ":" + here.getPort() + " accepts connections");
        assertThat(report.notRun()).containsKeys("backbone", "tls").doesNotContainKey("webhooks");
    }

    @Test
    void aConnectorBehindTlsIsAskedForItsCertificateWithoutBeingTold() {
        connector.down();
        try (BizConnectorClient secure = BizConnectorClient.builder()
                .url(connector.url().replace("http:", "https:"))
                .apiKey(Secret.of(FakeConnector.KEY))
                .timeSource(connector.time)
                .build()) {
            CheckReport report = secure.checks().run();
            assertThat(report.result("tls").orElseThrow().summary()).contains("showed no certificate");
        }
    }

    @Test
    void withoutASecondSampleTheCountersAreReadOnce() {
        client.checks().requests(options -> {});
        assertThat(connector.count("GET /Monitoring/Requests")).isEqualTo(1);
        assertThat(connector.time.sleeps()).isEmpty();
    }

    @Test
    void anAnnouncementCountsUntilItsEndAndOneOfLowSeverityIsNoWarning() {
        String announcement = "{\"id\":\"ANC%s\",\"severity\":\"%s\",\"title\":\"%s\",\"expiresAt\":\"%s\"}";
        String later = FakeConnector.NOW.plusMillis(1).toString();
        connector.answer(
                "GET /api/core/v1/Announcements",
                200,
                "{\"result\":[" + announcement.formatted("1", "Low", "New look", later) + ","
                        + announcement.formatted("2", "High", "Just over", FakeConnector.NOW) + "]}");
        CheckFinding finding = client.checks().only("announcements", options -> {});
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.summary()).isEqualTo("current announcements of the Backbone: 1");
        connector.answer(
                "GET /api/core/v1/Announcements",
                200,
                "{\"result\":[" + announcement.formatted("1", "Medium", "Down on Sunday", later) + "]}");
        CheckFinding warning = client.checks().only("announcements", options -> {});
        assertThat(warning.verdict()).isEqualTo(Verdict.WARN);
        assertThat(warning.summary()).contains("Down on Sunday");
    }

    @Test
    void singleChecksAreNamedLikeThoseOfTheReport() {
        assertThat(client.checks().sync().check()).isEqualTo("sync");
        assertThat(client.checks().configuration().check()).isEqualTo("configuration");
        assertThat(client.checks()).hasToString("checks of " + connector.url());
    }

    @Test
    void aRestoreIsVerifiedAlsoWhenTheConnectorIsDown() {
        connector.then("GET /health", () -> connector.time.advance(Duration.ofSeconds(2)));
        Path file = dir.resolve("f.json");
        client.procedures().fingerprint(file);
        assertThat(client.procedures().verifyRestore(file).took()).isEqualTo(Duration.ofSeconds(2));
        connector.down();
        CheckReport report = client.procedures().verifyRestore(file);
        assertThat(report.result("fingerprint").orElseThrow().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(report.result("health").orElseThrow().verdict()).isEqualTo(Verdict.FAIL);
    }
}
