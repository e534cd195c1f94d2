package dev.opsdk.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A part of this program's class path: jars, or in a build that makes none, folders of classes. */
record Jars(List<Path> paths) {
    private static final String OURS = "opsdk-";

    static Jars all() {
        return new Jars(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList());
    }

    /** Where a class comes from. */
    static Jars of(Class<?> type) {
        return new Jars(List.of(Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()))));
    }

    /** Those whose names begin with one of these; a folder of classes has its module's name. */
    Jars starting(List<String> prefixes) {
        return new Jars(paths.stream()
                .filter(path -> prefixes.stream().anyMatch(name(path)::startsWith))
                .toList());
    }

    /** Without these modules of ours. */
    Jars without(List<String> modules) {
        return new Jars(paths.stream()
                .filter(path -> modules.stream().noneMatch(module -> name(path).startsWith(OURS + module)))
                .toList());
    }

    Jars and(Jars more) {
        return new Jars(Stream.concat(paths.stream(), more.paths.stream()).toList());
    }

    private static String name(Path path) {
        int names = path.getNameCount();
        boolean module = path.endsWith(Path.of("target", "classes"));
        return module ? OURS + path.getName(names - 3) : path.getFileName().toString();
    }

    long bytes() {
        return paths.stream().mapToLong(Jars::bytes).sum();
    }

    private static long bytes(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
