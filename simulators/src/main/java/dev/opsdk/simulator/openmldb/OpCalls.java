package dev.opsdk.simulator.openmldb;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The queue of operations and the configuration, as the leading nameserver shows and changes them. */
final class OpCalls {

    private final World world;

    OpCalls(World world) {
        this.world = world;
    }

    Map<String, RpcMethod> methods() {
        return Map.of(
                "ShowOPStatus", new RpcMethod(Messages.SHOW_OP_STATUS, this::show),
                "CancelOP", new RpcMethod(Messages.CANCEL_OP, this::cancel),
                "DeleteOP", new RpcMethod(Messages.DELETE_OP, this::delete),
                "ConfGet", new RpcMethod(Messages.CONF_GET, params -> confGet()),
                "ConfSet", new RpcMethod(Messages.CONF_SET, this::confSet));
    }

    private Reply show(Params params) {
        List<Map<String, Object>> rows = world.ops.all().stream()
                .filter(op -> matches(op, params))
                .map(OpCalls::row)
                .toList();
        return Reply.general(Code.OK).put("op_status", rows);
    }

    private static boolean matches(Op op, Params params) {
        return (!params.has("db") || op.db.equals(params.text("db")))
                && (!params.has("name") || op.table.equals(params.text("name")))
                && (!params.has("pid") || op.pid == params.number("pid"))
                && (!params.has("op_id") || op.id == params.number("op_id"));
    }

    private static Map<String, Object> row(Op op) {
        return TableWire.ordered(
                "op_id",
                op.id,
                "op_type",
                op.type,
                "status",
                op.status.wire(),
                "start_time",
                op.start,
                "end_time",
                op.end,
                "task_type",
                op.task(),
                "name",
                op.table,
                "pid",
                op.pid,
                "for_replica_cluster",
                0,
                "db",
                op.db);
    }

    private Reply cancel(Params params) {
        if (world.autoFailover) {
            return Reply.general(Code.AUTO_FAILOVER);
        }
        return Reply.general(world.ops.cancel(params.number("op_id")) ? Code.OK : Code.OP_NOT_RUNNING);
    }

    private Reply delete(Params params) {
        if (params.has("op_id")) {
            boolean removed = world.ops.deleteEnded(op -> op.id == params.number("op_id"));
            return Reply.general(removed ? Code.OK : Code.DELETE_FAILED);
        }
        // an absent status is the first of its enum
        String status = params.has("status") ? params.text("status") : OpStatus.INITED.wire();
        if (status.equals(OpStatus.INITED.wire())) {
            return Reply.general(Code.INVALID_PARAMETER, "cannot delete the Inited OP");
        }
        if (status.equals(OpStatus.DOING.wire())) {
            return Reply.general(Code.INVALID_PARAMETER, "cannot delete the Doing OP");
        }
        world.ops.deleteEnded(
                op -> op.status.wire().equals(status) && (!params.has("db") || op.db.equals(params.text("db"))));
        return Reply.general(Code.OK);
    }

    private Reply confGet() {
        return Reply.general(Code.OK).put("conf", Map.of("auto_failover", String.valueOf(world.autoFailover)));
    }

    private Reply confSet(Params params) {
        Params pair = params.message("conf");
        String value = pair.text("value").toLowerCase(Locale.ROOT);
        if (!pair.text("key").equals("auto_failover") || !(value.equals("true") || value.equals("false"))) {
            return Reply.general(Code.INVALID_PARAMETER);
        }
        world.autoFailover = value.equals("true");
        world.changed();
        return Reply.general(Code.OK);
    }
}
