package dev.opsdk.simulator.openmldb;

import static dev.opsdk.simulator.openmldb.Field.nested;
import static dev.opsdk.simulator.openmldb.Field.optional;
import static dev.opsdk.simulator.openmldb.Field.optionalEnum;
import static dev.opsdk.simulator.openmldb.Field.repeated;
import static dev.opsdk.simulator.openmldb.Field.required;
import static dev.opsdk.simulator.openmldb.FieldType.BOOL;
import static dev.opsdk.simulator.openmldb.FieldType.INT32;
import static dev.opsdk.simulator.openmldb.FieldType.STRING;
import static dev.opsdk.simulator.openmldb.FieldType.UINT32;
import static dev.opsdk.simulator.openmldb.FieldType.UINT64;

/** The request messages the simulated methods take. */
final class Messages {

    private static final String NS = "openmldb.nameserver.";
    private static final String API = "openmldb.api.";

    private static final Field NAME = required("name", STRING);
    private static final Field PID = required("pid", UINT32);
    private static final Field ENDPOINT = required("endpoint", STRING);
    private static final Field DB = optional("db", STRING);
    private static final Field STORAGE = optionalEnum("storage_mode", 0, "kUnknown", "kMemory", "kSSD", "kHDD");

    static final Message GENERAL = Message.of(NS + "GeneralRequest");
    static final Message SHOW_TABLET = Message.of(NS + "ShowTabletRequest");
    static final Message SHOW_CATALOG = Message.of(NS + "ShowCatalogRequest");
    static final Message SHOW_SDK_ENDPOINT = Message.of(NS + "ShowSdkEndpointRequest");
    static final Message CONF_GET = Message.of(NS + "ConfGetRequest");
    static final Message CONF_SET = Message.of(
            NS + "ConfSetRequest",
            nested("conf", Message.of(NS + "Pair", required("key", STRING), required("value", STRING)))
                    .asRequired());
    static final Message SHOW_TABLE =
            Message.of(NS + "ShowTableRequest", optional("name", STRING), DB, optional("show_all", BOOL));
    static final Message SHOW_OP_STATUS = Message.of(
            NS + "ShowOPStatusRequest",
            optional("name", STRING),
            optional("pid", UINT32),
            DB,
            optional("op_id", UINT64));
    static final Message CANCEL_OP = Message.of(NS + "CancelOPRequest", optional("op_id", UINT64));
    static final Message DELETE_OP = Message.of(
            NS + "DeleteOPRequest",
            DB,
            optional("op_id", UINT64),
            optionalEnum("status", 1, "kInited", "kDoing", "kDone", "kFailed", "kCanceled"));
    static final Message CHANGE_LEADER =
            Message.of(NS + "ChangeLeaderRequest", NAME, PID, optional("candidate_leader", STRING), DB);
    static final Message MIGRATE = Message.of(
            NS + "MigrateRequest",
            required("src_endpoint", STRING),
            NAME,
            repeated("pid", UINT32),
            required("des_endpoint", STRING),
            DB);
    static final Message ADD_REPLICA =
            Message.of(NS + "AddReplicaNSRequest", NAME, PID, ENDPOINT, repeated("pid_group", UINT32), DB);
    static final Message DEL_REPLICA =
            Message.of(NS + "DelReplicaNSRequest", NAME, PID, ENDPOINT, repeated("pid_group", UINT32), DB);
    static final Message RECOVER_TABLE = Message.of(NS + "RecoverTableRequest", NAME, PID, ENDPOINT, DB);
    static final Message UPDATE_ALIVE = Message.of(
            NS + "UpdateTableAliveRequest",
            optional("name", STRING),
            optional("endpoint", STRING),
            optional("pid", UINT32),
            optional("is_alive", BOOL),
            DB);
    static final Message OFFLINE_ENDPOINT =
            Message.of(NS + "OfflineEndpointRequest", ENDPOINT, optional("concurrency", UINT32));
    static final Message RECOVER_ENDPOINT = Message.of(
            NS + "RecoverEndpointRequest", ENDPOINT, optional("need_restore", BOOL), optional("concurrency", UINT32));
    static final Message MAKE_SNAPSHOT =
            Message.of(NS + "MakeSnapshotNSRequest", NAME, PID, optional("offset", UINT64), DB);
    static final Message GET_PARTITION =
            Message.of(NS + "GetTablePartitionRequest", optional("name", STRING), optional("pid", UINT32), DB);
    static final Message SET_PARTITION = Message.of(
            NS + "SetTablePartitionRequest",
            optional("name", STRING),
            nested(
                    "table_partition",
                    Message.of(
                            NS + "TablePartition",
                            PID,
                            nested(
                                            "partition_meta",
                                            Message.of(
                                                    NS + "PartitionMeta",
                                                    ENDPOINT,
                                                    required("is_leader", BOOL),
                                                    optional("is_alive", BOOL)))
                                    .asRepeated())),
            DB);
    static final Message USE_DATABASE = Message.of(NS + "UseDatabaseRequest", DB);

    static final Message GET_TABLE_STATUS = Message.of(
            API + "GetTableStatusRequest",
            optional("tid", UINT32),
            optional("pid", UINT32),
            optional("need_schema", BOOL));
    static final Message LOAD_TABLE = Message.of(
            API + "LoadTableRequest",
            nested(
                    "table_meta",
                    Message.of(
                            API + "TableMeta",
                            optional("tid", INT32),
                            optional("name", STRING),
                            optional("pid", INT32),
                            optional("seg_cnt", INT32),
                            repeated("replicas", STRING),
                            optionalEnum("mode", 1, "kTableLeader", "kTableFollower"),
                            optional("term", UINT64),
                            DB,
                            STORAGE)));
    static final Message GET_TABLE_FOLLOWER =
            Message.of(API + "GetTableFollowerRequest", optional("tid", UINT32), optional("pid", UINT32));
    static final Message GET_TERM_PAIR =
            Message.of(API + "GetTermPairRequest", optional("tid", UINT32), optional("pid", UINT32), STORAGE);

    private Messages() {}
}
