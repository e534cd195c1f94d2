package dev.opsdk.bizconnector.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LogParserTest {
    private static final String HEAD = "[2026-11-20T10:31:10.605] [INFO] HttpServer - ";

    @Test
    void aColouredLineIsReadInTheConnectorsOwnZone() {
        LogEvent event =
                only("\u001B[32m" + HEAD + "GET /health 200 -- 3ms c159633c-e543-42e1-8709-2de614962f4a\u001B[39m");
        assertThat(event.level()).isEqualTo(LogLevel.INFO);
        assertThat(event.category()).isEqualTo("HttpServer");
        assertThat(event.message()).isEqualTo("GET /health 200 -- 3ms");
        assertThat(event.correlationId()).contains("c159633c-e543-42e1-8709-2de614962f4a");
        assertThat(event.at()).contains(Instant.parse("2026-11-20T10:31:10.605Z"));
        assertThat(LogScan.events(List.of(HEAD + "x "), ZoneId.of("Europe/Berlin"))
                        .get(0)
                        .at())
                .contains(Instant.parse("2026-11-20T09:31:10.605Z"));
    }

    @Test
    void aStackTraceBelongsToItsLineAndTheCorrelationIdStandsOnItsLast() {
        LogEvent event = LogScan.events(Recorded.lines("logs/console-debug-a.log"), ZoneOffset.UTC).stream()
                .filter(each -> each.level() == LogLevel.ERROR)
                .findFirst()
                .orElseThrow();
        assertThat(event.lines()).hasSize(12);
        assertThat(event.message())
                .startsWith("ERRRZLD8YG6R247Q8H7C\nTypeError")
                .endsWith("route.js:163:13)");
        assertThat(event.correlationId()).contains("debce73c-c1b8-4039-9e04-7598bbaf6f2c");
    }

    @Test
    void aCallersOwnCorrelationIdIsKnownWhereTrailingSpacesAreKept() {
        List<LogEvent> events = LogScan.events(Recorded.lines("logs/file-trace-w.log"), ZoneOffset.UTC);
        assertThat(events.stream().flatMap(each -> each.correlationId().stream()))
                .contains("corr-sync-2");
        assertThat(only(HEAD + "Started all modules.").correlationId())
                .as("the last word of a trimmed line is no id")
                .isEmpty();
    }

    @Test
    void timesOfDockerAndKubernetesAreTakenOffAndBelieved() {
        LogEvent docker = only("2026-11-20T09:31:10.605123456Z " + HEAD + "x ");
        assertThat(docker.at()).contains(Instant.parse("2026-11-20T09:31:10.605123456Z"));
        LogEvent kubernetes = only("2026-11-20T09:31:10.605123456Z stdout F " + HEAD + "x ");
        assertThat(kubernetes.message()).isEqualTo("x");
        List<LogEvent> two = LogScan.events(
                List.of("2026-11-20T09:31:10Z " + HEAD + "x", "2026-11-20T09:31:10Z     at y"), ZoneOffset.UTC);
        assertThat(two).hasSize(1);
        assertThat(two.get(0).lines()).containsExactly(HEAD + "x", "    at y");
    }

    @Test
    void aTimeThatDoesNotExistIsAbsent() {
        assertThat(only("[2026-02-30T10:31:10.605] [INFO] A - x ").at()).isEmpty();
    }

    @Test
    void textBeforeTheFirstLineIsKeptWithoutALevel() {
        List<LogEvent> events = LogScan.events(List.of("start", "", HEAD + "x "), ZoneOffset.UTC);
        assertThat(events).hasSize(2);
        assertThat(events.get(0).level()).isEqualTo(LogLevel.NONE);
        assertThat(events.get(1).firstLine()).isEqualTo(3);
    }

    @Test
    void anEndlessEventIsCutAndNotLost() {
        List<String> lines = new ArrayList<>(List.of(HEAD + "x"));
        for (int i = 0; i < 3 * LogParser.MOST_LINES; i++) {
            lines.add("  at " + i);
        }
        List<LogEvent> events = LogScan.events(lines, ZoneOffset.UTC);
        assertThat(events).hasSize(4);
        assertThat(events.stream().mapToInt(each -> each.lines().size()).sum()).isEqualTo(lines.size());
    }

    @Test
    void theRecordedLogsAreReadToTheLastLine() {
        for (String log :
                List.of("logs/console-debug-a.log", "logs/console-production-p.log", "logs/file-trace-w.log")) {
            List<String> lines = Recorded.lines(log);
            List<LogEvent> events = LogScan.events(lines, ZoneOffset.UTC);
            assertThat(events.stream().mapToInt(each -> each.lines().size()).sum())
                    .isEqualTo(lines.size());
            assertThat(events)
                    .allMatch(each -> each.level() != LogLevel.NONE && each.at().isPresent());
        }
    }

    @Property
    void noLineIsLostAndNoTextThrows(@ForAll("texts") List<String> lines) {
        List<LogEvent> events = LogScan.events(lines, ZoneOffset.UTC);
        assertThat(events.stream().mapToInt(each -> each.lines().size()).sum()).isEqualTo(lines.size());
        long next = 1;
        for (LogEvent event : events) {
            assertThat(event.firstLine()).isEqualTo(next);
            next += event.lines().size();
        }
        // what carries neither colours nor a container's time comes out as it went in
        List<String> out =
                events.stream().flatMap(each -> each.lines().stream()).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).contains("\u001B") && !lines.get(i).matches("(?s)\\d{4}-.*")) {
                assertThat(out.get(i)).isEqualTo(lines.get(i));
            }
        }
    }

    @Property
    void everythingThatFollowsHoldsForAnyText(@ForAll("texts") List<String> lines) {
        assertThatCode(() -> {
                    LogScan scan = new LogScan(ZoneOffset.UTC);
                    lines.forEach(scan::line);
                    LogAssessment.of(scan.end(), "text", 0).toString();
                })
                .doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "[2026-11-20T10:31:10.605] [INFO] A - x ",
                "[2026-11-20T10:31:10.605] [ERROR] HttpServer - ERRRZLD8YG6R247Q8H7C",
                "[2026-99-20T10:31:10.605] [FATAL] A - ",
                "\u001B[32m[2026-11-20T10:31:10.605] [INFO] HttpServer - GET /x 500 -- 1ms\u001B[39m",
                "2026-11-20T10:31:10Z [2026-11-20T10:31:10.605] [WARN] A - Sync failed",
                "2026-99-20T10:31:10Z x",
                "    at x (y.js:1:2)",
                "Error: The configuration is not valid:",
                "\u001B[",
                "");
        return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(80))
                .list()
                .ofMaxSize(40);
    }

    private static LogEvent only(String line) {
        List<LogEvent> events = LogScan.events(List.of(line), ZoneOffset.UTC);
        assertThat(events).hasSize(1);
        return events.get(0);
    }
}
