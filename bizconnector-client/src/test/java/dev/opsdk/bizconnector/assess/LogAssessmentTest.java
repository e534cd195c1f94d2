package dev.opsdk.bizconnector.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a log's counts are worth. */
class LogAssessmentTest {
    private static final String TIME = "[2026-11-20T10:00:00.000] ";

    private static LogSummary scan(List<String> lines) {
        LogScan scan = new LogScan(ZoneOffset.UTC);
        lines.forEach(scan::line);
        return scan.end();
    }

    private static CheckFinding of(String... lines) {
        return LogAssessment.of(scan(List.of(lines)), "log", 0);
    }

    private static List<String> texts(CheckFinding finding) {
        return finding.reasons().stream().map(CheckFinding.Reason::text).toList();
    }

    private static String request(int status) {
        return TIME + "[INFO] HttpServer - GET /health " + status + " -- 5ms ";
    }

    @Test
    void requestsThatEndWithServerErrorsAreToldFromATwentiethOn() {
        List<String> lines = new ArrayList<>(Collections.nCopies(19, request(200)));
        lines.add(request(500));
        assertThat(texts(LogAssessment.of(scan(lines), "log", 0))).contains("1 of 20 requests ended with 5xx");
        lines.add(request(499));
        CheckFinding fewer = LogAssessment.of(scan(lines), "log", 0);
        assertThat(texts(fewer)).containsExactly("no error was logged");
        assertThat(fewer.seen("requests by status")).contains("{200=19, 499=1, 500=1}");
        assertThat(texts(of(request(200)))).containsExactly("no error was logged");
        assertThat(of(TIME + "[INFO] SomeModule - one ").seen("requests by status"))
                .isEmpty();
    }

    @Test
    void whatWasLoggedIsCounted() {
        CheckFinding finding = of(
                TIME + "[INFO] A - one ",
                TIME + "[INFO] B - two ",
                "[2026-11-20T10:01:00.000] [INFO] B - three ",
                "[2026-11-20T10:02:00.000] [WARN] C - four ");
        assertThat(finding.seen("lines")).contains("4, 4 events, 2026-11-20T10:00:00Z to 2026-11-20T10:02:00Z");
        assertThat(finding.seen("INFO")).contains("3: B 2, A 1");
        assertThat(finding.seen("WARN")).contains("1: C 1");
        assertThat(of("hello").seen("NONE")).contains("1: (no category) 1");
    }

    @Test
    void errorsWithAnIdAreShownTheLastFive() {
        List<String> lines = new ArrayList<>();
        for (char last = 'A'; last <= 'F'; last++) {
            lines.add(TIME + "[ERROR] HttpServer - ERRRZLD8YG6R247Q8H7" + last);
            lines.add("TypeError: " + last + " ");
        }
        CheckFinding finding = LogAssessment.of(scan(lines), "log", 0);
        assertThat(texts(finding)).contains("6 errors were logged");
        assertThat(finding.seen("ERRRZLD8YG6R247Q8H7A")).isEmpty();
        assertThat(finding.seen("ERRRZLD8YG6R247Q8H7B")).contains("TypeError: B");
        assertThat(finding.evidence())
                .filteredOn(each -> each.name().equals("ERRRZLD8YG6R247Q8H7F"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.at()).contains(Instant.parse("2026-11-20T10:00:00Z"));
                    assertThat(each.source()).isEqualTo("log:11");
                });
    }

    @Test
    void fatalErrorsAloneAreErrorsToo() {
        assertThat(texts(of(TIME + "[FATAL] A - one "))).containsExactly("1 fatal errors", "1 errors were logged");
        assertThat(texts(of(TIME + "[ERROR] A - one "))).containsExactly("1 errors were logged");
    }

    @Test
    void startsAreToldFromTheSecondOn() {
        String start = TIME + "[INFO] Transport.Transport - Transport initialized ";
        String stop = TIME + "[INFO] ConnectorRuntime - Stopping modules... ";
        assertThat(texts(of(start, stop))).containsExactly("no error was logged");
        assertThat(texts(of(start, stop, start)))
                .contains("the connector was started 2 times, and stopped in order 1 times");
    }

    @Test
    void severalFailedStartsAreCounted() {
        String failed = "Could not connect to the configured database";
        CheckFinding twice = of(
                TIME + "[ERROR] ConnectorRuntime - " + failed + " ",
                "[2026-11-20T10:01:00.000] [ERROR] ConnectorRuntime - " + failed + " ");
        assertThat(twice.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(texts(twice)).contains("2 starts failed in all");
        CheckFinding over = of(
                TIME + "[ERROR] ConnectorRuntime - " + failed + " ",
                TIME + "[ERROR] ConnectorRuntime - " + failed + " ",
                "[2026-11-20T10:01:00.000] [INFO] A - one ");
        assertThat(over.reasons())
                .filteredOn(each -> each.text().contains("start"))
                .extracting(CheckFinding.Reason::verdict)
                .containsExactly(Verdict.WARN, Verdict.WARN);
        assertThat(texts(of(TIME + "[ERROR] ConnectorRuntime - " + failed + " ")))
                .noneMatch(each -> each.contains("starts failed in all"));
    }

    @Test
    void anEmptyLogIsUnknown() {
        assertThat(of().summary()).isEqualTo("the log is empty");
        assertThat(of("hello").summary()).startsWith("no line has the connector's log format");
        assertThat(texts(of("hello", TIME + "[INFO] A - one "))).containsExactly("no error was logged");
    }

    @Test
    void linesEventsAndSightingsAreCounted() {
        LogSummary summary = scan(List.of(
                TIME + "[ERROR] SyncModule - Sync failed with error: one ",
                "[2026-11-20T10:01:00.000] [ERROR] SyncModule - Sync failed with error: two ",
                "at the end ",
                "[2026-11-20T10:02:00.000] [INFO] A - three "));
        assertThat(summary.lines()).isEqualTo(4);
        assertThat(summary.events()).isEqualTo(3);
        assertThat(summary.to()).contains(Instant.parse("2026-11-20T10:02:00Z"));
        assertThat(summary.sicknesses().get(Sickness.SYNC_FAILED))
                .isEqualTo(new LogSummary.Sighting(
                        2,
                        Optional.of(Instant.parse("2026-11-20T10:00:00Z")),
                        Optional.of(Instant.parse("2026-11-20T10:01:00Z")),
                        "Sync failed with error: one"));
    }

    @Test
    void aLongExampleIsCutAndTwoLinesStandOnOne() {
        LogSummary cut = scan(List.of(TIME + "[ERROR] SyncModule - Sync failed " + "ab ".repeat(200)));
        assertThat(cut.sicknesses().get(Sickness.SYNC_FAILED).example())
                .hasSize(302)
                .startsWith("Sync failed ab ")
                .endsWith("...");
        LogSummary two = scan(List.of(TIME + "[ERROR] SyncModule - Sync failed", "second ", "third "));
        assertThat(two.sicknesses().get(Sickness.SYNC_FAILED).example()).isEqualTo("Sync failed | second ");
    }

    @Test
    void textBeforeTheFirstTimeCountsAndTextBelowAnOldEventDoesNot() {
        LogScan scan = new LogScan(ZoneOffset.UTC, Optional.of(Instant.parse("2026-11-20T10:01:00Z")));
        List.of(TIME + "[INFO] A - old ", "[2026-11-20T10:01:00.000] [INFO] A - new ")
                .forEach(scan::line);
        LogSummary summary = scan.end();
        assertThat(summary.events()).isEqualTo(1);
        assertThat(summary.from()).contains(Instant.parse("2026-11-20T10:01:00Z"));
    }

    @Test
    void categoriesBeyondAThousandAreCountedTogether() {
        LogScan scan = new LogScan(ZoneOffset.UTC);
        for (int i = 0; i < 1_002; i++) {
            scan.line(TIME + "[INFO] C" + i + " - one ");
        }
        scan.line(TIME + "[INFO] C0 - two ");
        LogSummary summary = scan.end();
        assertThat(summary.byLevel().get(LogLevel.INFO))
                .hasSize(1_001)
                .containsEntry("(others)", 2L)
                .containsEntry("C0", 2L);
    }

    @Test
    void anEventPrintsAsOneLine() {
        LogEvent event = LogScan.events(List.of(TIME + "[INFO] A - one ", "more "), ZoneOffset.UTC)
                .get(0);
        assertThat(event).hasToString("2026-11-20T10:00:00Z INFO A (line 1, 2 lines)");
    }

    /** What is known to be secret is masked by who knows it, after the log was read. */
    @Test
    void anExampleAndACauseAreCutBetweenWords() {
        String secret = "a-secret-of-the-configuration";
        LogSummary sick = scan(List.of(TIME + "[ERROR] SyncModule - Sync failed " + "y".repeat(280) + " " + secret));
        assertThat(sick.sicknesses().get(Sickness.SYNC_FAILED).example())
                .isEqualTo("Sync failed " + "y".repeat(280) + "...");
        String error = TIME + "[ERROR] HttpServer - ERRRZLD8YG6R247Q8H7C ";
        assertThat(scan(List.of(error + "y".repeat(390) + " " + secret))
                        .errors()
                        .get(0)
                        .cause())
                .isEqualTo("y".repeat(390) + "...");
        assertThat(scan(List.of(error + "y".repeat(370) + " " + secret))
                        .errors()
                        .get(0)
                        .cause())
                .as("a word that ends at the limit is whole")
                .endsWith(secret);
        assertThat(scan(List.of(error + "y".repeat(370) + " " + secret + " and more"))
                        .errors()
                        .get(0)
                        .cause())
                .endsWith(secret + "...");
    }
}
