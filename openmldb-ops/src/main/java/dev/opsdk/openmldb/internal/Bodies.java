package dev.opsdk.openmldb.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.internal.Json;
import dev.opsdk.openmldb.model.LoadTable;
import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.model.StorageMode;
import java.util.Collection;
import java.util.List;

/**
 * Bodies of requests, with exact types: a wrong type on an optional field is dropped by the server without a word, and the request then
 * means something else.
 */
final class Bodies {
    private Bodies() {}

    static ObjectNode empty() {
        return Json.wire().createObjectNode();
    }

    static ObjectNode partition(PartitionId partition) {
        return empty().put("name", Checked.name("table", partition.table())).put("pid", Checked.pid(partition.pid()));
    }

    /** {@code pid} is required, but ignored as soon as there is a group. */
    static ObjectNode replica(String db, String table, Collection<Long> pids, String endpoint) {
        List<Long> sorted = Checked.pids(pids);
        ObjectNode body = partition(new PartitionId(db, table, sorted.get(0)))
                .put("endpoint", Checked.endpoint("tablet", endpoint));
        if (sorted.size() > 1) {
            numbers(body.putArray("pid_group"), sorted);
        }
        return body.put("db", db);
    }

    static ObjectNode migrate(String db, String table, Collection<Long> pids, String from, String to) {
        Checked.different(from, to);
        ObjectNode body =
                empty().put("src_endpoint", Checked.endpoint("source", from)).put("name", Checked.name("table", table));
        numbers(body.putArray("pid"), Checked.pids(pids));
        return body.put("des_endpoint", Checked.endpoint("destination", to)).put("db", db);
    }

    static ObjectNode load(LoadTable table) {
        ObjectNode body = empty();
        body.putObject("table_meta")
                .put("name", table.table())
                .put("tid", table.tid())
                .put("pid", table.pid())
                .put("seg_cnt", table.segments())
                .put("storage_mode", word(table.storageMode()))
                .put(
                        "mode",
                        switch (table.mode()) {
                            case LEADER -> "kTableLeader";
                            case FOLLOWER -> "kTableFollower";
                        });
        return body;
    }

    static String word(StorageMode.Known mode) {
        return switch (mode) {
            case UNKNOWN -> "kUnknown";
            case MEMORY -> "kMemory";
            case SSD -> "kSSD";
            case HDD -> "kHDD";
        };
    }

    private static void numbers(ArrayNode array, List<Long> numbers) {
        numbers.forEach(array::add);
    }
}
