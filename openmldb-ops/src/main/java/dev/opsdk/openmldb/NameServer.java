package dev.opsdk.openmldb;

import dev.opsdk.openmldb.internal.ClusterOrders;
import dev.opsdk.openmldb.internal.ClusterReads;
import dev.opsdk.openmldb.internal.Order;
import dev.opsdk.openmldb.model.Op;
import dev.opsdk.openmldb.model.OpState;
import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.model.TableInfo;
import dev.opsdk.openmldb.model.Tablet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The nameserver that leads, whichever it is. Each method is one RPC.
 *
 * <p>Code 0, with which a mutation returns, proves little: the request was accepted. Most mutations only queue an op, and some queue none
 * and say 0 nevertheless (a change of leader whose only follower is on a dead tablet; a recovery or migration whose op could not be
 * created). Whether something happens is seen in a new op of the partition, {@link #ops(PartitionId)}; whether it happened, in
 * {@link #table}. Ops that ended well are kept in the leader's memory only, so a new leader does not know them: compare
 * {@link #leaderChanges()} before and after.
 *
 * <p>Whatever moves leaders or recovers is refused with code 301 while {@code auto_failover} is on. The code of a refusal is in
 * {@link dev.opsdk.openmldb.model.ReturnCode#of(dev.opsdk.core.error.RejectedException)}. The default database has the empty name.
 */
public final class NameServer {
    private final OpenMldbOps client;

    NameServer(OpenMldbOps client) {
        this.client = client;
    }

    private ClusterReads reads() {
        return client.wire().reads();
    }

    private ClusterOrders orders() {
        return client.wire().orders();
    }

    private <T> T send(Order<T> order) {
        return client.wire().send(order);
    }

    /**
     * The tablets that the leader knows ({@code ShowTablet}). After a restart of the nameserver a tablet that is gone is missing here,
     * though tables still name it.
     *
     * @return healthy and offline ones
     */
    public List<Tablet> tablets() {
        List<Tablet> tablets = send(reads().tablets());
        client.wire().learn(tablets);
        return tablets;
    }

    /**
     * Where clients of the SQL SDK are told to reach servers ({@code ShowSdkEndpoint}).
     *
     * @return none, unless it was configured
     */
    public List<Tablet> sdkEndpoints() {
        return send(reads().sdkEndpoints());
    }

    /**
     * All tables of all databases, those of the system included ({@code ShowTable}). A large answer on large clusters.
     *
     * @return in the server's order
     */
    public List<TableInfo> tables() {
        return send(reads().tables());
    }

    /**
     * The tables of one database ({@code ShowTable}).
     *
     * @param db its name, empty for the default database
     * @return none if there is no such database: the server does not tell
     */
    public List<TableInfo> tables(String db) {
        return send(reads().tables(db));
    }

    /**
     * One table ({@code ShowTable}).
     *
     * @param db its database, empty for the default database
     * @param name its name
     * @return the table, or empty if there is none
     * @throws IllegalArgumentException if the name is blank
     */
    public Optional<TableInfo> table(String db, String name) {
        return send(reads().table(db, name)).stream().findFirst();
    }

    /**
     * The databases of users ({@code ShowDatabase}). Hides those of the system, {@code __INTERNAL_DB}, {@code __PRE_AGG_DB} and
     * {@code INFORMATION_SCHEMA}, and the default database.
     *
     * @return their names
     */
    public List<String> databases() {
        return send(reads().databases());
    }

    /**
     * The ops of all databases ({@code ShowOPStatus}): running and failed ones, and those that ended since the leader leads, at most
     * 10,000.
     *
     * @return in the server's order, ascending by id
     */
    public List<Op> ops() {
        return send(reads().ops());
    }

    /**
     * The ops of one database.
     *
     * @param db its name, empty for the default database
     * @return as {@link #ops()}
     */
    public List<Op> ops(String db) {
        return send(reads().ops(db));
    }

    /**
     * The ops of one partition.
     *
     * @param partition the partition
     * @return as {@link #ops()}
     */
    public List<Op> ops(PartitionId partition) {
        return send(reads().ops(partition));
    }

    /**
     * One op.
     *
     * @param id its number
     * @return the op, or empty: it never was, was deleted, or ended well under another leader
     */
    public Optional<Op> op(long id) {
        return send(reads().op(id)).stream().findFirst();
    }

    /**
     * What can be configured while it runs ({@code ConfGet}).
     *
     * @return name to value; {@code auto_failover} is the only name known
     */
    public Map<String, String> config() {
        return send(reads().config());
    }

    /**
     * Whether the nameserver moves leaders by itself when a tablet dies.
     *
     * @return true if it does
     * @throws dev.opsdk.core.error.UnreadableReplyException if the server does not say
     */
    public boolean autoFailover() {
        return send(reads().autoFailover());
    }

    /**
     * Switches {@code auto_failover} ({@code ConfSet}). Off, tablets that die are not replaced until it is on again: switch it back.
     *
     * @param on what it is set to; kept in ZooKeeper, so a new leader has it as well
     */
    public void autoFailover(boolean on) {
        send(orders().autoFailover(on));
    }

    /**
     * Adds a copy of a partition ({@code AddReplicaNS}). Queues an op. A second request while the first one's op runs is accepted, too,
     * and its op then fails.
     *
     * @param partition the partition
     * @param endpoint a healthy tablet that has no copy
     */
    public void addReplica(PartitionId partition, String endpoint) {
        addReplicas(partition.db(), partition.table(), List.of(partition.pid()), endpoint);
    }

    /**
     * Adds copies of several partitions of a table.
     *
     * @param db the database
     * @param table the table
     * @param pids the partitions, at least one
     * @param endpoint a healthy tablet
     */
    public void addReplicas(String db, String table, Collection<Long> pids, String endpoint) {
        send(orders().addReplica(db, table, pids, endpoint));
    }

    /**
     * Removes a copy of a partition and its data ({@code DelReplicaNS}). Queues an op. Refused with code 102 for what is marked as leader,
     * which a former leader is until it is recovered.
     *
     * @param partition the partition
     * @param endpoint the tablet whose copy goes
     */
    public void delReplica(PartitionId partition, String endpoint) {
        delReplicas(partition.db(), partition.table(), List.of(partition.pid()), endpoint);
    }

    /**
     * Removes copies of several partitions of a table.
     *
     * @param db the database
     * @param table the table
     * @param pids the partitions, at least one
     * @param endpoint the tablet whose copies go
     */
    public void delReplicas(String db, String table, Collection<Long> pids, String endpoint) {
        send(orders().delReplica(db, table, pids, endpoint));
    }

    /**
     * Makes a follower the leader ({@code ChangeLeader}). Queues an op, or none: see above. The former leader keeps its mark, loses
     * {@code alive}, and serves nothing until {@link #recoverTable} makes it a follower. Writes that arrive meanwhile may be lost.
     *
     * @param partition the partition
     * @param candidate a tablet with an alive follower
     */
    public void changeLeader(PartitionId partition, String candidate) {
        send(orders().changeLeader(partition, candidate));
    }

    /**
     * As {@link #changeLeader}; the server takes the follower that is furthest.
     *
     * @param partition the partition
     */
    public void changeLeaderAuto(PartitionId partition) {
        send(orders().changeLeader(partition, ClusterOrders.AUTO));
    }

    /**
     * Moves a follower to another tablet ({@code Migrate}). Queues an op, or none: see above.
     *
     * @param partition the partition
     * @param from the tablet that has the follower
     * @param to a healthy tablet that has no copy
     */
    public void migrate(PartitionId partition, String from, String to) {
        migrate(partition.db(), partition.table(), List.of(partition.pid()), from, to);
    }

    /**
     * Moves followers of several partitions of a table. If one of them cannot be moved, the server moves none, except for those whose op
     * it could not create.
     *
     * @param db the database
     * @param table the table
     * @param pids the partitions, at least one
     * @param from the tablet that has the followers
     * @param to a healthy tablet that has no copy of them
     */
    public void migrate(String db, String table, Collection<Long> pids, String from, String to) {
        send(orders().migrate(db, table, pids, from, to));
    }

    /**
     * Brings a dead replica back ({@code RecoverTable}). Queues an op, which queues another one for the work itself, or none: see above. Refused with
     * code 311 when the replica is alive already.
     *
     * @param partition the partition
     * @param endpoint the tablet with the replica
     */
    public void recoverTable(PartitionId partition, String endpoint) {
        send(orders().recoverTable(partition, endpoint));
    }

    /**
     * Marks a replica as alive or not ({@code UpdateTableAliveStatus}). Done when it returns; queues nothing, moves nothing, checks nothing.
     *
     * @param partition the partition
     * @param endpoint the tablet with the replica
     * @param alive the mark
     */
    public void updateTableAliveStatus(PartitionId partition, String endpoint, boolean alive) {
        send(orders().updateTableAliveStatus(
                        partition.db(), partition.table(), OptionalLong.of(partition.pid()), endpoint, alive));
    }

    /**
     * Marks all replicas of a table on one tablet as alive or not.
     *
     * @param db the database
     * @param table the table
     * @param endpoint the tablet
     * @param alive the mark
     */
    public void updateTableAliveStatus(String db, String table, String endpoint, boolean alive) {
        send(orders().updateTableAliveStatus(db, table, OptionalLong.empty(), endpoint, alive));
    }

    /**
     * Moves all leaders away from a tablet and marks its replicas as not alive ({@code OfflineEndpoint}). Queues many ops.
     *
     * @param endpoint the tablet
     */
    public void offlineEndpoint(String endpoint) {
        send(orders().offlineEndpoint(endpoint, OptionalInt.empty()));
    }

    /**
     * As {@link #offlineEndpoint(String)}.
     *
     * @param endpoint the tablet
     * @param concurrency in how many lanes its ops are queued, 1 to 8
     */
    public void offlineEndpoint(String endpoint, int concurrency) {
        send(orders().offlineEndpoint(endpoint, OptionalInt.of(concurrency)));
    }

    /**
     * Recovers all dead replicas of a tablet ({@code RecoverEndpoint}). Queues many ops. OpenMLDB's documentation wants
     * {@link #offlineEndpoint(String)} to have run before.
     *
     * @param endpoint a healthy tablet
     * @param restore whether leaders go back to it
     */
    public void recoverEndpoint(String endpoint, boolean restore) {
        send(orders().recoverEndpoint(endpoint, restore, OptionalInt.empty()));
    }

    /**
     * As {@link #recoverEndpoint(String, boolean)}.
     *
     * @param endpoint a healthy tablet
     * @param restore whether leaders go back to it
     * @param concurrency in how many lanes its ops are queued, 1 to 8
     */
    public void recoverEndpoint(String endpoint, boolean restore, int concurrency) {
        send(orders().recoverEndpoint(endpoint, restore, OptionalInt.of(concurrency)));
    }

    /**
     * Makes a snapshot of a partition ({@code MakeSnapshotNS}). Queues an op.
     *
     * @param partition the partition
     */
    public void makeSnapshot(PartitionId partition) {
        send(orders().makeSnapshot(partition, OptionalLong.empty()));
    }

    /**
     * Makes a snapshot of a partition up to an offset.
     *
     * @param partition the partition
     * @param offset the last offset of the binlog that it is to hold
     */
    public void makeSnapshot(PartitionId partition, long offset) {
        send(orders().makeSnapshot(partition, OptionalLong.of(offset)));
    }

    /**
     * Cancels an op that waits or runs ({@code CancelOP}). What it did so far stays.
     *
     * @param id the op
     * @throws dev.opsdk.core.error.ConflictException with code 312 if it has ended
     */
    public void cancelOp(long id) {
        send(orders().cancelOp(id));
    }

    /**
     * Takes an op off the list ({@code DeleteOP}, since 0.8.5). Changes nothing that it did. Never do that to one that still runs: the
     * server is not known to refuse it.
     *
     * @param id the op
     * @throws dev.opsdk.core.error.NotFoundException with code 136 if there is none
     */
    public void deleteOp(long id) {
        send(orders().deleteOp(id));
    }

    /**
     * Takes all ops of a database that ended so off the list.
     *
     * @param db the database
     * @param state how they ended
     * @throws IllegalArgumentException for ops that wait or run; the server refuses that as well
     */
    public void deleteOps(String db, OpState.Known state) {
        send(orders().deleteOps(db, state));
    }

    /**
     * The version of the server that leads.
     *
     * @return such as {@code 0.9.3-2a3b4c5}
     */
    public String version() {
        return send(reads().version());
    }

    /**
     * Who leads. Asks if it is not known.
     *
     * @return its name in the cluster
     */
    public String leader() {
        return client.wire().leader();
    }

    /**
     * How often the leader was found anew after it had been lost: another one, or the same after an interruption, which may have been a
     * restart. When this moved between two looks, ops that ended in between may be forgotten: decide from {@link #table} and the
     * tablets. Counts what this client noticed; one that restarts unnoticed between two calls is not counted.
     *
     * @return a count that only grows
     */
    public long leaderChanges() {
        return client.wire().leaderChanges();
    }

    /**
     * The other nameservers, as the discovery names them. Whether they are up is not known.
     *
     * @return their names in the cluster
     */
    public List<String> standbys() {
        return client.wire().standbys();
    }

    /**
     * The same calls as they would be sent, for plans.
     *
     * @return shows requests
     */
    public NameServerRequests requests() {
        return new NameServerRequests(client.wire());
    }

    @Override
    public String toString() {
        return "the leading nameserver of " + client;
    }
}
