package dev.opsdk.openmldb.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.core.model.OpenEnum;

/** The role in which a tablet holds a partition ({@code TableMode}). */
public final class TableMode extends OpenEnum<TableMode.Known> {
    /** The values this version knows. */
    public enum Known {
        /** It takes writes. */
        LEADER,
        /** It follows. */
        FOLLOWER
    }

    private TableMode(Object wire) {
        super(
                switch (String.valueOf(wire)) {
                    case "kTableLeader" -> Known.LEADER;
                    case "kTableFollower" -> Known.FOLLOWER;
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
    public static TableMode of(Object wire) {
        return new TableMode(wire);
    }
}
