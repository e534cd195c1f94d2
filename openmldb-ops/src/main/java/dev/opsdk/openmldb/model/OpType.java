package dev.opsdk.openmldb.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.core.model.OpenEnum;

/** What an op of the nameserver does ({@code OPType}). */
public final class OpType extends OpenEnum<OpType.Known> {
    /** The values this version knows. */
    public enum Known {
        /** {@code kMakeSnapshotOP}. */
        MAKE_SNAPSHOT,
        /** {@code kAddReplicaOP}. */
        ADD_REPLICA,
        /** {@code kDelReplicaOP}. */
        DEL_REPLICA,
        /** {@code kChangeLeaderOP}. */
        CHANGE_LEADER,
        /** {@code kOfflineReplicaOP}. */
        OFFLINE_REPLICA,
        /** {@code kReAddReplicaOP}. */
        RE_ADD_REPLICA,
        /** {@code kReAddReplicaNoSendOP}. */
        RE_ADD_REPLICA_NO_SEND,
        /** {@code kReAddReplicaWithDropOP}. */
        RE_ADD_REPLICA_WITH_DROP,
        /** {@code kReAddReplicaSimplifyOP}. */
        RE_ADD_REPLICA_SIMPLIFY,
        /** {@code kUpdateTableAliveOP}. */
        UPDATE_TABLE_ALIVE,
        /** {@code kMigrateOP}. */
        MIGRATE,
        /** {@code kReLoadTableOP}. */
        RE_LOAD_TABLE,
        /** {@code kUpdatePartitionStatusOP}. */
        UPDATE_PARTITION_STATUS,
        /** {@code kRecoverTableOP}. */
        RECOVER_TABLE,
        /** {@code kCreateTableRemoteOP}. */
        CREATE_TABLE_REMOTE,
        /** {@code kDropTableRemoteOP}. */
        DROP_TABLE_REMOTE,
        /** {@code kAddReplicaSimplyRemoteOP}. */
        ADD_REPLICA_SIMPLY_REMOTE,
        /** {@code kDelReplicaRemoteOP}. */
        DEL_REPLICA_REMOTE,
        /** {@code kAddReplicaRemoteOP}. */
        ADD_REPLICA_REMOTE,
        /** {@code kAddIndexOP}. */
        ADD_INDEX,
        /** {@code kDeployOP}. */
        DEPLOY
    }

    private OpType(Object wire) {
        super(
                switch (String.valueOf(wire)) {
                    case "kMakeSnapshotOP" -> Known.MAKE_SNAPSHOT;
                    case "kAddReplicaOP" -> Known.ADD_REPLICA;
                    case "kDelReplicaOP" -> Known.DEL_REPLICA;
                    case "kChangeLeaderOP" -> Known.CHANGE_LEADER;
                    case "kOfflineReplicaOP" -> Known.OFFLINE_REPLICA;
                    case "kReAddReplicaOP" -> Known.RE_ADD_REPLICA;
                    case "kReAddReplicaNoSendOP" -> Known.RE_ADD_REPLICA_NO_SEND;
                    case "kReAddReplicaWithDropOP" -> Known.RE_ADD_REPLICA_WITH_DROP;
                    case "kReAddReplicaSimplifyOP" -> Known.RE_ADD_REPLICA_SIMPLIFY;
                    case "kUpdateTableAliveOP" -> Known.UPDATE_TABLE_ALIVE;
                    case "kMigrateOP" -> Known.MIGRATE;
                    case "kReLoadTableOP" -> Known.RE_LOAD_TABLE;
                    case "kUpdatePartitionStatusOP" -> Known.UPDATE_PARTITION_STATUS;
                    case "kRecoverTableOP" -> Known.RECOVER_TABLE;
                    case "kCreateTableRemoteOP" -> Known.CREATE_TABLE_REMOTE;
                    case "kDropTableRemoteOP" -> Known.DROP_TABLE_REMOTE;
                    case "kAddReplicaSimplyRemoteOP" -> Known.ADD_REPLICA_SIMPLY_REMOTE;
                    case "kDelReplicaRemoteOP" -> Known.DEL_REPLICA_REMOTE;
                    case "kAddReplicaRemoteOP" -> Known.ADD_REPLICA_REMOTE;
                    case "kAddIndexOP" -> Known.ADD_INDEX;
                    case "kDeployOP" -> Known.DEPLOY;
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
    public static OpType of(Object wire) {
        return new OpType(wire);
    }
}
