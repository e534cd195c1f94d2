package dev.opsdk.openmldb.internal;

import dev.opsdk.openmldb.model.ReturnCode;

/** What an operator does about a refusal. */
final class Remedies {
    static final String CREDENTIALS = "tell the builder user(name, password) or serviceToken(token)";

    private Remedies() {}

    static String of(ReturnCode.Known code) {
        return switch (code) {
            case AUTO_FAILOVER_ON ->
                "switch it off with autoFailover(false) while you work, and on again when you are done";
            case TABLE_NOT_EXIST -> "look at tables(); the default database is the empty name";
            case PID_NOT_EXIST -> "look at the partitions and where their replicas are in table(...)";
            case ENDPOINT_NOT_EXIST ->
                "name the tablet as tablets() does, not by its address; after a restart the nameserver knows only tablets that came back";
            case TABLET_NOT_HEALTHY, SOURCE_NOT_HEALTHY, DESTINATION_NOT_HEALTHY ->
                "look at tablets(); a tablet is named there as requests have to name it, and must be healthy";
            case TABLE_IS_LEADER ->
                "move the leader with changeLeader(...) first; a former leader has to be recovered with recoverTable(...) before";
            case TABLE_IS_FOLLOWER -> "ask the tablet that leads the partition";
            case TABLE_LOADING, TABLE_NOT_NORMAL -> "wait until the partition is normal on its tablet";
            case NO_FOLLOWER -> "add a replica with addReplica(...) first";
            case LEADER_ALIVE -> "name a candidate, or let the server choose with changeLeaderAuto(...)";
            case NO_ALIVE_FOLLOWER -> "recover a follower with recoverTable(...) first";
            case PARTITION_ALIVE -> "there is nothing to recover";
            case CREATE_OP_FAILED ->
                "the candidate has to be an alive follower on a healthy tablet, and the partition needs an alive leader; look at table(...)";
            case MIGRATE_FAILED -> "only an alive follower can be migrated, to a tablet that has no replica yet";
            case OP_NOT_RUNNING -> "the op has ended; look at op(id)";
            case DELETE_FAILED -> "look at ops(); ops that ended well are forgotten by a new leader";
            case NO_PID_UPDATED -> "the tablet has no such replica, or it is marked like that already";
            case TABLE_EXISTS -> "the tablet holds it already; look at partition(tid, pid)";
            case REPLICA_ENDPOINT_EXISTS, PID_EXISTS -> "look at table(...); there is nothing to add";
            case OP_EXISTS -> "wait for the op that is there; look at ops(partition)";
            case INVALID_PARAMETER -> "the server takes such a value for none of its parameters";
            case TABLE_META_ILLEGAL -> "the table's name or number is not accepted";
            case NO_ROOT_PATH -> "the tablet has no directory for this storage mode; is it the table's own?";
            case SET_ZK_FAILED, CONNECT_ZK_FAILED, ADD_OP_FAILED, NOT_IN_ZOOKEEPER ->
                "look at the cluster's ZooKeeper, and at the state before repeating it";
            case GET_TABLET_FAILED, RPC_ERROR -> "a server could not reach another one; look at tablets()";
            case WRITE_DATA_FAILED, CREATE_TABLE_FAILED -> "look at the tablet's log and disk";
            case PRIVILEGE_DENIED, PRIVILEGE_ERROR -> "use another user";
            case NOT_LEADER -> "ask the leader";
            case DATABASE_NOT_FOUND -> "look at databases()";
            case NOT_SUPPORTED -> "this deployment or version cannot do it";
            case OK, ERROR, OFFSET_MISMATCH, TRUNCATE_FAILED, NO_ZONE_INFO, DATABASE_EXISTS, DATABASE_NOT_EMPTY -> "";
        };
    }
}
