package dev.opsdk.bizconnector.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.assess.ApiKeyEntry;
import dev.opsdk.bizconnector.assess.CheckFinding;
import dev.opsdk.bizconnector.assess.CheckReport;
import dev.opsdk.bizconnector.assess.DiskSpace;
import dev.opsdk.bizconnector.assess.IdentityPin;
import dev.opsdk.bizconnector.assess.Recorded;
import dev.opsdk.bizconnector.assess.Verdict;
import dev.opsdk.core.Secret;
import dev.opsdk.core.call.Results;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
    private final FakeConnector connector = new FakeConnector();
    private final BizConnectorClient client = connector.client();

    @AfterEach
    void close() {
        client.close();
        connector.close();
    }

    @Test
    void withoutBeingToldMoreItAsksTheConnectorAlone() {
        CheckReport report = client.checks().run();
        assertThat(report.results())
                .extracting(CheckFinding::check)
                .containsExactly(
                        "health",
                        "credentials",
                        "database",
                        "sync",
                        "version",
                        "requests",
                        "configuration",
                        "key material",
                        "announcements",
                        "clocks");
        assertThat(report.notRun()).containsEntry("log", "tell logs(...)").containsKeys("disk", "backbone", "tls");
        for (String good :
                List.of("health", "credentials", "database", "version", "requests", "key material", "clocks")) {
            assertThat(report.result(good).orElseThrow().verdict()).as(good).isEqualTo(Verdict.PASS);
        }
        assertThat(report.result("sync").orElseThrow().summary()).contains("nobody synchronises");
        assertThat(report.worst()).isEqualTo(Verdict.WARN);
        assertThat(connector.count("GET /Monitoring/Support"))
                .as("read once for all")
                .isEqualTo(1);
        assertThat(report.toString()).doesNotContain("hunter2");
    }

    @Test
    void refusedCredentialsAreTriedOnce() {
        try (BizConnectorClient wrong = connector.client("wrong")) {
            CheckReport report = wrong.checks().run();
            assertThat(report.result("credentials").orElseThrow().verdict()).isEqualTo(Verdict.FAIL);
            assertThat(report.result("health").orElseThrow().verdict()).isEqualTo(Verdict.PASS);
            for (String check :
                    List.of("database", "sync", "requests", "configuration", "key material", "announcements")) {
                assertThat(report.result(check).orElseThrow().summary())
                        .as(check)
                        .isEqualTo("not asked: the connector refuses the credentials");
            }
            assertThat(connector.requests.stream().filter(each -> !each.equals("GET /health")))
                    .containsExactly("GET /Monitoring/Version");
        }
    }

    @Test
    void aMissingRoleMakesOneCheckUnknownAndNoOther() {
        connector.error("GET /Monitoring/Support", 403, "error.connector.forbidden", "You are not allowed");
        CheckReport report = client.checks().run();
        CheckFinding configuration = report.result("configuration").orElseThrow();
        assertThat(configuration.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(configuration.advice().get(0)).contains("role");
        CheckFinding sync = report.result("sync").orElseThrow();
        assertThat(sync.seen("setup")).contains("not readable");
        assertThat(sync.seen("lastSyncRun")).isPresent();
    }

    @Test
    void whatHangsHidesNothing() {
        CountDownLatch end = new CountDownLatch(1);
        connector.hang("GET /health", end);
        connector.hang("GET /api/core/v1/Announcements", end);
        try {
            CheckReport report = client.checks().run(options -> options.timeLimit(Duration.ofMillis(1500)));
            assertThat(report.result("health").orElseThrow().verdict()).isEqualTo(Verdict.FAIL);
            assertThat(report.result("health").orElseThrow().advice().get(0)).contains("Backbone");
            assertThat(report.result("announcements").orElseThrow().verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(report.result("key material").orElseThrow().verdict()).isEqualTo(Verdict.PASS);
        } finally {
            end.countDown();
        }
    }

    @Test
    void aDatabaseThatIsDownIsSeenByAQueryAndByHealth() {
        connector.recorded("GET /health", 500, "503-db-down-health");
        connector.error(
                "GET /api/core/v1/Attributes", 400, "error.runtime.unknown", "connect ECONNREFUSED 127.0.0.1:27017");
        assertThat(client.checks().health().summary()).contains("database is unhealthy");
        CheckFinding database = client.checks().database();
        assertThat(database.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(database.summary()).contains("ECONNREFUSED");
    }

    @Test
    void aQueryThatFailsForAnotherReasonSaysNothingAboutTheDatabase() {
        connector.error("GET /api/core/v1/Attributes", 403, "error.connector.forbidden", "no");
        assertThat(client.checks().database().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aConnectorThatIsDownFailsItsHealthAndNothingElseIsKnown() {
        connector.down();
        CheckReport report = client.checks().run();
        assertThat(report.worst()).isEqualTo(Verdict.FAIL);
        assertThat(report.with(Verdict.FAIL)).extracting(CheckFinding::check).containsExactly("health");
        assertThat(report.with(Verdict.UNKNOWN)).hasSizeGreaterThan(6);
        connector.up();
    }

    @Test
    void twoSamplesAreTakenInTheClientsOwnTime() {
        CheckFinding finding = client.checks().requests(options -> options.sample(Duration.ofMinutes(1)));
        assertThat(connector.time.sleeps()).containsExactly(Duration.ofMinutes(1));
        assertThat(finding.summary()).isEqualTo("no request in 1 min");
    }

    @Test
    void anEarlierSampleShowsARestart() {
        var earlier = client.checks().requestCounts();
        connector.answer(
                "GET /Monitoring/Requests",
                200,
                "{\"since\":\"2026-11-20T10:44:00.000Z\",\"requestCount\":1,\"requestCountByStatus\":{\"200\":1}}");
        assertThat(client.checks()
                        .requests(options -> options.earlierRequests(earlier))
                        .summary())
                .contains("restarted at 2026-11-20T10:44:00Z");
    }

    @Test
    void theKeyIsPinnedAndProved() {
        JsonNode identity = Recorded.body("201-account-identity-info").path("result");
        IdentityPin pin = new IdentityPin(
                identity.path("address").asText(), identity.path("publicKey").asText());
        CheckFinding finding =
                client.checks().keyMaterial(options -> options.pin(pin).proveKey());
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.seen("signature")).contains("verifies");
        connector.recorded("GET /api/core/v1/Account/IdentityInfo", 200, "202-account-identity-info-q");
        CheckFinding changed =
                client.checks().keyMaterial(options -> options.pin(pin).proveKey());
        assertThat(changed.summary()).contains("another identity").contains("cannot sign");
    }

    @Test
    void aReadOnlyClientProvesNothing() {
        try (BizConnectorClient careful = BizConnectorClient.builder()
                .url(connector.url())
                .apiKey(Secret.of(FakeConnector.KEY))
                .readOnly(true)
                .build()) {
            assertThat(careful.checks()
                            .keyMaterial(CheckOptions.Builder::proveKey)
                            .verdict())
                    .isEqualTo(Verdict.UNKNOWN);
            assertThat(connector.count("POST /api/core/v1/Challenges")).isZero();
        }
    }

    @Test
    void anAnnouncementThatMattersIsAWarningUntilItEnds() {
        connector.answer(
                "GET /api/core/v1/Announcements",
                200,
                "{\"result\":[{\"id\":\"ANC1\",\"severity\":\"High\",\"title\":\"Down on Sunday\",\"createdAt\":\"2026-11-20T10:00:00.000Z\"},"
                        + "{\"id\":\"ANC2\",\"severity\":\"High\",\"title\":\"Over\",\"expiresAt\":\"2026-11-19T10:00:00.000Z\"}]}");
        CheckFinding finding = client.checks().only("announcements", options -> {});
        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.summary()).contains("Down on Sunday").doesNotContain("Over");
    }

    @Test
    void anOfflineListOfTagsTellsTheNewestVersion() {
        assertThat(client.checks()
                        .version(options -> options.tags(List.of("7.5.11", "9999")))
                        .summary())
                .contains("7.5.11-src runs, 7.5.11 is out");
    }

    @Test
    void whatStandsOnThisMachineIsLookedAtWhereTold(@TempDir Path dir) throws Exception {
        Files.write(dir.resolve("latest.log"), Recorded.lines("logs/console-production-p.log"));
        Files.writeString(dir.resolve("memory.current"), "104857600\n");
        Files.writeString(dir.resolve("memory.max"), "536870912\n");
        CheckReport report = client.checks()
                .run(options -> options.logs(dir.resolve("latest.log"))
                        .cgroup(dir)
                        .disks(dir, Path.of("/not/there"))
                        .diskSource(path -> {
                            if (path.startsWith("/not")) {
                                throw new java.nio.file.NoSuchFileException(path.toString());
                            }
                            return new DiskSpace(path.toString(), 1L << 40, 1L << 39);
                        })
                        .apiKeys(List.of(
                                new ApiKeyEntry("a", Secret.of(FakeConnector.KEY), true, Optional.empty(), Set.of()))));
        assertThat(report.result("log").orElseThrow().summary()).contains("2 errors were logged");
        assertThat(report.result("resources").orElseThrow().seen("memory limit"))
                .contains("512 MiB");
        assertThat(report.result("disk").orElseThrow().summary()).isEqualTo("/not/there: NoSuchFileException");
        assertThat(report.result("api keys").orElseThrow().verdict()).isEqualTo(Verdict.WARN);
        assertThat(report.toString()).doesNotContain(FakeConnector.KEY);
    }

    @Test
    void aCheckThatBreaksHidesNoOther() {
        CheckReport report = client.checks()
                .run(options -> options.disks(Path.of("/")).diskSource(path -> {
                    throw new IllegalStateException("broken seam");
                }));
        assertThat(report.result("disk").orElseThrow().summary()).isEqualTo("could not look: IllegalStateException");
        assertThat(report.result("health").orElseThrow().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aLogThatIsNotThereIsUnknown() {
        assertThat(client.checks()
                        .log(options -> options.logs(Path.of("/not/there.log")))
                        .summary())
                .isEqualTo("could not look: IOException: no log at /not/there.log");
    }

    @Test
    void thereIsAnAnswerForANameThatIsNone() {
        assertThatThrownBy(() -> client.checks().only("helth", options -> {}))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("health");
        assertThatThrownBy(() -> client.checks().run(options -> options.timeLimit(Duration.ZERO)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void severalConnectorsAreCheckedAtOnce() {
        try (FakeConnector second = new FakeConnector();
                BizConnectorClient other = second.client()) {
            second.recorded("GET /health", 500, "039-health-unhealthy-backbone-connection");
            Results<String, CheckReport> reports = Checks.each(Map.of("a", client, "b", other), options -> {});
            assertThat(reports.allSucceeded()).isTrue();
            assertThat(reports.get("a").result("health").orElseThrow().verdict())
                    .isEqualTo(Verdict.PASS);
            assertThat(reports.get("b").result("health").orElseThrow().verdict())
                    .isEqualTo(Verdict.FAIL);
            assertThat(Checks.each(Map.of(), options -> {}).values()).isEmpty();
        }
    }
}
