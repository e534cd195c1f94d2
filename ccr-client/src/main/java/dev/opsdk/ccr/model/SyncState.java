package dev.opsdk.ccr.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/**
 * The phase of a job. A number in {@code job_progress} and in the metrics, a text in {@code job_status}; both read as the
 * same value.
 */
public final class SyncState extends OpenEnum<SyncState.Known> {
    /** The values this version knows. */
    public enum Known {
        /** 0: a snapshot of the whole database is made and restored. Also what a restarted syncer says of any job. */
        DB_FULL_SYNC,
        /** 1: catching up after a full sync, tables at different positions. Not yet caught up. */
        DB_TABLES_INCREMENTAL_SYNC,
        /** 2: deprecated by the server. */
        DB_SPECIFIC_TABLE_FULL_SYNC,
        /** 3: follows the binlog of a database. */
        DB_INCREMENTAL_SYNC,
        /** 4: a snapshot of one table or some partitions is made and restored. */
        DB_PARTIAL_SYNC,
        /** 500: a snapshot of the table is made and restored. */
        TABLE_FULL_SYNC,
        /** 501: follows the binlog of a table. */
        TABLE_INCREMENTAL_SYNC,
        /** 502: a snapshot of some partitions of the table is made and restored. */
        TABLE_PARTIAL_SYNC
    }

    private SyncState(@Nullable Known known, Object wire) {
        super(known, wire);
    }

    /**
     * Reads the number or the text. {@code Unknown SyncState: 7} stays an unknown text.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static SyncState of(Object wire) {
        return new SyncState(
                switch (String.valueOf(wire)) {
                    case "0", "DBFullSync" -> Known.DB_FULL_SYNC;
                    case "1", "DBTablesIncrementalSync" -> Known.DB_TABLES_INCREMENTAL_SYNC;
                    case "2", "DBSpecificTableFullSync" -> Known.DB_SPECIFIC_TABLE_FULL_SYNC;
                    case "3", "DBIncrementalSync" -> Known.DB_INCREMENTAL_SYNC;
                    case "4", "DBPartialSync" -> Known.DB_PARTIAL_SYNC;
                    case "500", "TableFullSync" -> Known.TABLE_FULL_SYNC;
                    case "501", "TableIncrementalSync" -> Known.TABLE_INCREMENTAL_SYNC;
                    case "502", "TablePartialSync" -> Known.TABLE_PARTIAL_SYNC;
                    default -> null;
                },
                wire);
    }
}
