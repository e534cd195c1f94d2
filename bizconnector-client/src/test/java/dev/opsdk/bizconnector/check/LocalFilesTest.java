package dev.opsdk.bizconnector.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.bizconnector.assess.LogLevel;
import dev.opsdk.bizconnector.assess.Recorded;
import dev.opsdk.bizconnector.assess.ResourceSample;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {
    private static final String LINE = "[2026-11-20T10:31:10.605] [INFO] A - %s ";

    @TempDir
    private Path dir;

    @Test
    void rotatedFilesAreReadTheOldestFirst() throws Exception {
        Files.writeString(dir.resolve("latest.log"), LINE.formatted("three") + "\n");
        Files.writeString(dir.resolve("latest.2026-11-19.log"), LINE.formatted("two") + "\r\n");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(dir.resolve("latest.log.2026-11-18.gz")))) {
            out.write(LINE.formatted("one").getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(dir.resolve("other.log"), "x");
        LogFiles files = LogFiles.of(dir.resolve("latest.log"));
        assertThat(files.files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("latest.log.2026-11-18.gz", "latest.2026-11-19.log", "latest.log");
        List<String> lines = new ArrayList<>();
        assertThat(files.lines(lines::add, Optional.empty())).isZero();
        assertThat(lines).containsExactly(LINE.formatted("one"), LINE.formatted("two"), LINE.formatted("three"));
        assertThat(LogFiles.of(dir).files()).hasSize(4);
        assertThat(files.toString()).contains("3 files");
    }

    @Test
    void filesThatEndedBeforeThePeriodAreNotRead() throws Exception {
        Path old = dir.resolve("latest.2026-11-01.log");
        Files.writeString(old, LINE.formatted("old"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2026-11-02T00:00:00Z")));
        Files.writeString(dir.resolve("latest.log"), LINE.formatted("new"));
        LogFiles.Scanned scanned = LogFiles.of(dir.resolve("latest.log"))
                .scan(ZoneOffset.UTC, Optional.of(Instant.parse("2026-11-10T00:00:00Z")));
        assertThat(scanned.summary().lines()).isEqualTo(1);
    }

    @Test
    void damagedCharactersAreCountedAndLongLinesSplit() throws Exception {
        byte[] bad = {(byte) 0xff, '\n', (byte) 0xc3, '\n'};
        Files.write(dir.resolve("x.log"), bad);
        assertThat(LogFiles.of(dir.resolve("x.log"))
                        .scan(ZoneOffset.UTC, Optional.empty())
                        .damaged())
                .isEqualTo(2);
        Files.writeString(dir.resolve("y.log"), "y".repeat(2_500_000));
        assertThat(LogFiles.of(dir.resolve("y.log"))
                        .scan(ZoneOffset.UTC, Optional.empty())
                        .summary()
                        .lines())
                .isEqualTo(3);
    }

    @Test
    void anInterruptEndsTheReading() throws Exception {
        Path log = dir.resolve("x.log");
        Files.write(log, Recorded.lines("logs/file-trace-w.log"));
        LogFiles files = LogFiles.of(log);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> files.scan(ZoneOffset.UTC, Optional.empty())).isInstanceOf(InterruptedException.class);
        assertThat(files.scan(ZoneOffset.UTC, Optional.empty()).summary().count(LogLevel.ERROR))
                .isZero();
    }

    @Test
    void aControlGroupIsReadAsTheKernelShowsIt() throws Exception {
        Files.writeString(
                dir.resolve("cpu.stat"),
                "usage_usec 5000000\nuser_usec 1\nsystem_usec 1\nnr_periods 100\nnr_throttled 7\nthrottled_usec 12\n");
        Files.writeString(dir.resolve("cpu.max"), "50000 100000\n");
        Files.writeString(dir.resolve("memory.current"), "1000\n");
        Files.writeString(dir.resolve("memory.max"), "max\n");
        Files.writeString(dir.resolve("memory.stat"), "anon 1\ninactive_file 300\n");
        Files.writeString(dir.resolve("memory.events"), "low 0\nhigh 0\nmax 0\noom 2\noom_kill 1\n");
        ResourceSample sample = new CgroupFiles(dir).sample(Instant.EPOCH);
        assertThat(sample.cpuUsed()).contains(Duration.ofSeconds(5));
        assertThat(sample.cpuLimit()).hasValue(0.5);
        assertThat(sample.throttledPeriods()).isEqualTo(7);
        assertThat(sample.memoryBytes()).hasValue(1000);
        assertThat(sample.inactiveFileBytes()).isEqualTo(300);
        assertThat(sample.memoryLimitBytes()).isEmpty();
        assertThat(sample.oomKills()).isEqualTo(1);
    }

    @Test
    void whatTheKernelDoesNotOfferIsAbsent() throws Exception {
        Files.writeString(dir.resolve("cpu.max"), "max 100000");
        Files.writeString(dir.resolve("cpu.stat"), "nonsense\nusage_usec x\n");
        ResourceSample sample = new CgroupFiles(dir).sample(Instant.EPOCH);
        assertThat(sample.cpuLimit()).isEmpty();
        assertThat(sample.cpuUsed()).isEmpty();
        assertThat(sample.memoryBytes()).isEmpty();
        assertThatThrownBy(() -> new CgroupFiles(dir.resolve("no")).sample(Instant.EPOCH))
                .isInstanceOf(IOException.class);
    }

    @Test
    void thisMachinesDisksTellTheirRoom() throws Exception {
        assertThat(DiskSource.LOCAL.space(dir).totalBytes()).isPositive();
    }
}
