package dev.opsdk.openmldb.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.core.error.RejectedException;
import dev.opsdk.core.model.OpenEnum;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a nameserver or tablet answers with: {@code code} in every reply. 0 says that it was accepted, not that anything happens. */
public final class ReturnCode extends OpenEnum<ReturnCode.Known> {
    /** The codes that operations meet. */
    public enum Known {
        /** 0: it was accepted. */
        OK(0, "it was accepted"),
        /** -1: error. */
        ERROR(-1, "error"),
        /** 100: the table does not exist. */
        TABLE_NOT_EXIST(100, "the table does not exist"),
        /** 101: the tablet holds it already. */
        TABLE_EXISTS(101, "the tablet holds it already"),
        /** 102: the replica is marked as leader. */
        TABLE_IS_LEADER(102, "the replica is marked as leader"),
        /** 103: the replica is a follower. */
        TABLE_IS_FOLLOWER(103, "the replica is a follower"),
        /** 104: the partition is being loaded. */
        TABLE_LOADING(104, "the partition is being loaded"),
        /** 105: the partition is not in a normal state. */
        TABLE_NOT_NORMAL(105, "the partition is not in a normal state"),
        /** 119: the replica is there already. */
        REPLICA_ENDPOINT_EXISTS(119, "the replica is there already"),
        /** 127: the tablet could not write. */
        WRITE_DATA_FAILED(127, "the tablet could not write"),
        /** 129: the tablet does not accept the table's description. */
        TABLE_META_ILLEGAL(129, "the tablet does not accept the table's description"),
        /** 131: the tablet could not create it. */
        CREATE_TABLE_FAILED(131, "the tablet could not create it"),
        /** 134: the partition has no follower. */
        NO_FOLLOWER(134, "the partition has no follower"),
        /** 136: it could not be deleted. */
        DELETE_FAILED(136, "it could not be deleted"),
        /** 138: the tablet has no directory for this storage mode. */
        NO_ROOT_PATH(138, "the tablet has no directory for this storage mode"),
        /** 300: this nameserver is not the leader. */
        NOT_LEADER(300, "this nameserver is not the leader"),
        /** 301: auto_failover is on. */
        AUTO_FAILOVER_ON(301, "auto_failover is on"),
        /** 302: the nameserver does not know this tablet. */
        ENDPOINT_NOT_EXIST(302, "the nameserver does not know this tablet"),
        /** 303: the tablet is not healthy. */
        TABLET_NOT_HEALTHY(303, "the tablet is not healthy"),
        /** 304: ZooKeeper did not take it. */
        SET_ZK_FAILED(304, "ZooKeeper did not take it"),
        /** 305: the op could not be created. */
        CREATE_OP_FAILED(305, "the op could not be created"),
        /** 306: the op could not be stored. */
        ADD_OP_FAILED(306, "the op could not be stored"),
        /** 307: a parameter is invalid. */
        INVALID_PARAMETER(307, "a parameter is invalid"),
        /** 308: the partition does not exist. */
        PID_NOT_EXIST(308, "the partition does not exist"),
        /** 309: the leader is alive and no candidate was named. */
        LEADER_ALIVE(309, "the leader is alive and no candidate was named"),
        /** 310: no follower is alive. */
        NO_ALIVE_FOLLOWER(310, "no follower is alive"),
        /** 311: the replica is alive, there is nothing to recover. */
        PARTITION_ALIVE(311, "the replica is alive, there is nothing to recover"),
        /** 312: the op neither waits nor runs. */
        OP_NOT_RUNNING(312, "the op neither waits nor runs"),
        /** 317: the tablet has a replica of it already. */
        PID_EXISTS(317, "the tablet has a replica of it already"),
        /** 318: the source tablet does not exist or is not healthy. */
        SOURCE_NOT_HEALTHY(318, "the source tablet does not exist or is not healthy"),
        /** 319: the destination tablet does not exist or is not healthy. */
        DESTINATION_NOT_HEALTHY(319, "the destination tablet does not exist or is not healthy"),
        /** 320: it cannot be migrated; the message says why. */
        MIGRATE_FAILED(320, "it cannot be migrated; the message says why"),
        /** 321: no partition was changed. */
        NO_PID_UPDATED(321, "no partition was changed"),
        /** 326: ZooKeeper could not be reached. */
        CONNECT_ZK_FAILED(326, "ZooKeeper could not be reached"),
        /** 334: there is such an op already. */
        OP_EXISTS(334, "there is such an op already"),
        /** 335: the offsets do not match. */
        OFFSET_MISMATCH(335, "the offsets do not match"),
        /** 336: the tablet could not be found. */
        GET_TABLET_FAILED(336, "the tablet could not be found"),
        /** 337: it could not be truncated. */
        TRUNCATE_FAILED(337, "it could not be truncated"),
        /** 452: ZooKeeper did not delete it. */
        NOT_IN_ZOOKEEPER(452, "ZooKeeper did not delete it"),
        /** 501: there is no zone info. */
        NO_ZONE_INFO(501, "there is no zone info"),
        /** 701: the operation is not supported. */
        NOT_SUPPORTED(701, "the operation is not supported"),
        /** 801: the database exists. */
        DATABASE_EXISTS(801, "the database exists"),
        /** 802: the database does not exist. */
        DATABASE_NOT_FOUND(802, "the database does not exist"),
        /** 803: the database is not empty. */
        DATABASE_NOT_EMPTY(803, "the database is not empty"),
        /** 1004: a call between servers failed. */
        RPC_ERROR(1004, "a call between servers failed"),
        /** 1100: a privilege is missing. */
        PRIVILEGE_DENIED(1100, "a privilege is missing"),
        /** 1101: privileges could not be checked. */
        PRIVILEGE_ERROR(1101, "privileges could not be checked");

        private static final Map<Long, Known> BY_CODE =
                Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(known -> known.code, Function.identity()));

        private final long code;
        private final String meaning;

        Known(long code, String meaning) {
            this.code = code;
            this.meaning = meaning;
        }

        /**
         * The number on the wire.
         *
         * @return the code
         */
        public long code() {
            return code;
        }

        /**
         * What it means.
         *
         * @return a sentence without a full stop
         */
        public String meaning() {
            return meaning;
        }
    }

    private static final Pattern LEADING_CODE = Pattern.compile("(-?\\d{1,10}) ");

    private ReturnCode(long code) {
        super(Known.BY_CODE.get(code), code);
    }

    /**
     * Reads a code.
     *
     * @param code the number on the wire
     * @return the code, known or not
     */
    @JsonCreator
    public static ReturnCode of(long code) {
        return new ReturnCode(code);
    }

    /**
     * The code with which a call was refused.
     *
     * @param refusal what a call threw
     * @return the code, or empty when it was refused by something else than an OpenMLDB method
     */
    public static Optional<ReturnCode> of(RejectedException refusal) {
        Matcher code = LEADING_CODE.matcher(refusal.serverMessage());
        return code.lookingAt() ? Optional.of(of(Long.parseLong(code.group(1)))) : Optional.empty();
    }

    /**
     * The number on the wire.
     *
     * @return the code
     */
    public long code() {
        return ((Number) wire()).longValue();
    }

    /**
     * What it means.
     *
     * @return a sentence without a full stop, empty for a code that this version does not know
     */
    public Optional<String> meaning() {
        return known().map(Known::meaning);
    }

    /** The code and its name. */
    @Override
    public String toString() {
        return code() + known().map(known -> " " + known).orElse("");
    }
}
