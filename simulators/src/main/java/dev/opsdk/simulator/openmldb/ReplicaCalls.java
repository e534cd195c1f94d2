package dev.opsdk.simulator.openmldb;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adding, removing, moving, recovering replicas and changing leaders; refusals in the nameserver's own order. */
final class ReplicaCalls {

    private final World world;
    private final Ops ops;

    ReplicaCalls(World world, Ops ops) {
        this.world = world;
        this.ops = ops;
    }

    Map<String, RpcMethod> methods() {
        return Map.of(
                "ChangeLeader", new RpcMethod(Messages.CHANGE_LEADER, this::changeLeader),
                "Migrate", new RpcMethod(Messages.MIGRATE, this::migrate),
                "AddReplicaNS", new RpcMethod(Messages.ADD_REPLICA, this::addReplica),
                "DelReplicaNS", new RpcMethod(Messages.DEL_REPLICA, this::delReplica),
                "RecoverTable", new RpcMethod(Messages.RECOVER_TABLE, this::recoverTable),
                "MakeSnapshotNS", new RpcMethod(Messages.MAKE_SNAPSHOT, this::makeSnapshot));
    }

    private Optional<TableRow> table(Params params) {
        return world.table(params.text("db"), params.text("name"));
    }

    private static Reply created(boolean done) {
        return Reply.general(done ? Code.OK : Code.CREATE_OP_FAILED);
    }

    private Reply changeLeader(Params params) {
        Optional<TableRow> table = table(params);
        if (world.autoFailover) {
            return Reply.general(Code.AUTO_FAILOVER);
        }
        if (table.isEmpty()) {
            return Reply.general(Code.NO_TABLE);
        }
        Optional<Partition> found = table.get().partition(params.number("pid"));
        if (found.isEmpty()) {
            return Reply.general(Code.NO_PID);
        }
        Partition partition = found.get();
        if (partition.replicas.size() == 1) {
            return Reply.general(Code.NO_FOLLOWER);
        }
        if (partition.leader().isPresent() && !params.has("candidate_leader")) {
            return Reply.general(Code.LEADER_ALIVE);
        }
        if (partition.aliveFollowers().isEmpty()) {
            return Reply.general(Code.NO_ALIVE_FOLLOWER);
        }
        return created(ops.changeLeader(partition, params.text("candidate_leader"), 0));
    }

    private Reply migrate(Params params) {
        Optional<TableRow> table = table(params);
        if (world.autoFailover) {
            return Reply.general(Code.AUTO_FAILOVER);
        }
        String from = params.text("src_endpoint");
        String to = params.text("des_endpoint");
        if (!world.healthy(from)) {
            return Reply.general(Code.NO_SOURCE);
        }
        if (!world.healthy(to)) {
            return Reply.general(Code.NO_DESTINATION);
        }
        if (table.isEmpty()) {
            return Reply.general(Code.NO_TABLE);
        }
        List<Long> pids = params.numbers("pid");
        for (long pid : pids) {
            Optional<Partition> partition = table.get().partition(pid);
            String refusal = partition
                    .map(found -> cannotMigrate(found, from, to))
                    .orElse("src_endpoint[" + from + "] has not partition[" + pid + "]. name[" + table.get().name
                            + "]");
            if (!refusal.isEmpty()) {
                return Reply.general(Code.MIGRATE_FAILED, refusal);
            }
        }
        // whether each got its operation is not looked at, which is why no partition at all is fine too
        pids.forEach(pid -> table.get().partition(pid).ifPresent(partition -> ops.migrate(partition, from, to)));
        return Reply.general(Code.OK);
    }

    private String cannotMigrate(Partition partition, String from, String to) {
        String where = "name[" + partition.table.name + "] pid[" + partition.pid + "]";
        Optional<Replica> leader = partition.leader();
        if (leader.isEmpty()) {
            return "leader endpoint is empty. " + where;
        }
        if (leader.get().endpoint.equals(from)) {
            return "cannot migrate leader. " + where;
        }
        if (!world.healthy(leader.get().endpoint)) {
            return "leader[" + leader.get().endpoint + "] is offline. " + where;
        }
        if (partition.on(from).isEmpty()) {
            return "src_endpoint[" + from + "] has not partition[" + partition.pid + "]. name[" + partition.table.name
                    + "]";
        }
        if (partition.on(to).isPresent()) {
            return "partition[" + partition.pid + "] is already in des_endpoint[" + to + "]. name["
                    + partition.table.name + "]";
        }
        return "";
    }

    private static List<Long> pids(Params params) {
        List<Long> group = params.numbers("pid_group");
        return group.isEmpty() ? List.of(params.number("pid")) : group;
    }

    /** The metadata learns of a replica late, so that the same request is accepted again meanwhile. */
    private Reply addReplica(Params params) {
        String endpoint = params.text("endpoint");
        Optional<TableRow> table = table(params);
        if (!world.healthy(endpoint)) {
            return Reply.general(Code.NOT_HEALTHY);
        }
        if (table.isEmpty()) {
            return Reply.general(Code.NO_TABLE);
        }
        for (long pid : pids(params)) {
            Optional<Partition> partition = table.get().partition(pid);
            if (partition.isEmpty()) {
                return Reply.general(Code.INVALID_PARAMETER);
            }
            if (partition.get().on(endpoint).isPresent()) {
                return Reply.general(Code.PID_EXISTS, "pid " + pid + " is exist in " + endpoint);
            }
        }
        return created(pids(params).stream()
                .flatMap(pid -> table.get().partition(pid).stream())
                .allMatch(partition -> ops.addReplica(partition, endpoint)));
    }

    private Reply delReplica(Params params) {
        String endpoint = params.text("endpoint");
        Optional<TableRow> table = table(params);
        if (table.isEmpty()) {
            return Reply.general(Code.NO_TABLE);
        }
        if (!world.healthy(endpoint)) {
            return Reply.general(Code.NOT_HEALTHY);
        }
        for (long pid : pids(params)) {
            Optional<Partition> partition = table.get().partition(pid);
            if (partition.isEmpty()) {
                return Reply.general(Code.INVALID_PARAMETER);
            }
            Optional<Replica> replica = partition.get().on(endpoint);
            if (replica.isEmpty()) {
                return Reply.general(Code.NO_PID, "pid " + pid + " is not in " + endpoint);
            }
            if (replica.get().leader) {
                return Reply.general(Code.IS_LEADER, "can not del leader. pid " + pid + " endpoint " + endpoint);
            }
        }
        return created(pids(params).stream()
                .flatMap(pid -> table.get().partition(pid).stream())
                .allMatch(partition -> ops.delReplica(partition, endpoint)));
    }

    /** Success also when there was no leader to recover from, and so no operation. */
    private Reply recoverTable(Params params) {
        String endpoint = params.text("endpoint");
        Optional<TableRow> table = table(params);
        if (world.autoFailover) {
            return Reply.general(Code.AUTO_FAILOVER);
        }
        if (world.known(endpoint) == null) {
            return Reply.general(Code.NO_ENDPOINT);
        }
        if (!world.healthy(endpoint)) {
            return Reply.general(Code.NOT_HEALTHY);
        }
        if (table.isEmpty()) {
            return Reply.general(Code.NO_TABLE);
        }
        Optional<Partition> partition = table.get().partition(params.number("pid"));
        Optional<Replica> replica = partition.flatMap(found -> found.on(endpoint));
        if (partition.isEmpty() || replica.isEmpty()) {
            return Reply.general(Code.NO_PID);
        }
        if (replica.get().isAlive()) {
            return Reply.general(Code.ALIVE);
        }
        ops.recover(partition.get(), replica.get(), 0);
        return Reply.general(Code.OK);
    }

    private Reply makeSnapshot(Params params) {
        Optional<TableRow> table = table(params);
        if (table.isEmpty()) {
            return Reply.general(Code.NO_TABLE);
        }
        Optional<Partition> partition = table.get().partition(params.number("pid"));
        return partition.map(found -> created(ops.makeSnapshot(found))).orElseGet(() -> Reply.general(Code.NO_PID));
    }
}
