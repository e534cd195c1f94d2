package dev.opsdk.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the canned server says: replies in the servers' own shapes, and one large one. */
final class Replies {
    private static final int TABLES = 25;
    private static final int PARTITIONS = 8;
    private static final int REPLICAS = 3;

    private Replies() {}

    static Map<String, String> byPath() {
        return Map.of(
                "/get_lag", resource("get-lag.json"),
                "/pause", "{\"success\":true}",
                "/JDBCWriter/detail", resource("writer-detail.json"),
                "/applier/stop", "{\"isSuccess\":true}",
                "/api/core/v1/Account/IdentityInfo", resource("identity-info.json"),
                "/NameServer/ConfGet", "{\"code\":0,\"msg\":\"ok\",\"conf\":{\"auto_failover\":\"true\"}}",
                "/NameServer/ShowTable", tables());
    }

    private static String resource(String name) {
        try (InputStream in = Replies.class.getResourceAsStream("/replies/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tables() {
        return IntStream.range(0, TABLES)
                .mapToObj(Replies::table)
                .collect(Collectors.joining(",", "{\"table_info\":[", "],\"code\":0,\"msg\":\"ok\"}"));
    }

    private static String table(int id) {
        return ("{\"name\":\"t%d\",\"table_partition\":[%s],\"tid\":%d,\"partition_num\":%d,\"replica_num\":%d,"
                        + "\"compress_type\":\"kNoCompress\",\"column_desc\":[{\"name\":\"c1\",\"data_type\":\"kString\","
                        + "\"not_null\":false},{\"name\":\"c2\",\"data_type\":\"kInt\",\"not_null\":false}],"
                        + "\"db\":\"orders\",\"storage_mode\":\"kMemory\"}")
                .formatted(
                        id,
                        IntStream.range(0, PARTITIONS)
                                .mapToObj(Replies::partition)
                                .collect(Collectors.joining(",")),
                        id,
                        PARTITIONS,
                        REPLICAS);
    }

    private static String partition(int pid) {
        return ("{\"pid\":%d,\"partition_meta\":[%s],\"term_offset\":[{\"term\":1,\"offset\":0}],"
                        + "\"record_cnt\":1000,\"record_byte_size\":608000,\"diskused\":9025}")
                .formatted(
                        pid,
                        IntStream.range(0, REPLICAS)
                                .mapToObj(i -> replica((pid + i) % 10 + 1, i == 0))
                                .collect(Collectors.joining(",")));
    }

    private static String replica(int host, boolean leads) {
        return ("{\"endpoint\":\"10.0.0.%d:10921\",\"is_leader\":%s,\"offset\":1000,\"record_cnt\":1000,"
                        + "\"record_byte_size\":608000,\"tablet_has_partition\":true,\"diskused\":9025}")
                .formatted(host, leads);
    }
}
