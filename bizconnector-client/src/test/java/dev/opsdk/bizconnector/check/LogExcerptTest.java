package dev.opsdk.bizconnector.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a log goes into a support bundle, and what stays in the house. */
class LogExcerptTest {
    private static final String TOLD = "a-secret-that-was-told";

    @TempDir
    private Path dir;

    private static String line(String time, String level, String category, String text) {
        return "[2026-11-20T" + time + "] [" + level + "] " + category + " - " + text + " ";
    }

    private Path log(String name, String... lines) throws IOException {
        return Files.writeString(dir.resolve(name), String.join("\n", lines) + "\n");
    }

    private static String excerpt(Consumer<CheckOptions.Builder> how) throws InterruptedException {
        return LogExcerpt.of(CheckOptions.of(how), FakeConnector.NOW, List.of(Secret.of(TOLD)));
    }

    @Test
    void troubleStartsAndRequestsAreExcerptedAndNothingElse() throws Exception {
        Path log = log(
                "latest.log",
                "node:internal/process said this by itself",
                line("10:00:00.000", "INFO", "ConnectorRuntime", "runtime"),
                line("10:00:01.000", "INFO", "Transport.Transport", "transport"),
                line("10:00:02.000", "INFO", "HttpServer", "request"),
                line("10:00:03.000", "INFO", "SyncModule", "chatter"),
                line("10:00:04.000", "WARN", "SyncModule", "warned"),
                line("10:00:05.000", "ERROR", "SyncModule", "failed"),
                line("10:00:06.000", "FATAL", "SyncModule", "ended"),
                line("10:00:07.000", "DEBUG", "HttpServer", "single steps"),
                line("10:00:08.000", "TRACE", "ConnectorRuntime", "smaller steps"),
                line("10:00:09.000", "ERROR", "LastModule", "last"),
                "    with its second line");
        assertThat(excerpt(options -> options.logs(log)).lines())
                .containsExactly(
                        "node:internal/process said this by itself",
                        line("10:00:00.000", "INFO", "ConnectorRuntime", "runtime"),
                        line("10:00:01.000", "INFO", "Transport.Transport", "transport"),
                        line("10:00:02.000", "INFO", "HttpServer", "request"),
                        line("10:00:04.000", "WARN", "SyncModule", "warned"),
                        line("10:00:05.000", "ERROR", "SyncModule", "failed"),
                        line("10:00:06.000", "FATAL", "SyncModule", "ended"),
                        line("10:00:09.000", "ERROR", "LastModule", "last"),
                        "    with its second line");
    }

    @Test
    void theLatestFiveThousandEventsAreKept() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 5_002; i++) {
            text.append(line("10:00:00.000", "WARN", "A", "number " + i)).append('\n');
        }
        Path log = Files.writeString(dir.resolve("latest.log"), text);
        assertThat(excerpt(options -> options.logs(log)).lines())
                .hasSize(5_000)
                .startsWith(line("10:00:00.000", "WARN", "A", "number 3"))
                .endsWith(line("10:00:00.000", "WARN", "A", "number 5002"));
    }

    @Test
    void aLongEventIsCutAfterItWasMasked() throws Exception {
        String head = "[2026-11-20T10:00:00.000] [WARN] A - ";
        String fits = head + "y".repeat(16_000 - head.length());
        Path log = log(
                "latest.log", fits, fits + "y", head + "x".repeat(15_900) + " x-api-key: " + "s".repeat(200) + " end");
        assertThat(excerpt(options -> options.logs(log)).lines())
                .containsExactly(fits, fits + "...", head + "x".repeat(15_900) + " x-api-key: *** end");
    }

    @Test
    void aKnownSecretIsNotCutInHalf() throws Exception {
        String head = "[2026-11-20T10:00:00.000] [WARN] A - ";
        Path log = log("latest.log", head + "x".repeat(15_990 - head.length()) + TOLD + "x".repeat(100));
        String excerpt = excerpt(options -> options.logs(log));
        assertThat(excerpt.substring(15_980)).isEqualTo("x".repeat(10) + "***" + "x".repeat(7) + "...");
    }

    @Test
    void whatIsOlderThanThePeriodStays() throws Exception {
        Path rotated = log("latest.2026-11-18.log", line("09:00:00.000", "ERROR", "A", "in an old file"));
        Files.setLastModifiedTime(rotated, FileTime.from(Instant.parse("2026-11-18T23:00:00Z")));
        Path log = log(
                "latest.log",
                line("09:44:59.999", "ERROR", "A", "too old"),
                "    and so is its second line",
                line("09:45:00.000", "ERROR", "A", "at the edge"),
                line("10:44:00.000", "ERROR", "A", "new"));
        assertThat(excerpt(options -> options.logs(log).logPeriod(Duration.ofHours(1)))
                        .lines())
                .containsExactly(
                        line("09:45:00.000", "ERROR", "A", "at the edge"), line("10:44:00.000", "ERROR", "A", "new"));
    }

    @Test
    void severalLogsAreExcerptedInTheirOrderUntilOneCannotBeRead() throws Exception {
        Path first = log("first.log", line("10:00:01.000", "ERROR", "A", "one"));
        Path second = log("second.log", line("10:00:00.000", "ERROR", "A", "two"));
        assertThat(excerpt(options -> options.logs(first, second)).lines())
                .containsExactly(line("10:00:01.000", "ERROR", "A", "one"), line("10:00:00.000", "ERROR", "A", "two"));
        assertThat(excerpt(options -> options.logs(second, dir.resolve("no.log"), first))
                        .lines())
                .containsExactly(
                        line("10:00:00.000", "ERROR", "A", "two"),
                        "could not be read any further: IOException: no log at " + dir.resolve("no.log"));
    }
}
