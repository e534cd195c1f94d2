package dev.opsdk.openmldb.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.openmldb.model.OpState;
import dev.opsdk.openmldb.model.PartitionId;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.OptionalLong;
import okhttp3.Request;

/** What the leader of the nameservers can be told to do, each as one request filled as the server's own command line does. */
public final class ClusterOrders {
    /** In place of a candidate: the server chooses. */
    public static final String AUTO = "auto";

    private final NameServerApi api;

    ClusterOrders(NameServerApi api) {
        this.api = api;
    }

    private static Order<Boolean> order(Request request, String target) {
        return Order.toLeader(request, target, Readers.ACCEPTED);
    }

    /**
     * {@code ConfSet} of {@code auto_failover}.
     *
     * @param on what it is set to
     * @return the call
     */
    public Order<Boolean> autoFailover(boolean on) {
        ObjectNode body = Bodies.empty();
        body.putObject("conf").put("key", "auto_failover").put("value", Boolean.toString(on));
        return order(api.confSet(body).request(), "auto_failover=" + on);
    }

    /**
     * {@code ChangeLeader}.
     *
     * @param partition the partition
     * @param candidate a tablet, or {@code auto}
     * @return the call
     */
    public Order<Boolean> changeLeader(PartitionId partition, String candidate) {
        ObjectNode body = Bodies.partition(partition)
                .put("candidate_leader", Checked.endpoint("candidate", candidate))
                .put("db", partition.db());
        return order(api.changeLeader(body).request(), partition + " to " + candidate);
    }

    /**
     * {@code Migrate}.
     *
     * @param db the database
     * @param table the table
     * @param pids the partitions, at least one
     * @param from the tablet that has them as follower
     * @param to another tablet
     * @return the call
     */
    public Order<Boolean> migrate(String db, String table, Collection<Long> pids, String from, String to) {
        ObjectNode body = Bodies.migrate(db, table, pids, from, to);
        return order(api.migrate(body).request(), several(db, table, pids) + " from " + from + " to " + to);
    }

    /**
     * {@code AddReplicaNS}.
     *
     * @param db the database
     * @param table the table
     * @param pids the partitions, at least one
     * @param endpoint the tablet that gets a copy
     * @return the call
     */
    public Order<Boolean> addReplica(String db, String table, Collection<Long> pids, String endpoint) {
        return order(
                api.addReplica(Bodies.replica(db, table, pids, endpoint)).request(),
                several(db, table, pids) + " on " + endpoint);
    }

    /**
     * {@code DelReplicaNS}.
     *
     * @param db the database
     * @param table the table
     * @param pids the partitions, at least one
     * @param endpoint the tablet whose copy goes
     * @return the call
     */
    public Order<Boolean> delReplica(String db, String table, Collection<Long> pids, String endpoint) {
        return order(
                api.delReplica(Bodies.replica(db, table, pids, endpoint)).request(),
                several(db, table, pids) + " on " + endpoint);
    }

    private static String several(String db, String table, Collection<Long> pids) {
        String id = db.isEmpty() ? table : db + "." + table;
        return id + "/"
                + String.join(
                        ",",
                        pids.stream().sorted().distinct().map(Object::toString).toList());
    }

    /**
     * {@code RecoverTable}.
     *
     * @param partition the partition
     * @param endpoint the tablet with the dead replica
     * @return the call
     */
    public Order<Boolean> recoverTable(PartitionId partition, String endpoint) {
        ObjectNode body = Bodies.partition(partition)
                .put("endpoint", Checked.endpoint("tablet", endpoint))
                .put("db", partition.db());
        return order(api.recoverTable(body).request(), partition + " on " + endpoint);
    }

    /**
     * {@code UpdateTableAliveStatus}.
     *
     * @param db the database
     * @param table the table
     * @param pid the partition, or empty for all of them
     * @param endpoint the tablet
     * @param alive what its replicas are marked as
     * @return the call
     */
    public Order<Boolean> updateTableAliveStatus(
            String db, String table, OptionalLong pid, String endpoint, boolean alive) {
        ObjectNode body = Bodies.empty()
                .put("name", Checked.name("table", table))
                .put("endpoint", Checked.endpoint("tablet", endpoint));
        pid.ifPresent(number -> body.put("pid", Checked.pid(number)));
        body.put("is_alive", alive).put("db", db);
        String id = db.isEmpty() ? table : db + "." + table;
        return order(
                api.updateTableAliveStatus(body).request(),
                id + (pid.isPresent() ? "/" + pid.getAsLong() : "") + " on " + endpoint);
    }

    /**
     * {@code OfflineEndpoint}.
     *
     * @param endpoint the tablet
     * @param concurrency how many lanes its ops use, or empty for the server's default
     * @return the call
     */
    public Order<Boolean> offlineEndpoint(String endpoint, OptionalInt concurrency) {
        ObjectNode body = Bodies.empty().put("endpoint", Checked.endpoint("tablet", endpoint));
        concurrency.ifPresent(lanes -> body.put("concurrency", Checked.concurrency(lanes)));
        return order(api.offlineEndpoint(body).request(), endpoint);
    }

    /**
     * {@code RecoverEndpoint}.
     *
     * @param endpoint the tablet
     * @param restore whether leaders go back to it
     * @param concurrency how many lanes its ops use, or empty for the server's default
     * @return the call
     */
    public Order<Boolean> recoverEndpoint(String endpoint, boolean restore, OptionalInt concurrency) {
        ObjectNode body = Bodies.empty()
                .put("endpoint", Checked.endpoint("tablet", endpoint))
                .put("need_restore", restore);
        concurrency.ifPresent(lanes -> body.put("concurrency", Checked.concurrency(lanes)));
        return order(api.recoverEndpoint(body).request(), endpoint);
    }

    /**
     * {@code MakeSnapshotNS}.
     *
     * @param partition the partition
     * @param offset up to which offset, or empty for all there is
     * @return the call
     */
    public Order<Boolean> makeSnapshot(PartitionId partition, OptionalLong offset) {
        ObjectNode body = Bodies.partition(partition);
        offset.ifPresent(end -> body.put("offset", Checked.offset(end)));
        return order(api.makeSnapshot(body.put("db", partition.db())).request(), partition.toString());
    }

    /**
     * {@code CancelOP}.
     *
     * @param id the op
     * @return the call
     */
    public Order<Boolean> cancelOp(long id) {
        return order(api.cancelOp(Bodies.empty().put("op_id", Checked.opId(id))).request(), "op " + id);
    }

    /**
     * {@code DeleteOP} of one op.
     *
     * @param id the op
     * @return the call
     */
    public Order<Boolean> deleteOp(long id) {
        return order(api.deleteOp(Bodies.empty().put("op_id", Checked.opId(id))).request(), "op " + id);
    }

    /**
     * {@code DeleteOP} of all ops of a database that ended so.
     *
     * @param db the database
     * @param state how they ended
     * @return the call
     */
    public Order<Boolean> deleteOps(String db, OpState.Known state) {
        String word = switch (state) {
            case INITED, DOING ->
                throw new IllegalArgumentException(
                        "ops that are " + state + " cannot be deleted; cancel them with cancelOp(id)");
            case DONE -> "kDone";
            case FAILED -> "kFailed";
            case CANCELED -> "kCanceled";
        };
        ObjectNode body = Bodies.empty().put("db", Checked.name("database", db)).put("status", word);
        return order(api.deleteOp(body).request(), state + " ops of " + db);
    }
}
