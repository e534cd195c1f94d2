package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.openmldb.assess.StatFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The stat file on disk. A change is there whole or not at all, also after a crash. */
final class StatFiles {
    private StatFiles() {}

    static StatFile read(Path file) {
        try {
            return Files.exists(file) ? StatFile.parse(Files.readString(file)) : StatFile.parse("");
        } catch (IOException e) {
            throw new UncheckedIOException("the stat file " + file + " cannot be read: " + e, e);
        }
    }

    /** Of who is sure that there is one: a wrong path must not look like a file in which nothing is left. */
    static StatFile existing(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("the stat file " + file + " does not exist (working directory "
                    + Path.of("").toAbsolutePath() + ")");
        }
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("the stat file " + file + " is not a file");
        }
        StatFile content = read(file);
        try {
            content.all();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the stat file " + file + " cannot be understood, " + e.getMessage(), e);
        }
        return content;
    }

    /** Why it could not be written, as far as looking can tell. */
    static Optional<String> obstacle(Path file) {
        Path absolute = file.toAbsolutePath();
        Path directory = absolute.getParent();
        if (directory == null || Files.isDirectory(absolute)) {
            return Optional.of(absolute + " is a directory");
        }
        if (!Files.isDirectory(directory)) {
            return Optional.of("the directory " + directory + " does not exist");
        }
        if (!Files.isWritable(directory)) {
            return Optional.of("the directory " + directory + " cannot be written");
        }
        if (!Files.exists(absolute)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(absolute)) {
            return Optional.of(absolute + " is not a file");
        }
        return Files.isReadable(absolute) && Files.isWritable(absolute)
                ? Optional.empty()
                : Optional.of(absolute + " cannot be read and written");
    }

    /** A check that the file can be written, before the first move depends on it. */
    static PreCheck writable(Path file) {
        return obstacle(file)
                .map(reason -> new PreCheck("stat file", CheckResult.BLOCK, reason))
                .orElseGet(
                        () -> new PreCheck("stat file", CheckResult.PASS, file.toAbsolutePath() + " can be written"));
    }

    static void write(Path file, StatFile content) {
        Path absolute = file.toAbsolutePath();
        Path next = absolute.resolveSibling(absolute.getFileName() + ".new");
        try {
            if (content.isEmpty()) {
                Files.deleteIfExists(absolute);
                return;
            }
            Files.writeString(next, content.text());
            try (FileChannel written = FileChannel.open(next, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(next, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the stat file " + file + " cannot be written: " + e, e);
        }
    }
}
