package dev.opsdk.simulator.openmldb;

/** The return codes the simulated methods use, with their usual words. */
enum Code {
    OK(0, "ok"),
    NO_TABLE(100, "table does not exist"),
    TABLE_EXISTS(101, "table already exists"),
    IS_LEADER(102, "table is leader"),
    IS_FOLLOWER(103, "table is follower"),
    META_ILLEGAL(129, "table meta is illegal"),
    NO_FOLLOWER(134, "no follower"),
    DELETE_FAILED(136, "op id does not exist"),
    NO_ROOT_PATH(138, "fail to get db root path"),
    NOT_LEADER(300, "nameserver is not leader"),
    AUTO_FAILOVER(301, "auto_failover is enabled"),
    NO_ENDPOINT(302, "endpoint does not exist"),
    NOT_HEALTHY(303, "tablet is not healthy"),
    CREATE_OP_FAILED(305, "create op failed"),
    INVALID_PARAMETER(307, "invalid parameter"),
    NO_PID(308, "pid does not exist"),
    LEADER_ALIVE(309, "leader is alive"),
    NO_ALIVE_FOLLOWER(310, "no alive follower"),
    ALIVE(311, "table is alive, need not recover"),
    OP_NOT_RUNNING(312, "op status is not kDoing or kInited"),
    PID_EXISTS(317, "pid already exists"),
    NO_SOURCE(318, "src_endpoint does not exist or not healthy"),
    NO_DESTINATION(319, "des_endpoint does not exist or not healthy"),
    MIGRATE_FAILED(320, "migrate failed"),
    NO_UPDATE(321, "no pid has update"),
    NO_DATABASE(802, "database not found");

    private final int number;
    private final String text;

    Code(int number, String text) {
        this.number = number;
        this.text = text;
    }

    int number() {
        return number;
    }

    String text() {
        return text;
    }
}
