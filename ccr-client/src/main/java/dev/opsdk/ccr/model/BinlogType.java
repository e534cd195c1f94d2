package dev.opsdk.ccr.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/** What kind of change a sub-state works on. Steps 11 to 14 carry 0, all others -1. */
public final class BinlogType extends OpenEnum<BinlogType.Known> {
    /** The values this version knows. */
    public enum Known {
        /** -1 */
        NONE,
        /** 0: rows. */
        UPSERT,
        /** 1 */
        ADD_PARTITION,
        /** 2 */
        CREATE_TABLE,
        /** 3 */
        DROP_PARTITION,
        /** 4 */
        DROP_TABLE,
        /** 5 */
        ALTER_JOB,
        /** 6 */
        MODIFY_TABLE_ADD_OR_DROP_COLUMNS,
        /** 7 */
        DUMMY,
        /** 8 */
        ALTER_DATABASE_PROPERTY,
        /** 9 */
        MODIFY_TABLE_PROPERTY,
        /** 10 */
        BARRIER,
        /** 11 */
        MODIFY_PARTITIONS,
        /** 12 */
        REPLACE_PARTITIONS
    }

    private BinlogType(@Nullable Known known, Object wire) {
        super(known, wire);
    }

    /**
     * Reads {@code sub_sync_state.binlog_type}.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static BinlogType of(Object wire) {
        return new BinlogType(
                switch (String.valueOf(wire)) {
                    case "-1" -> Known.NONE;
                    case "0" -> Known.UPSERT;
                    case "1" -> Known.ADD_PARTITION;
                    case "2" -> Known.CREATE_TABLE;
                    case "3" -> Known.DROP_PARTITION;
                    case "4" -> Known.DROP_TABLE;
                    case "5" -> Known.ALTER_JOB;
                    case "6" -> Known.MODIFY_TABLE_ADD_OR_DROP_COLUMNS;
                    case "7" -> Known.DUMMY;
                    case "8" -> Known.ALTER_DATABASE_PROPERTY;
                    case "9" -> Known.MODIFY_TABLE_PROPERTY;
                    case "10" -> Known.BARRIER;
                    case "11" -> Known.MODIFY_PARTITIONS;
                    case "12" -> Known.REPLACE_PARTITIONS;
                    default -> null;
                },
                wire);
    }
}
