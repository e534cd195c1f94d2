package dev.opsdk.bizconnector.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.bizconnector.assess.CheckFinding;
import dev.opsdk.bizconnector.assess.DiskSpace;
import dev.opsdk.bizconnector.assess.Verdict;
import dev.opsdk.core.testkit.FakeTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands on this machine: looked at where told, and as long as told. */
class HostChecksTest {
    private final FakeTime time = FakeTime.startingAt(FakeConnector.NOW);

    @TempDir
    private Path dir;

    private HostChecks checks(Consumer<CheckOptions.Builder> how) {
        return new HostChecks(time, CheckOptions.of(how));
    }

    private Path group(String name, String content) {
        try {
            return Files.writeString(dir.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatWasNotToldIsUnknown() throws Exception {
        assertThat(checks(options -> {}).log().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(checks(options -> {}).log().summary()).isEqualTo("no log was told");
        assertThat(checks(options -> {}).resources().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(checks(options -> {}).resources().summary()).isEqualTo("no control group was told");
    }

    @Test
    void damageOfAllLogsIsCountedAndTheirNamesTold() throws Exception {
        byte[] damaged = "[2026-11-20T10:00:00.000] [INFO] A - ? \n".getBytes(StandardCharsets.US_ASCII);
        damaged[damaged.length - 3] = (byte) 0xff;
        Path first = Files.write(dir.resolve("first.log"), damaged);
        Path second = Files.write(dir.resolve("second.log"), damaged);
        CheckFinding finding = checks(options -> options.logs(first, second)).log();
        assertThat(finding.seen("damaged characters")).contains("2");
        assertThat(finding.evidence()).allMatch(each -> each.toString().contains(first + ", " + second));
    }

    @Test
    void anErrorBeforeThePeriodDoesNotCount() throws Exception {
        Path log = group(
                "latest.log",
                "[2026-11-20T09:44:59.999] [ERROR] A - old \n[2026-11-20T10:44:00.000] [INFO] A - new \n");
        assertThat(checks(options -> options.logs(log)).log().summary()).contains("1 errors were logged");
        assertThat(checks(options -> options.logs(log).logPeriod(Duration.ofHours(1)))
                        .log()
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void oneSampleIsTakenAtOnceAndTwoAsFarApartAsTold() throws Exception {
        group("cpu.stat", "usage_usec 5000000\n");
        group("memory.current", "1\n");
        assertThat(checks(options -> options.cgroup(dir)).resources().seen("processors used"))
                .isEmpty();
        assertThat(time.sleeps()).isEmpty();
        time.whileAsleep(() -> group("cpu.stat", "usage_usec 65000000\n"));
        CheckFinding finding = checks(options -> options.cgroup(dir).sample(Duration.ofMinutes(2)))
                .resources();
        assertThat(time.sleeps()).containsExactly(Duration.ofMinutes(2));
        assertThat(finding.seen("processors used")).contains("0.50 in 2 min");
        assertThat(finding.evidence()).allMatch(each -> each.toString().contains(dir.toString()));
    }

    @Test
    void aPeriodOfNothingIsNoProcessorLimit() throws Exception {
        group("cpu.max", "50000 0");
        assertThat(new CgroupFiles(dir).sample(time.now()).cpuLimit()).isEmpty();
    }

    @Test
    void eachDiskIsLookedAt() {
        CheckFinding finding = checks(options -> options.disks(Path.of("/a"), Path.of("/b"))
                        .diskSource(path -> new DiskSpace(path.toString(), 1L << 40, 1L << 39)))
                .disk();
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.evidence()).hasSize(2);
    }

    @Test
    void aDirectoryOfLogsHoldsNothingElse() throws Exception {
        group("latest.log", "[2026-11-20T10:00:00.000] [INFO] A - x \n");
        group("notes.txt", "x");
        Files.createDirectory(dir.resolve("old.log"));
        LogFiles files = LogFiles.of(dir);
        assertThat(files.files()).containsExactly(dir.resolve("latest.log"));
        assertThat(files).hasToString(dir.toString());
    }
}
