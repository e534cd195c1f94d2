package dev.opsdk.simulator.openmldb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the nameserver's view of tables. */
final class TableWire {

    private static final long ROW_BYTES = 304;
    private static final long DISK_BYTES = 9025;
    private static final long DISK_ROW_BYTES = 37;

    private static final Object COLUMNS = List.of(column("c1", "kString"), column("c2", "kInt"));
    private static final Object KEYS = List.of(ordered(
            "index_name",
            "INDEX_0_1700000000",
            "col_name",
            List.of("c1"),
            "flag",
            0,
            "ttl",
            ordered("ttl_type", "kAbsoluteTime", "abs_ttl", 0, "lat_ttl", 0)));

    private final World world;

    TableWire(World world) {
        this.world = world;
    }

    static long diskUsed(long rows) {
        return DISK_BYTES + DISK_ROW_BYTES * rows;
    }

    Map<String, Object> table(TableRow table) {
        List<Object> partitions = new ArrayList<>();
        table.partitions.forEach(partition -> partitions.add(partition(partition)));
        Map<String, Object> wire = ordered(
                "name",
                table.name,
                "table_partition",
                partitions,
                "tid",
                table.tid,
                "partition_num",
                table.partitions.size(),
                "replica_num",
                table.replicaNum,
                "compress_type",
                "kNoCompress",
                "column_desc",
                COLUMNS,
                "column_key",
                KEYS,
                "db",
                table.db);
        if (!table.offlinePath.isEmpty()) {
            wire.put(
                    "offline_table_info", ordered("path", table.offlinePath, "format", "parquet", "options", Map.of()));
        }
        wire.put("storage_mode", table.storage.wire());
        return wire;
    }

    Map<String, Object> partition(Partition partition) {
        if (world.statusPulled) {
            world.pull(partition);
        }
        List<Object> replicas = new ArrayList<>();
        partition.replicas.forEach(replica -> replicas.add(replica(partition.table, replica)));
        List<Object> terms = new ArrayList<>();
        partition.terms.forEach(term -> terms.add(ordered("term", term.term(), "offset", term.offset())));
        Map<String, Object> wire = ordered("pid", partition.pid);
        if (!replicas.isEmpty()) {
            wire.put("partition_meta", replicas);
        }
        if (!terms.isEmpty()) {
            wire.put("term_offset", terms);
        }
        if (world.statusPulled) {
            numbers(wire, partition.table, partition.rows);
            wire.put("diskused", diskUsed(partition.rows));
        }
        return wire;
    }

    private Map<String, Object> replica(TableRow table, Replica replica) {
        Map<String, Object> wire = ordered("endpoint", replica.endpoint, "is_leader", replica.leader);
        if (replica.alive != null) {
            wire.put("is_alive", replica.alive);
        }
        if (world.statusPulled) {
            wire.put("offset", replica.rows);
            numbers(wire, table, replica.rows);
            wire.put("tablet_has_partition", replica.present);
            wire.put("diskused", diskUsed(replica.rows));
        }
        return wire;
    }

    private static void numbers(Map<String, Object> wire, TableRow table, long rows) {
        wire.put("record_cnt", rows);
        wire.put("record_byte_size", table.storage == StorageMode.MEMORY ? rows * ROW_BYTES : 0);
    }

    private static Map<String, Object> column(String name, String type) {
        return ordered(
                "name", name, "data_type", type, "not_null", false, "schema", ordered("type", type, "not_null", false));
    }

    /** Alternating names and values. */
    static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
