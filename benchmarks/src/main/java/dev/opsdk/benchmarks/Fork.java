package dev.opsdk.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a JVM of its own printed.
 *
 * @param numbers what it printed
 * @param millis from its start to its end
 */
record Fork(List<Double> numbers, double millis) {
    private static final Path ERRORS = Path.of("target", "fork.log");

    static Fork run(Jdk jdk, Jars classPath, Class<?> main, String... args) {
        List<String> line =
                new ArrayList<>(List.of(jdk.java().toString(), "-classpath", classPath.toString(), main.getName()));
        line.addAll(List.of(args));
        try {
            long start = System.nanoTime();
            Process process =
                    new ProcessBuilder(line).redirectError(ERRORS.toFile()).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            double millis = (System.nanoTime() - start) / 1e6;
            if (status != 0) {
                throw new IllegalStateException(main.getSimpleName() + List.of(args) + " ended with " + status + ": "
                        + Files.readString(ERRORS));
            }
            List<Double> numbers = Pattern.compile("\\s+")
                    .splitAsStream(output.strip())
                    .map(Double::valueOf)
                    .toList();
            return new Fork(numbers, millis);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    double number(int i) {
        return numbers.get(i);
    }
}
