package dev.opsdk.simulator.oms;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Positions as CM writes them. */
final class Checkpoints {

    private static final String NOWHERE = "255.255.255.255";

    private Checkpoints() {}

    static Map<String, @Nullable Object> ofStore(StoreRow store, OmsSource source, long second) {
        Long file = second;
        Long offset = 0L;
        switch (source.type()) {
            case OCEANBASE -> offset = second % 997 * 1000;
            case MYSQL -> {
                file = 1 + source.recordsAt(second) / 1_000_000;
                offset = 4 + source.recordsAt(second) % 1_000_000 * 100;
            }
            case ORACLE -> {
                file = 1_600_000 + source.recordsAt(second);
                offset = null;
            }
        }
        long message = source.recordsAt(second) - source.recordsAt(store.origin) + 1;
        return fields(source.ip(), source.port(), file, offset, null, second, message);
    }

    static Map<String, @Nullable Object> ofWriter(long second, long sampled) {
        return fields(NOWHERE, 0, null, null, sampled, second, 0);
    }

    private static Map<String, @Nullable Object> fields(
            String ip,
            int port,
            @Nullable Long file,
            @Nullable Long offset,
            @Nullable Long gmt,
            long second,
            long message) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("checkpoint", ip + ":" + port + ":" + file + ":" + offset + ":" + second + ":" + message);
        all.put("dataSource", ip + ":" + port);
        all.put("dbIp", signed(ip));
        all.put("dbIpString", ip);
        all.put("dbPort", port);
        all.put("fileIdx", file);
        all.put("gmt", gmt);
        all.put("msgId", message);
        all.put("offset", offset);
        all.put("timestamp", second);
        return all;
    }

    /** Byte order unknown; the first number highest, as in network order. */
    private static int signed(String ip) {
        int value = 0;
        for (String part : ip.split("\\.", -1)) {
            value = value << 8 | Integer.parseInt(part);
        }
        return value;
    }
}
