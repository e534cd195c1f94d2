package dev.opsdk.openmldb.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.core.model.OpenEnum;

/** The task at which an op is ({@code TaskType}). */
public final class TaskType extends OpenEnum<TaskType.Known> {
    /** The values this version knows. */
    public enum Known {
        /** {@code kMakeSnapshot}. */
        MAKE_SNAPSHOT,
        /** {@code kPauseSnapshot}. */
        PAUSE_SNAPSHOT,
        /** {@code kRecoverSnapshot}. */
        RECOVER_SNAPSHOT,
        /** {@code kSendSnapshot}. */
        SEND_SNAPSHOT,
        /** {@code kLoadTable}. */
        LOAD_TABLE,
        /** {@code kAddReplica}. */
        ADD_REPLICA,
        /** {@code kAddTableInfo}. */
        ADD_TABLE_INFO,
        /** {@code kDelReplica}. */
        DEL_REPLICA,
        /** {@code kDelTableInfo}. */
        DEL_TABLE_INFO,
        /** {@code kChangeLeader}. */
        CHANGE_LEADER,
        /** {@code kUpdatePartitionStatus}. */
        UPDATE_PARTITION_STATUS,
        /** {@code kDropTable}. */
        DROP_TABLE,
        /** {@code kUpdateTableAlive}. */
        UPDATE_TABLE_ALIVE,
        /** {@code kUpdateTableInfo}. */
        UPDATE_TABLE_INFO,
        /** {@code kSelectLeader}. */
        SELECT_LEADER,
        /** {@code kUpdateLeaderInfo}. */
        UPDATE_LEADER_INFO,
        /** {@code kRecoverTable}. */
        RECOVER_TABLE,
        /** {@code kCheckBinlogSyncProgress}. */
        CHECK_BINLOG_SYNC_PROGRESS,
        /** {@code kCreateTableRemote}. */
        CREATE_TABLE_REMOTE,
        /** {@code kDropTableRemote}. */
        DROP_TABLE_REMOTE,
        /** {@code kAddReplicaNSRemote}. */
        ADD_REPLICA_NS_REMOTE,
        /** {@code kDumpIndexData}. */
        DUMP_INDEX_DATA,
        /** {@code kSendIndexData}. */
        SEND_INDEX_DATA,
        /** {@code kLoadIndexData}. */
        LOAD_INDEX_DATA,
        /** {@code kExtractIndexData}. */
        EXTRACT_INDEX_DATA,
        /** {@code kAddIndexToTablet}. */
        ADD_INDEX_TO_TABLET,
        /** {@code kTableSyncTask}. */
        TABLE_SYNC_TASK,
        /** {@code kSendIndexRequest}. */
        SEND_INDEX_REQUEST,
        /** {@code kExtractIndexRequest}. */
        EXTRACT_INDEX_REQUEST,
        /** {@code kLoadIndexRequest}. */
        LOAD_INDEX_REQUEST,
        /** {@code kAddIndexToTabletRequest}. */
        ADD_INDEX_TO_TABLET_REQUEST,
        /** {@code kAddIndexToTableInfo}. */
        ADD_INDEX_TO_TABLE_INFO,
        /** {@code kAddMultiTableIndex}. */
        ADD_MULTI_TABLE_INDEX,
        /** {@code kAddTableIndex}. */
        ADD_TABLE_INDEX,
        /** {@code kCreateProcedure}. */
        CREATE_PROCEDURE
    }

    private TaskType(Object wire) {
        super(
                switch (String.valueOf(wire)) {
                    case "kMakeSnapshot" -> Known.MAKE_SNAPSHOT;
                    case "kPauseSnapshot" -> Known.PAUSE_SNAPSHOT;
                    case "kRecoverSnapshot" -> Known.RECOVER_SNAPSHOT;
                    case "kSendSnapshot" -> Known.SEND_SNAPSHOT;
                    case "kLoadTable" -> Known.LOAD_TABLE;
                    case "kAddReplica" -> Known.ADD_REPLICA;
                    case "kAddTableInfo" -> Known.ADD_TABLE_INFO;
                    case "kDelReplica" -> Known.DEL_REPLICA;
                    case "kDelTableInfo" -> Known.DEL_TABLE_INFO;
                    case "kChangeLeader" -> Known.CHANGE_LEADER;
                    case "kUpdatePartitionStatus" -> Known.UPDATE_PARTITION_STATUS;
                    case "kDropTable" -> Known.DROP_TABLE;
                    case "kUpdateTableAlive" -> Known.UPDATE_TABLE_ALIVE;
                    case "kUpdateTableInfo" -> Known.UPDATE_TABLE_INFO;
                    case "kSelectLeader" -> Known.SELECT_LEADER;
                    case "kUpdateLeaderInfo" -> Known.UPDATE_LEADER_INFO;
                    case "kRecoverTable" -> Known.RECOVER_TABLE;
                    case "kCheckBinlogSyncProgress" -> Known.CHECK_BINLOG_SYNC_PROGRESS;
                    case "kCreateTableRemote" -> Known.CREATE_TABLE_REMOTE;
                    case "kDropTableRemote" -> Known.DROP_TABLE_REMOTE;
                    case "kAddReplicaNSRemote" -> Known.ADD_REPLICA_NS_REMOTE;
                    case "kDumpIndexData" -> Known.DUMP_INDEX_DATA;
                    case "kSendIndexData" -> Known.SEND_INDEX_DATA;
                    case "kLoadIndexData" -> Known.LOAD_INDEX_DATA;
                    case "kExtractIndexData" -> Known.EXTRACT_INDEX_DATA;
                    case "kAddIndexToTablet" -> Known.ADD_INDEX_TO_TABLET;
                    case "kTableSyncTask" -> Known.TABLE_SYNC_TASK;
                    case "kSendIndexRequest" -> Known.SEND_INDEX_REQUEST;
                    case "kExtractIndexRequest" -> Known.EXTRACT_INDEX_REQUEST;
                    case "kLoadIndexRequest" -> Known.LOAD_INDEX_REQUEST;
                    case "kAddIndexToTabletRequest" -> Known.ADD_INDEX_TO_TABLET_REQUEST;
                    case "kAddIndexToTableInfo" -> Known.ADD_INDEX_TO_TABLE_INFO;
                    case "kAddMultiTableIndex" -> Known.ADD_MULTI_TABLE_INDEX;
                    case "kAddTableIndex" -> Known.ADD_TABLE_INDEX;
                    case "kCreateProcedure" -> Known.CREATE_PROCEDURE;
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
    public static TaskType of(Object wire) {
        return new TaskType(wire);
    }
}
