package dev.opsdk.simulator.openmldb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a tablet tells and does when asked directly. */
final class TabletCalls {

    private final World world;
    private final TabletNode node;

    TabletCalls(World world, TabletNode node) {
        this.world = world;
        this.node = node;
    }

    Map<String, RpcMethod> methods() {
        return Map.of(
                "GetTableStatus", new RpcMethod(Messages.GET_TABLE_STATUS, this::status),
                "LoadTable", new RpcMethod(Messages.LOAD_TABLE, this::load),
                "GetTableFollower", new RpcMethod(Messages.GET_TABLE_FOLLOWER, this::followers),
                "GetTermPair", new RpcMethod(Messages.GET_TERM_PAIR, this::termPair));
    }

    private static long key(Params params) {
        return TabletNode.key(params.number("tid"), params.number("pid"));
    }

    /** One partition when both numbers are given, otherwise everything. */
    private Reply status(Params params) {
        List<Object> rows = new ArrayList<>();
        if (params.has("tid") && params.has("pid")) {
            LoadedTable table = node.loaded.get(key(params));
            if (table != null) {
                rows.add(row(table));
            }
        } else {
            node.loaded.values().stream()
                    .filter(table -> !params.has("tid") || table.tid == params.number("tid"))
                    .forEach(table -> rows.add(row(table)));
        }
        return new Reply().put("all_table_status", rows).code(0);
    }

    private static Map<String, Object> row(LoadedTable table) {
        boolean memory = table.storage == StorageMode.MEMORY;
        long rows = table.rows;
        Map<String, Object> row = TableWire.ordered(
                "tid", table.tid, "pid", table.pid, "offset", rows, "mode", table.mode(), "state", table.state);
        if (memory) {
            row.put("is_expire", true);
        }
        row.put("record_cnt", rows);
        if (memory) {
            row.put("idx_cnt", rows);
            List<Long> segments = List.of(0L, 0L, 0L, 0L, 0L, 0L, rows, 0L);
            row.put(
                    "ts_idx_status",
                    List.of(TableWire.ordered("idx_name", "INDEX_0_1700000000", "seg_cnts", segments)));
        }
        row.put("name", table.name);
        if (memory) {
            row.put("record_byte_size", rows * 127);
            row.put("record_idx_byte_size", rows * 177);
            row.put("record_pk_cnt", rows);
        }
        row.put("compress_type", "kNoCompress");
        if (memory) {
            row.put("skiplist_height", 1);
        }
        row.put("diskused", TableWire.diskUsed(rows));
        row.put("storage_mode", table.storage.wire());
        if (!memory) {
            row.put("snapshot_path", "/app");
            row.put("binlog_path", "/app");
        }
        return row;
    }

    /**
     * Success means that loading has begun. What the request leaves out comes from the disk, and the role on disk is
     * the one of the last load.
     */
    private Reply load(Params params) {
        Params meta = params.message("table_meta");
        if (meta.text("name").isEmpty()) {
            return Reply.general(Code.META_ILLEGAL, "table name is empty");
        }
        if (meta.number("tid") <= 0) {
            return Reply.general(Code.META_ILLEGAL, "tid is invalid");
        }
        String storage = meta.has("storage_mode") ? meta.text("storage_mode") : StorageMode.MEMORY.wire();
        if (storage.equals("kUnknown")) {
            return Reply.general(Code.META_ILLEGAL, "storage_mode is unknown");
        }
        long key = key(meta);
        if (node.loaded.containsKey(key)) {
            return Reply.general(Code.TABLE_EXISTS);
        }
        DiskTable file = node.disk.get(key);
        StorageMode mode = StorageMode.ofWire(storage);
        if (file != null && file.storage != mode) {
            return Reply.general(Code.NO_ROOT_PATH);
        }
        boolean leader = meta.has("mode") ? meta.text("mode").equals("kTableLeader") : file == null || file.leader;
        LoadedTable table =
                new LoadedTable((int) meta.number("tid"), (int) meta.number("pid"), meta.text("name"), mode, leader);
        Loading.begin(node, table);
        int life = node.life;
        world.agenda.plan(world.now().plus(world.settings.loadTime), () -> {
            if (node.life == life && node.loaded.get(key) == table) {
                Loading.end(world, node.endpoint, key);
            }
        });
        return Reply.general(Code.OK);
    }

    private Reply followers(Params params) {
        LoadedTable table = node.loaded.get(key(params));
        if (table == null) {
            return Reply.general(Code.NO_TABLE);
        }
        if (!table.leader) {
            return Reply.general(Code.IS_FOLLOWER);
        }
        if (table.followers.isEmpty()) {
            return Reply.general(Code.NO_FOLLOWER, "has no follower").put("offset", table.rows);
        }
        List<Object> rows = new ArrayList<>();
        for (String endpoint : table.followers) {
            rows.add(TableWire.ordered("endpoint", endpoint, "offset", acknowledged(endpoint, key(params))));
        }
        return Reply.general(Code.OK).put("offset", table.rows).put("follower_info", rows);
    }

    private long acknowledged(String endpoint, long key) {
        TabletNode follower = world.tablets.get(endpoint);
        LoadedTable table = follower == null ? null : follower.loaded.get(key);
        return table == null ? 0 : table.rows;
    }

    private Reply termPair(Params params) {
        LoadedTable table = node.loaded.get(key(params));
        DiskTable file = node.disk.get(key(params));
        long offset = table != null ? table.rows : file != null ? file.rows : 0;
        Reply reply = Reply.general(Code.OK)
                .put("term", table == null && file == null ? 0 : term(key(params)))
                .put("offset", offset)
                .put("has_table", table != null);
        return table == null ? reply : reply.put("is_leader", table.leader);
    }

    private long term(long key) {
        return world.allTables()
                .flatMap(table -> table.partitions.stream())
                .filter(partition -> partition.key() == key)
                .mapToLong(Partition::term)
                .findFirst()
                .orElse(0);
    }
}
