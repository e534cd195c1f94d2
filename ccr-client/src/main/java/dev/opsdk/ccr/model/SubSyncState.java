package dev.opsdk.ccr.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/**
 * The step inside a phase. Steps 5 and 6 are held in memory only, so {@code job_progress} often shows the step before while a
 * backup or a restore runs.
 */
public final class SubSyncState extends OpenEnum<SubSyncState.Known> {
    /** The values this version knows. */
    public enum Known {
        /** -1: nothing in work. */
        DONE,
        /** 0 */
        BEGIN_CREATE_SNAPSHOT,
        /** 1 */
        GET_SNAPSHOT_INFO,
        /** 2 */
        ADD_EXTRA_INFO,
        /** 3 */
        RESTORE_SNAPSHOT,
        /** 4 */
        PERSIST_RESTORE_INFO,
        /** 5 */
        WAIT_BACKUP_DONE,
        /** 6 */
        WAIT_RESTORE_DONE,
        /** 11 */
        BEGIN_TRANSACTION,
        /** 12 */
        INGEST_BINLOG,
        /** 13 */
        COMMIT_TRANSACTION,
        /** 14 */
        ROLLBACK_TRANSACTION,
        /** 200, since generation 5 */
        LAUNCH_TRANSACTION,
        /** 201, since generation 5 */
        COMMIT_PIPELINE,
        /** 202, since generation 5 */
        COMMIT_PIPELINE_TRANSACTION,
        /** 203, since generation 5 */
        ROLLBACK_PIPELINE
    }

    private SubSyncState(@Nullable Known known, Object wire) {
        super(known, wire);
    }

    /**
     * Reads {@code sub_sync_state.state}.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static SubSyncState of(Object wire) {
        return new SubSyncState(
                switch (String.valueOf(wire)) {
                    case "-1" -> Known.DONE;
                    case "0" -> Known.BEGIN_CREATE_SNAPSHOT;
                    case "1" -> Known.GET_SNAPSHOT_INFO;
                    case "2" -> Known.ADD_EXTRA_INFO;
                    case "3" -> Known.RESTORE_SNAPSHOT;
                    case "4" -> Known.PERSIST_RESTORE_INFO;
                    case "5" -> Known.WAIT_BACKUP_DONE;
                    case "6" -> Known.WAIT_RESTORE_DONE;
                    case "11" -> Known.BEGIN_TRANSACTION;
                    case "12" -> Known.INGEST_BINLOG;
                    case "13" -> Known.COMMIT_TRANSACTION;
                    case "14" -> Known.ROLLBACK_TRANSACTION;
                    case "200" -> Known.LAUNCH_TRANSACTION;
                    case "201" -> Known.COMMIT_PIPELINE;
                    case "202" -> Known.COMMIT_PIPELINE_TRANSACTION;
                    case "203" -> Known.ROLLBACK_PIPELINE;
                    default -> null;
                },
                wire);
    }
}
