package dev.opsdk.openmldb;

import dev.opsdk.core.procedure.RequestLine;
import dev.opsdk.openmldb.internal.Order;
import dev.opsdk.openmldb.internal.TabletOrders;
import dev.opsdk.openmldb.model.Followers;
import dev.opsdk.openmldb.model.HeldPartition;
import dev.opsdk.openmldb.model.LoadTable;
import dev.opsdk.openmldb.model.StorageMode;
import dev.opsdk.openmldb.model.TermPair;
import java.util.List;
import java.util.Optional;

/**
 * One tablet. Asked directly, because the nameserver's view of it is always a little old, and wrong after accidents. Each method is one
 * RPC.
 */
public final class TabletServer {
    private final OpenMldbOps client;
    private final String endpoint;

    TabletServer(OpenMldbOps client, String endpoint) {
        this.client = client;
        this.endpoint = TabletOrders.checked(endpoint);
    }

    private TabletOrders orders() {
        return client.wire().tablets();
    }

    private <T> T send(Order<T> order) {
        return client.wire().send(order);
    }

    /**
     * The tablet's name in the cluster.
     *
     * @return the name
     */
    public String endpoint() {
        return endpoint;
    }

    /**
     * All partitions that it really holds ({@code GetTableStatus}).
     *
     * @return in the server's order
     */
    public List<HeldPartition> partitions() {
        return send(orders().partitions(endpoint));
    }

    /**
     * One partition, if it holds it.
     *
     * @param tid the table's number
     * @param pid the partition
     * @return the partition, or empty; a load that failed removes it
     */
    public Optional<HeldPartition> partition(long tid, long pid) {
        return send(orders().partition(endpoint, tid, pid)).stream().findFirst();
    }

    /**
     * Who follows a partition that this tablet leads ({@code GetTableFollower}).
     *
     * @param tid the table's number
     * @param pid the partition
     * @return the leader's offset and its followers; none is an answer (code 134), not a failure
     * @throws dev.opsdk.core.error.PreconditionException with code 103 if it does not lead it
     * @throws dev.opsdk.core.error.NotFoundException with code 100 if it does not hold it
     */
    public Followers followers(long tid, long pid) {
        return send(orders().followers(endpoint, tid, pid));
    }

    /**
     * Loads a partition from the tablet's disk ({@code LoadTable}). Returns when loading has started. Look at {@link #partition} for how
     * it goes on: a load that fails removes the partition again, and where there is no data directory an empty partition appears.
     *
     * @param table what to load, and in which role
     * @throws dev.opsdk.core.error.AlreadyExistsException with code 101 if it is loaded
     */
    public void load(LoadTable table) {
        send(orders().load(endpoint, table));
    }

    /**
     * How far the tablet is with a partition, also when it is only on its disk ({@code GetTermPair}).
     *
     * @param tid the table's number
     * @param pid the partition
     * @param storageMode where the table keeps its data
     * @return term and offset
     */
    public TermPair termPair(long tid, long pid, StorageMode.Known storageMode) {
        return send(orders().termPair(endpoint, tid, pid, storageMode));
    }

    /**
     * The server's version ({@code /version}).
     *
     * @return such as {@code 0.9.3-2a3b4c5}
     */
    public String version() {
        return send(orders().version(endpoint));
    }

    /**
     * Whether it answers at all ({@code /health}). Says nothing about its partitions.
     *
     * @return true if it says {@code OK}
     */
    public boolean healthy() {
        return send(orders().health(endpoint)).equals("OK");
    }

    /**
     * {@link #load} as it would be sent, for plans.
     *
     * @param table what to load
     * @return the request
     */
    public RequestLine loadRequest(LoadTable table) {
        return client.wire().line(orders().load(endpoint, table));
    }

    @Override
    public String toString() {
        return "tablet " + endpoint + " of " + client;
    }
}
