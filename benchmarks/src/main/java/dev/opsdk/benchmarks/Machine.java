package dev.opsdk.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where and when it was measured. */
final class Machine {
    private Machine() {}

    static String describe(List<Jdk> jdks) {
        return "Measured %s on %d cores%s, %s GB, %s %s; %s; load average %.1f at the start."
                .formatted(
                        LocalDate.now(ZoneId.systemDefault()),
                        Runtime.getRuntime().availableProcessors(),
                        processor(),
                        memory(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        jdks.stream().map(Machine::version).collect(Collectors.joining(", ")),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String version(Jdk jdk) {
        return "Java " + line(jdk.home().resolve("release"), "JAVA_RUNTIME_VERSION=", Integer.toString(jdk.feature()));
    }

    private static String processor() {
        String model = line(Path.of("/proc/cpuinfo"), "model name", "");
        return model.isEmpty() ? "" : " (" + model + ")";
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean bean
                ? bean.getTotalMemorySize() >> 30
                : 0;
    }

    private static String line(Path file, String start, String otherwise) {
        if (!Files.isReadable(file)) {
            return otherwise;
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(start))
                    .findFirst()
                    .map(line -> line.substring(start.length()).replaceAll("^[\\s:\"]+|\"$", ""))
                    .orElse(otherwise);
        } catch (IOException e) {
            return otherwise; // it only says where it was measured
        }
    }
}
