package dev.opsdk.consumers;

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

    /** The one that runs this build, the oldest we support, and the newest there is; each once, oldest first. */
    static List<Jdk> toTry() {
        Map<Integer, Jdk> found = new TreeMap<>();
        for (Path home : homes()) {
            of(home).ifPresent(jdk -> found.putIfAbsent(jdk.feature, jdk));
        }
        int running = Runtime.version().feature();
        found.put(running, new Jdk(running, Path.of(System.getProperty("java.home"))));
        int newest = found.keySet().stream().max(Integer::compare).orElse(running);
        return found.values().stream()
                .filter(jdk -> jdk.feature == OLDEST || jdk.feature == running || jdk.feature == newest)
                .toList();
    }

    private static Optional<Jdk> of(Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release)
                || !(Files.exists(home.resolve("bin/javac")) || Files.exists(home.resolve("bin/javac.exe")))) {
            return Optional.empty();
        }
        try {
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
        new TreeMap<>(System.getenv()).forEach((name, value) -> {
            if (name.matches("(JAVA|JDK).*") && !value.isBlank() && value.indexOf('\n') < 0 && value.length() < 300) {
                homes.add(Path.of(value));
            }
        });
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
