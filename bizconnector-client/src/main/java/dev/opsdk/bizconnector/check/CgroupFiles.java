package dev.opsdk.bizconnector.check;

import dev.opsdk.bizconnector.assess.ResourceSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A control group of version 2 as the kernel shows it: {@code cpu.stat}, {@code cpu.max}, {@code memory.current}, {@code memory.max},
 * {@code memory.stat}, {@code memory.events}. Inside the connector's container it is {@code /sys/fs/cgroup}; on a Docker host it is
 * {@code /sys/fs/cgroup/system.slice/docker-<container id>.scope}.
 */
public final class CgroupFiles {
    private final Path root;

    /**
     * A control group.
     *
     * @param root its directory
     */
    public CgroupFiles(Path root) {
        this.root = root;
    }

    /**
     * Reads it.
     *
     * @param now the time
     * @return a sample; what the kernel does not offer is absent
     * @throws IOException if the directory is not there
     */
    public ResourceSample sample(Instant now) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new IOException("no control group at " + root);
        }
        Map<String, Long> cpu = table("cpu.stat");
        Map<String, Long> events = table("memory.events");
        return new ResourceSample(
                now,
                Optional.ofNullable(cpu.get("usage_usec")).map(micros -> Duration.ofNanos(micros * 1_000)),
                cpu.getOrDefault("nr_periods", 0L),
                cpu.getOrDefault("nr_throttled", 0L),
                cpuLimit(),
                number("memory.current"),
                table("memory.stat").getOrDefault("inactive_file", 0L),
                number("memory.max"),
                events.getOrDefault("oom_kill", 0L));
    }

    private OptionalDouble cpuLimit() {
        String[] parts = text("cpu.max").split("\\s+", -1); // "50000 100000" or "max 100000"
        if (parts.length < 2) {
            return OptionalDouble.empty();
        }
        OptionalLong quota = parse(parts[0]);
        OptionalLong period = parse(parts[1]);
        return quota.isPresent() && period.isPresent() && period.getAsLong() > 0
                ? OptionalDouble.of((double) quota.getAsLong() / period.getAsLong())
                : OptionalDouble.empty();
    }

    private OptionalLong number(String file) {
        return parse(text(file));
    }

    private Map<String, Long> table(String file) {
        Map<String, Long> table = new HashMap<>();
        text(file).lines().forEach(line -> {
            int space = line.indexOf(' ');
            if (space > 0) {
                parse(line.substring(space + 1)).ifPresent(value -> table.put(line.substring(0, space), value));
            }
        });
        return table;
    }

    private static OptionalLong parse(String text) {
        String number = text.strip();
        return number.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(number)) : OptionalLong.empty();
    }

    /** A controller that is switched off has no file, and the root group lacks some: that is absent, not wrong. */
    private String text(String file) {
        Path path = root.resolve(file);
        try {
            return Files.isReadable(path) ? Files.readString(path).strip() : "";
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
