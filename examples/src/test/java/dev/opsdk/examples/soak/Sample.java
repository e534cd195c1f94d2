package dev.opsdk.examples.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What there is between two rounds, when nobody is at work.
 *
 * @param at since the start
 * @param rounds done so far
 * @param threads how many by name, with numbers left out of the names
 * @param files open file descriptors, sockets too; -1 where the platform does not tell
 * @param sockets those of them that are sockets; -1 where the platform does not tell
 * @param heapBytes in use after a collection
 */
record Sample(Duration at, int rounds, Map<String, Integer> threads, long files, long sockets, long heapBytes) {
    private static final int COLLECTIONS = 3;

    static Sample take(Duration at, int rounds) {
        Map<String, Integer> threads = new TreeMap<>(Thread.getAllStackTraces().keySet().stream()
                .collect(Collectors.toMap(thread -> thread.getName().replaceAll("\\d+", "#"), t -> 1, Integer::sum)));
        return new Sample(at, rounds, threads, openFiles(), openSockets(), heap());
    }

    int threadCount() {
        return threads.values().stream().mapToInt(Integer::intValue).sum();
    }

    String row() {
        return "| %6d s | %6d | %7d | %5d | %7d | %8.1f |"
                .formatted(at.toSeconds(), rounds, threadCount(), files, sockets, heapBytes / 1048576.0);
    }

    static String head() {
        return "| time     | rounds | threads | files | sockets | heap MiB |\n"
                + "|---------:|-------:|--------:|------:|--------:|---------:|";
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : -1;
    }

    private static long openSockets() {
        try (Stream<Path> links = Files.list(Path.of("/proc/self/fd"))) {
            return links.filter(Sample::isSocket).count();
        } catch (IOException e) {
            return -1; // not a Linux
        }
    }

    private static boolean isSocket(Path link) {
        try {
            return Files.readSymbolicLink(link).toString().startsWith("socket:");
        } catch (IOException e) {
            return false; // closed meanwhile, such as the listing itself
        }
    }

    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
