package dev.opsdk.openmldb.procedure;

import dev.opsdk.openmldb.assess.StatFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The stat file on disk. A change is there whole or not at all, also after a crash. */
final class StatFiles {
    private StatFiles() {}

    static StatFile read(Path file) {
        try {
            return Files.exists(file) ? StatFile.parse(Files.readString(file)) : StatFile.parse("");
        } catch (IOException e) {
            throw new UncheckedIOException("the stat file " + file + " cannot be read", e);
        }
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
            throw new UncheckedIOException("the stat file " + file + " cannot be written", e);
        }
    }
}
