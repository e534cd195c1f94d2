package dev.opsdk.consumers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a release would publish, as a Maven repository in a folder. The version is one of its own: the inner builds share
 * the local repository, and what somebody installed there must not answer for what was built just now.
 */
final class StagedRepository implements AutoCloseable {
    static final List<String> LIBRARIES =
            List.of("client-core", "simulators", "ccr-client", "oms-client", "bizconnector-client", "openmldb-ops");

    private final Path folder;
    private final Path localRepository;
    private final String built;
    private final String version;

    StagedRepository(Path sources, Path folder, Path localRepository, String built) {
        this.folder = folder;
        this.localRepository = localRepository;
        this.built = built;
        this.version = built.replace("-SNAPSHOT", "") + "-staged-" + Long.toString(System.currentTimeMillis(), 36);
        stage(sources.resolve("bom"), "opsdk-bom", false);
        for (String library : LIBRARIES) {
            stage(sources.resolve(library), "opsdk-" + library, true);
        }
    }

    private void stage(Path module, String artifact, boolean jar) {
        Path there = folder.resolve("dev/opsdk").resolve(artifact).resolve(version);
        try {
            Files.createDirectories(there);
            String pom = Files.readString(module.resolve(".flattened-pom.xml"))
                    .replace("<version>" + built + "</version>", "<version>" + version + "</version>");
            put(there.resolve(artifact + "-" + version + ".pom"), pom.getBytes(StandardCharsets.UTF_8));
            if (jar) {
                Path file = module.resolve("target").resolve(artifact + "-" + built + ".jar");
                put(there.resolve(artifact + "-" + version + ".jar"), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("not built yet? this runs after the other modules, in `mvn verify`", e);
        }
    }

    private static void put(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(content);
            Files.writeString(
                    file.resolveSibling(file.getFileName() + ".sha1"),
                    HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String version() {
        return version;
    }

    String url() {
        return folder.toUri().toString();
    }

    List<Path> poms() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".pom")).sorted().toList();
        }
    }

    /** Takes what the inner builds copied out of the shared local repository again. */
    @Override
    public void close() throws IOException {
        Path ours = localRepository.resolve("dev/opsdk");
        for (String artifact :
                Stream.concat(Stream.of("bom"), LIBRARIES.stream()).toList()) {
            delete(ours.resolve("opsdk-" + artifact).resolve(version));
        }
    }

    static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
