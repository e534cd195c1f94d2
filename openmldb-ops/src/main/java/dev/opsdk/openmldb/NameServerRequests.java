package dev.opsdk.openmldb;

import dev.opsdk.core.procedure.RequestLine;
import dev.opsdk.openmldb.internal.ClusterOrders;
import dev.opsdk.openmldb.internal.Order;
import dev.opsdk.openmldb.internal.Wire;
import dev.opsdk.openmldb.model.OpState;
import dev.opsdk.openmldb.model.PartitionId;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What the mutations of {@link NameServer} would send to the leader as it is known now, credentials masked. Nothing is sent. */
public final class NameServerRequests {
    private final Wire wire;

    NameServerRequests(Wire wire) {
        this.wire = wire;
    }

    private ClusterOrders orders() {
        return wire.orders();
    }

    private RequestLine line(Order<?> order) {
        return wire.line(order);
    }

    /**
     * Of {@link NameServer#autoFailover(boolean)}.
     *
     * @param on what it is set to
     * @return the request
     */
    public RequestLine autoFailover(boolean on) {
        return line(orders().autoFailover(on));
    }

    /**
     * Of {@link NameServer#addReplica}.
     *
     * @param partition the partition
     * @param endpoint the tablet
     * @return the request
     */
    public RequestLine addReplica(PartitionId partition, String endpoint) {
        return line(orders().addReplica(partition.db(), partition.table(), List.of(partition.pid()), endpoint));
    }

    /**
     * Of {@link NameServer#delReplica}.
     *
     * @param partition the partition
     * @param endpoint the tablet
     * @return the request
     */
    public RequestLine delReplica(PartitionId partition, String endpoint) {
        return line(orders().delReplica(partition.db(), partition.table(), List.of(partition.pid()), endpoint));
    }

    /**
     * Of {@link NameServer#changeLeader}.
     *
     * @param partition the partition
     * @param candidate the tablet
     * @return the request
     */
    public RequestLine changeLeader(PartitionId partition, String candidate) {
        return line(orders().changeLeader(partition, candidate));
    }

    /**
     * Of {@link NameServer#changeLeaderAuto}.
     *
     * @param partition the partition
     * @return the request
     */
    public RequestLine changeLeaderAuto(PartitionId partition) {
        return line(orders().changeLeader(partition, ClusterOrders.AUTO));
    }

    /**
     * Of {@link NameServer#migrate(PartitionId, String, String)}.
     *
     * @param partition the partition
     * @param from the source
     * @param to the destination
     * @return the request
     */
    public RequestLine migrate(PartitionId partition, String from, String to) {
        return line(orders().migrate(partition.db(), partition.table(), List.of(partition.pid()), from, to));
    }

    /**
     * Of {@link NameServer#recoverTable}.
     *
     * @param partition the partition
     * @param endpoint the tablet
     * @return the request
     */
    public RequestLine recoverTable(PartitionId partition, String endpoint) {
        return line(orders().recoverTable(partition, endpoint));
    }

    /**
     * Of {@link NameServer#updateTableAliveStatus(PartitionId, String, boolean)}.
     *
     * @param partition the partition
     * @param endpoint the tablet
     * @param alive the mark
     * @return the request
     */
    public RequestLine updateTableAliveStatus(PartitionId partition, String endpoint, boolean alive) {
        return line(orders().updateTableAliveStatus(
                        partition.db(), partition.table(), OptionalLong.of(partition.pid()), endpoint, alive));
    }

    /**
     * Of {@link NameServer#offlineEndpoint(String)}.
     *
     * @param endpoint the tablet
     * @return the request
     */
    public RequestLine offlineEndpoint(String endpoint) {
        return line(orders().offlineEndpoint(endpoint, OptionalInt.empty()));
    }

    /**
     * Of {@link NameServer#recoverEndpoint(String, boolean)}.
     *
     * @param endpoint the tablet
     * @param restore whether leaders go back
     * @return the request
     */
    public RequestLine recoverEndpoint(String endpoint, boolean restore) {
        return line(orders().recoverEndpoint(endpoint, restore, OptionalInt.empty()));
    }

    /**
     * Of {@link NameServer#makeSnapshot(PartitionId)}.
     *
     * @param partition the partition
     * @return the request
     */
    public RequestLine makeSnapshot(PartitionId partition) {
        return line(orders().makeSnapshot(partition, OptionalLong.empty()));
    }

    /**
     * Of {@link NameServer#cancelOp}.
     *
     * @param id the op
     * @return the request
     */
    public RequestLine cancelOp(long id) {
        return line(orders().cancelOp(id));
    }

    /**
     * Of {@link NameServer#deleteOp}.
     *
     * @param id the op
     * @return the request
     */
    public RequestLine deleteOp(long id) {
        return line(orders().deleteOp(id));
    }

    /**
     * Of {@link NameServer#deleteOps}.
     *
     * @param db the database
     * @param state how they ended
     * @return the request
     */
    public RequestLine deleteOps(String db, OpState.Known state) {
        return line(orders().deleteOps(db, state));
    }
}
