package dev.opsdk.simulator.openmldb;

import java.util.Map;
import java.util.Optional;

/** What is asked of whole tablets, and metadata that is set by hand. */
final class EndpointCalls {

    private static final long MOST_CONCURRENT = 8;

    private final World world;
    private final Ops ops;

    EndpointCalls(World world, Ops ops) {
        this.world = world;
        this.ops = ops;
    }

    Map<String, RpcMethod> methods() {
        return Map.of(
                "OfflineEndpoint", new RpcMethod(Messages.OFFLINE_ENDPOINT, this::offline),
                "RecoverEndpoint", new RpcMethod(Messages.RECOVER_ENDPOINT, this::recover),
                "UpdateTableAliveStatus", new RpcMethod(Messages.UPDATE_ALIVE, this::updateAlive),
                "SetTablePartition", new RpcMethod(Messages.SET_PARTITION, this::setPartition));
    }

    private Reply offline(Params params) {
        String endpoint = params.text("endpoint");
        if (world.autoFailover) {
            return Reply.general(Code.AUTO_FAILOVER);
        }
        if (params.number("concurrency") > MOST_CONCURRENT) {
            return Reply.general(Code.INVALID_PARAMETER);
        }
        if (world.known(endpoint) == null) {
            return Reply.general(Code.NO_ENDPOINT);
        }
        ops.offline(endpoint, params.number("concurrency"));
        return Reply.general(Code.OK);
    }

    private Reply recover(Params params) {
        String endpoint = params.text("endpoint");
        if (world.autoFailover) {
            return Reply.general(Code.AUTO_FAILOVER);
        }
        if (params.number("concurrency") > MOST_CONCURRENT) {
            return Reply.general(Code.INVALID_PARAMETER);
        }
        if (world.known(endpoint) == null) {
            return Reply.general(Code.NO_ENDPOINT);
        }
        if (!world.healthy(endpoint)) {
            return Reply.general(Code.NOT_HEALTHY);
        }
        ops.recoverAll(endpoint, params.number("concurrency"));
        return Reply.general(Code.OK);
    }

    /** Takes place at once and without an operation; no partition named means all of them. */
    private Reply updateAlive(Params params) {
        String endpoint = params.text("endpoint");
        Optional<TableRow> table = world.table(params.text("db"), params.text("name"));
        if (world.autoFailover) {
            return Reply.general(Code.AUTO_FAILOVER);
        }
        if (world.known(endpoint) == null) {
            return Reply.general(Code.NO_ENDPOINT);
        }
        if (table.isEmpty()) {
            return Reply.general(Code.NO_TABLE);
        }
        boolean updated = false;
        for (Partition partition : table.get().partitions) {
            Optional<Replica> replica = partition.on(endpoint);
            if (replica.isPresent() && (!params.has("pid") || params.number("pid") == partition.pid)) {
                replica.get().alive = params.flag("is_alive");
                updated = true;
            }
        }
        if (updated) {
            world.changed();
        }
        return Reply.general(updated ? Code.OK : Code.NO_UPDATE);
    }

    private Reply setPartition(Params params) {
        Optional<TableRow> table = world.table(params.text("db"), params.text("name"));
        if (world.autoFailover) {
            return Reply.general(Code.AUTO_FAILOVER);
        }
        if (table.isEmpty()) {
            return Reply.general(Code.NO_TABLE);
        }
        Params wanted = params.message("table_partition");
        Optional<Partition> partition = table.get().partition(wanted.number("pid"));
        if (partition.isEmpty()) {
            return Reply.general(Code.NO_PID);
        }
        partition.get().replicas.clear();
        for (Params meta : wanted.messages("partition_meta")) {
            Replica replica = new Replica(meta.text("endpoint"), meta.flag("is_leader"));
            replica.alive = meta.has("is_alive") ? meta.flag("is_alive") : null;
            partition.get().replicas.add(replica);
        }
        world.changed();
        return Reply.general(Code.OK);
    }
}
