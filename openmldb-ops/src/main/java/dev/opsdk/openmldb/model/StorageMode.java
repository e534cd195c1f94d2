package dev.opsdk.openmldb.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.core.model.OpenEnum;

/** Where a table keeps its data ({@code StorageMode}). */
public final class StorageMode extends OpenEnum<StorageMode.Known> {
    /** The values this version knows. */
    public enum Known {
        /** The server does not know. */
        UNKNOWN,
        /** In memory, with binlog and snapshot on disk. */
        MEMORY,
        /** On SSD. */
        SSD,
        /** On HDD. */
        HDD
    }

    private StorageMode(Object wire) {
        super(
                switch (String.valueOf(wire)) {
                    case "kUnknown" -> Known.UNKNOWN;
                    case "kMemory" -> Known.MEMORY;
                    case "kSSD" -> Known.SSD;
                    case "kHDD" -> Known.HDD;
                    default -> null;
                },
                wire);
    }

    /**
     * Reads the server's word.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static StorageMode of(Object wire) {
        return new StorageMode(wire);
    }
}
