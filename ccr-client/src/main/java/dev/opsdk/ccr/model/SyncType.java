package dev.opsdk.ccr.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/** What a job follows: a whole database, or one table. */
public final class SyncType extends OpenEnum<SyncType.Known> {
    /** The values this version knows. */
    public enum Known {
        /** Every table of a database, new ones too. */
        DATABASE,
        /** One table. */
        TABLE
    }

    private SyncType(@Nullable Known known, Object wire) {
        super(known, wire);
    }

    /**
     * Reads {@code job_detail}'s number or the text of {@code /view}.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static SyncType of(Object wire) {
        return new SyncType(
                switch (String.valueOf(wire)) {
                    case "0", "db_sync" -> Known.DATABASE;
                    case "1", "table_sync", "table_sync_with_alias" -> Known.TABLE;
                    default -> null;
                },
                wire);
    }
}
