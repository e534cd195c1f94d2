package dev.opsdk.bizconnector.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.testkit.PlantedSecrets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogScanTest {
    private static final Map<String, BootFailure> BOOTS = Map.ofEntries(
            Map.entry("backbone-too-new", BootFailure.BACKBONE_INCOMPATIBLE),
            Map.entry("backbone-unreachable-existing-account", BootFailure.BACKBONE_UNREACHABLE),
            Map.entry("backbone-unreachable-new-account", BootFailure.BACKBONE_UNREACHABLE),
            Map.entry("bad-client-secret", BootFailure.PLATFORM_CLIENT_INVALID),
            Map.entry("config-missing-database-connectionString", BootFailure.CONFIGURATION_INVALID),
            Map.entry("duplicate-api-keys", BootFailure.DUPLICATE_API_KEYS),
            Map.entry("existing-device-unknown-to-backbone", BootFailure.PLATFORM_CLIENT_INVALID),
            Map.entry("identity-creation-forbidden", BootFailure.IDENTITY_CREATION_FORBIDDEN),
            Map.entry("mongodb-unreachable", BootFailure.DATABASE_UNREACHABLE),
            Map.entry("only-expired-keys", BootFailure.NO_VALID_API_KEY),
            Map.entry("weak-api-key", BootFailure.WEAK_API_KEY));

    @Test
    void everyRecordedBootFailureIsRecognised() {
        BOOTS.forEach((log, failure) -> {
            LogSummary summary = scan(Recorded.lines("boot/" + log + ".log"));
            assertThat(summary.bootFailures()).as(log).hasSize(1);
            assertThat(summary.bootFailures().get(0).why()).as(log).isEqualTo(failure);
            CheckFinding finding = LogAssessment.of(summary, log, 0);
            assertThat(finding.verdict()).as(log).isEqualTo(Verdict.FAIL);
            assertThat(finding.advice()).as(log).contains(failure.advice());
        });
    }

    @Test
    void theWordsOfABootFailureSayWhatToMend() {
        assertThat(words("backbone-too-new")).contains("is '9' the supported min/max version is '6/7'");
        assertThat(words("weak-api-key")).endsWith("requirements: default");
        assertThat(words("config-missing-database-connectionString"))
                .contains("instance.database is not any of [subschema 0]");
        assertThat(words("backbone-unreachable-new-account"))
                .startsWith("RequestError: error.transport.request.unknown");
    }

    @Test
    void aStartThatWorkedIsNoFailure() {
        LogSummary summary = scan(Recorded.lines("boot/debug-no-auth.log"));
        assertThat(summary.bootFailures()).isEmpty();
        assertThat(summary.starts()).isEqualTo(1);
        assertThat(summary.orderlyStops()).isEqualTo(1);
    }

    @Test
    void aFailedStartThatWasOvercomeIsAWarning() {
        List<String> text = new ArrayList<>(Recorded.lines("boot/mongodb-unreachable.log"));
        text.add("[2026-11-20T10:55:00.000] [INFO] ConnectorRuntime - Started all modules. ");
        assertThat(LogAssessment.of(scan(text), "log", 0).reasons())
                .filteredOn(each -> each.text().startsWith("it did not start"))
                .singleElement()
                .extracting(CheckFinding.Reason::verdict)
                .isEqualTo(Verdict.WARN);
    }

    @Test
    void anErrorsIdLeadsToItsException() {
        LogSummary summary = scan(Recorded.lines("logs/console-debug-a.log"));
        LoggedError error = summary.error("ERRRZLD8YG6R247Q8H7C").orElseThrow();
        assertThat(error.cause()).isEqualTo("TypeError: Cannot read properties of undefined (reading 'ephemeral')");
        assertThat(error.correlationId()).contains("debce73c-c1b8-4039-9e04-7598bbaf6f2c");
        assertThat(summary.error("ERRNOTTHERE")).isEmpty();
    }

    @Test
    void levelsCategoriesAndStatusesAreCounted() {
        LogSummary summary = scan(Recorded.lines("logs/console-production-p.log"));
        assertThat(summary.count(LogLevel.ERROR)).isEqualTo(2);
        assertThat(summary.byLevel().get(LogLevel.INFO)).containsKeys("HttpServer", "ConnectorRuntime");
        assertThat(summary.byStatus()).containsKeys(200, 201, 204, 400, 404, 500);
        assertThat(summary.byStatus().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(Recorded.lines("logs/console-production-p.log").stream()
                        .filter(line -> line.matches(".* \\d{3} -- \\d+ms .*"))
                        .count());
    }

    @Test
    void sicknessesAreRecognisedAndCounted() {
        LogSummary summary = scan(List.of(
                "[2026-11-20T10:00:00.000] [ERROR] SyncModule - Sync failed with error: x ",
                "[2026-11-20T10:01:00.000] [ERROR] SyncModule - Sync failed with error: x ",
                "[2026-11-20T10:02:00.000] [WARN] WebhooksModule - Request to webhook 'https://h/x' returned status 500. Expected value between 200 and 299. ",
                "[2026-11-20T10:03:00.000] [ERROR] HealthChecker - An error occured during the Backbone connection health check: x ",
                "[2026-11-20T10:04:00.000] [ERROR] HttpServer - ERRRZLD8YG6R247Q8H7C",
                "MongoServerSelectionError: connect ECONNREFUSED 127.0.0.1:27017 ",
                "[2026-11-20T10:05:00.000] [TRACE] Transport.RESTClient - quotes Sync failed "));
        assertThat(summary.sicknesses().keySet())
                .containsExactlyInAnyOrder(
                        Sickness.SYNC_FAILED,
                        Sickness.WEBHOOK_REFUSED,
                        Sickness.BACKBONE_PROBE_FAILED,
                        Sickness.DATABASE_DOWN);
        LogSummary.Sighting sync = summary.sicknesses().get(Sickness.SYNC_FAILED);
        assertThat(sync.times()).isEqualTo(2);
        assertThat(sync.last()).contains(Instant.parse("2026-11-20T10:01:00Z"));
        assertThat(LogAssessment.of(summary, "log", 0).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void whatIsOlderIsReadAndNotCounted() {
        LogScan scan = new LogScan(ZoneOffset.UTC, Optional.of(Instant.parse("2026-11-20T10:40:23Z")));
        Recorded.lines("logs/console-production-p.log").forEach(scan::line);
        LogSummary summary = scan.end();
        assertThat(summary.count(LogLevel.ERROR)).isEqualTo(1);
        assertThat(summary.from()).hasValueSatisfying(at -> assertThat(at).isAfter("2026-11-20T10:40:22.999Z"));
    }

    @Test
    void noSecretOfALogStandsInTheFinding() {
        PlantedSecrets planted = new PlantedSecrets();
        LogSummary summary = scan(List.of(
                "[2026-11-20T10:00:00.000] [ERROR] SyncModule - Sync failed: mongodb://user:" + planted.plain()
                        + "@db:27017/x ",
                "[2026-11-20T10:02:00.000] [WARN] WebhooksModule - Request to webhook 'https://h/x?key="
                        + planted.plain() + "' returned status 500 ",
                "[2026-11-20T10:04:00.000] [ERROR] HttpServer - ERRRZLD8YG6R247Q8H7C",
                "Error: https://backbone/r/TOKabc#" + planted.plain() + " password=" + planted.plain() + " "));
        planted.assertNowhere(LogAssessment.of(summary, "log", 0), summary, summary.errors());
    }

    @Test
    void errorsFatalErrorsAndRepeatedStartsAreTold() {
        CheckFinding finding = LogAssessment.of(
                scan(List.of(
                        "[2026-11-20T10:00:00.000] [ERROR] SomeModule - one ",
                        "[2026-11-20T10:01:00.000] [FATAL] SomeModule - two ")),
                "log",
                3);
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.reasons())
                .extracting(CheckFinding.Reason::text)
                .contains("1 fatal errors", "2 errors were logged");
        assertThat(finding.seen("damaged characters")).contains("3");
        assertThat(finding.seen("ERROR")).contains("1: SomeModule 1");
        CheckFinding calm =
                LogAssessment.of(scan(List.of("[2026-11-20T10:00:00.000] [INFO] SomeModule - one ")), "log", 0);
        assertThat(calm.reasons()).extracting(CheckFinding.Reason::text).containsExactly("no error was logged");
        assertThat(calm.seen("damaged characters")).isEmpty();
    }

    @Test
    void anotherProgramsLogIsUnknownAndNotInOrder() {
        CheckFinding finding = LogAssessment.of(scan(List.of("hello", "world")), "log", 0);
        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(LogAssessment.of(scan(List.of()), "log", 0).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    private static String words(String log) {
        return scan(Recorded.lines("boot/" + log + ".log"))
                .bootFailures()
                .get(0)
                .words();
    }

    private static LogSummary scan(List<String> lines) {
        LogScan scan = new LogScan(ZoneOffset.UTC);
        lines.forEach(scan::line);
        return scan.end();
    }
}
