package dev.opsdk.simulator.openmldb;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The types of protobuf as far as requests use them, each with the name brpc gives it and the JSON it takes. */
enum FieldType {
    STRING("string"),
    BOOL("BOOL"),
    INT32("INT32"),
    UINT32("UINT32"),
    INT64("INT64"),
    UINT64("UINT64"),
    ENUM("enum"),
    MESSAGE("message");

    private final String spelled;

    FieldType(String spelled) {
        this.spelled = spelled;
    }

    String spelled() {
        return spelled;
    }

    /** The value as text, boolean or long; null when the JSON is of another type or out of range. */
    @Nullable
    Object read(Object json) {
        return switch (this) {
            case STRING -> json instanceof String ? json : null;
            case BOOL -> json instanceof Boolean ? json : null;
            case INT32 -> within(json, BigInteger.ONE.shiftLeft(31).negate(), 31);
            case UINT32 -> within(json, BigInteger.ZERO, 32);
            case INT64 -> within(number(json), BigInteger.ONE.shiftLeft(63).negate(), 63);
            case UINT64 -> within(number(json), BigInteger.ZERO, 64);
            case ENUM, MESSAGE -> null;
        };
    }

    /** Numbers of 64 bits may come as text. */
    private static Object number(Object json) {
        return json instanceof String text && text.matches("-?[0-9]{1,20}") ? new BigDecimal(text) : json;
    }

    private static @Nullable Object within(Object json, BigInteger lowest, int bits) {
        // 1.0 and 1e2 are doubles to the real parser, whatever they are worth
        if (!(json instanceof BigDecimal number) || number.scale() != 0) {
            return null;
        }
        BigInteger whole = number.toBigInteger();
        boolean fits = whole.compareTo(lowest) >= 0 && whole.compareTo(BigInteger.ONE.shiftLeft(bits)) < 0;
        return fits ? whole.longValue() : null;
    }
}
