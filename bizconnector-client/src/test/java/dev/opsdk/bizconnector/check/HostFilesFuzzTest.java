package dev.opsdk.bizconnector.check;

import dev.opsdk.bizconnector.assess.LogSummary;
import dev.opsdk.core.testkit.Fuzz;
import dev.opsdk.core.testkit.Hostile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read from the host's files, against damaged ones. */
class HostFilesFuzzTest {
    private static final List<String> GROUP =
            List.of("cpu.stat", "memory.events", "memory.stat", "cpu.max", "memory.current", "memory.max");
    private static final String NUMBERS =
            "usage_usec 123456\nnr_periods 5\nnr_throttled 1\noom_kill 0\ninactive_file 42\n50000 100000\n";

    @Test
    void controlGroups(@TempDir Path directory) {
        Fuzz.run("control group", 300, random -> {
            Files.write(
                    directory.resolve(Hostile.oneOf(GROUP, random)),
                    Hostile.text(Hostile.oneOf(List.of(NUMBERS, "max 100000", "max", "7"), random), random));
            var unused = new CgroupFiles(directory).sample(Instant.EPOCH).toString();
        });
    }

    @Test
    void logFiles(@TempDir Path directory) {
        Path plain = directory.resolve("a.log");
        Path packed = directory.resolve("b.log.gz");
        String log = "[2026-11-20T12:00:00.123] [INFO] Transport.Core - started\n    at x\n";
        Fuzz.run("log file", 300, random -> {
            Path file = random.nextInt(3) == 0 ? packed : plain;
            Files.write(file, Hostile.text(log.repeat(3), random));
            try {
                LogSummary summary =
                        LogFiles.of(file).scan(ZoneOffset.UTC, Optional.empty()).summary();
                var unused = summary.toString();
            } catch (IOException e) {
                // a file that is not packed is said to be unreadable
            }
        });
    }
}
