package dev.opsdk.openmldb.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.core.model.OpenEnum;

/** What a partition does on its tablet ({@code TableState}). */
public final class TableState extends OpenEnum<TableState.Known> {
    /** The values this version knows. */
    public enum Known {
        /** Not usable yet. */
        UNDEFINED,
        /** It serves. */
        NORMAL,
        /** It is being loaded. */
        LOADING,
        /** It serves and makes a snapshot. */
        MAKING_SNAPSHOT,
        /** It serves; snapshots are held back while a copy is taken. */
        SNAPSHOT_PAUSED
    }

    private TableState(Object wire) {
        super(
                switch (String.valueOf(wire)) {
                    case "kTableUndefined" -> Known.UNDEFINED;
                    case "kTableNormal" -> Known.NORMAL;
                    case "kTableLoading" -> Known.LOADING;
                    case "kMakingSnapshot" -> Known.MAKING_SNAPSHOT;
                    case "kSnapshotPaused" -> Known.SNAPSHOT_PAUSED;
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
    public static TableState of(Object wire) {
        return new TableState(wire);
    }
}
