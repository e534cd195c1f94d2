package dev.opsdk.bizconnector.check;

import dev.opsdk.bizconnector.assess.DiskSpace;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says how much room a path has. */
@FunctionalInterface
public interface DiskSource {
    /** This machine's file systems. */
    DiskSource LOCAL = path -> {
        FileStore store = Files.getFileStore(path);
        return new DiskSpace(path.toString(), store.getTotalSpace(), store.getUsableSpace());
    };

    /**
     * Looks.
     *
     * @param path a path that exists
     * @return the room of its file system
     * @throws IOException if it cannot be told
     */
    DiskSpace space(Path path) throws IOException;
}
