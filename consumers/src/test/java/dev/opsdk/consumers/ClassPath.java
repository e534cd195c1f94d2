package dev.opsdk.consumers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;

/** The jars a consumer gets. */
record ClassPath(List<Path> jars) {

    static ClassPath read(Path file) throws IOException {
        return new ClassPath(Arrays.stream(Files.readString(file).strip().split(File.pathSeparator))
                .filter(s -> !s.isEmpty())
                .map(Path::of)
                .toList());
    }

    /** {@code group:artifact:version} of each, told by its place in the repository. */
    List<String> coordinates(Path localRepository) {
        return jars.stream()
                .map(jar -> {
                    Path at = localRepository.relativize(jar);
                    int names = at.getNameCount();
                    String group = at.subpath(0, names - 3).toString().replace(File.separatorChar, '.');
                    return group + ":" + at.getName(names - 3) + ":" + at.getName(names - 2);
                })
                .toList();
    }

    /** Classes that are in more than one jar. */
    Map<String, List<String>> duplicates() throws IOException {
        Map<String, List<String>> places = new TreeMap<>();
        for (Path jar : jars) {
            for (String name : classes(jar)) {
                places.computeIfAbsent(name, n -> new ArrayList<>())
                        .add(jar.getFileName().toString());
            }
        }
        places.values().removeIf(in -> in.size() == 1);
        return places;
    }

    List<String> holding(String className) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path jar : jars) {
            if (classes(jar).contains(className)) {
                found.add(jar.getFileName().toString());
            }
        }
        return found;
    }

    private static Set<String> classes(Path jar) throws IOException {
        Set<String> names = new TreeSet<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            file.stream()
                    .map(entry -> entry.getName())
                    .filter(n -> n.endsWith(".class") && !n.startsWith("META-INF/") && !n.endsWith("module-info.class"))
                    .forEach(names::add);
        }
        return names;
    }

    long bytes() throws IOException {
        long sum = 0;
        for (Path jar : jars) {
            sum += Files.size(jar);
        }
        return sum;
    }

    long bytesOf(String prefix) throws IOException {
        return new ClassPath(jars.stream()
                        .filter(jar -> jar.getFileName().toString().startsWith(prefix))
                        .toList())
                .bytes();
    }
}
