package dev.opsdk.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A JDK on this machine. */
record Jdk(int feature, Path home) {
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(?:1\\.)?(\\d+)");
    private static final int OLDEST = 17;

    /** The one that runs this. */
    static Jdk running() {
        return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
    }

    /** The oldest that is supported, else the running one, and the newest there is. */
    static List<Jdk> toTry() {
        TreeMap<Integer, Jdk> found = new TreeMap<>();
        found.put(running().feature, running());
        for (Path home : homes()) {
            of(home).ifPresent(jdk -> found.putIfAbsent(jdk.feature, jdk));
        }
        return found.values().stream()
                .filter(jdk -> jdk.feature == found.firstKey() || jdk.feature == found.lastKey())
                .toList();
    }

    private static Optional<Jdk> of(Path home) {
        Path release = home.resolve("release");
        try {
            if (!Files.isRegularFile(release)) {
                return Optional.empty();
            }
            Matcher version = VERSION.matcher(Files.readString(release));
            return version.find()
                    ? Optional.of(new Jdk(Integer.parseInt(version.group(1)), home))
                            .filter(jdk -> jdk.feature >= OLDEST)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> homes() {
        List<Path> homes = new ArrayList<>();
        // JAVA_HOME, JAVA_HOME_21_X64, JDK21, JAVA21_HOME ...
        for (Map.Entry<String, String> variable : new TreeMap<>(System.getenv()).entrySet()) {
            if (variable.getKey().matches("(JAVA|JDK).*") && variable.getValue().matches("\\S{1,300}")) {
                homes.add(Path.of(variable.getValue()));
            }
        }
        Path user = Path.of(System.getProperty("user.home"));
        for (Path folder : List.of(
                Path.of(System.getProperty("java.home"), ".."),
                Path.of("/usr/lib/jvm"),
                user.resolve(".sdkman/candidates/java"),
                user.resolve(".jdks"),
                Path.of("/Library/Java/JavaVirtualMachines"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> children = Files.list(folder)) {
                    children.sorted().forEach(child -> {
                        homes.add(child);
                        homes.add(child.resolve("Contents/Home"));
                    });
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return homes;
    }

    Path java() {
        return home.resolve("bin").resolve("java");
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
