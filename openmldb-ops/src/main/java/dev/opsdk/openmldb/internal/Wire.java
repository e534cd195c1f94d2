package dev.opsdk.openmldb.internal;

import dev.opsdk.core.TimeSource;
import dev.opsdk.core.internal.Transport;
import dev.opsdk.core.procedure.RequestLine;
import dev.opsdk.openmldb.model.Tablet;
import java.time.Duration;
import java.util.List;

/** Makes calls at the leader of the nameservers and at tablets, or shows what they would be. */
public final class Wire {
    private final ClusterReads reads;
    private final ClusterOrders orders;
    private final TabletOrders tablets;

    /**
     * Connects routes and servers.
     *
     * @param transport sends
     * @param time the clock
     * @param servers where they are
     * @param leaderWindow how long a leader is waited for
     * @param credentials who calls
     */
    public Wire(Transport transport, TimeSource time, Servers servers, Duration leaderWindow, Credentials credentials) {
        this.reads = new ClusterReads(transport);
        this.orders = new ClusterOrders(transport);
        this.tablets = new TabletOrders(transport);
    }

    /**
     * What the leader can be asked.
     *
     * @return makes calls
     */
    public ClusterReads reads() {
        return reads;
    }

    /**
     * What the leader can be told to do.
     *
     * @return makes calls
     */
    public ClusterOrders orders() {
        return orders;
    }

    /**
     * Calls of tablets.
     *
     * @return makes calls
     */
    public TabletOrders tablets() {
        return tablets;
    }

    /**
     * Makes a call.
     *
     * @param order the call
     * @param <T> the value
     * @return what it came to
     */
    public <T> T send(Order<T> order) {
        throw new UnsupportedOperationException(order.toString());
    }

    /**
     * Shows a call.
     *
     * @param order the call
     * @return as a plan shows it
     */
    public RequestLine line(Order<?> order) {
        throw new UnsupportedOperationException(order.toString());
    }

    /**
     * Who leads. May ask.
     *
     * @return the leader's name in the cluster
     */
    public String leader() {
        throw new UnsupportedOperationException();
    }

    /**
     * How often the leader was found anew after it had been lost.
     *
     * @return a count that only grows
     */
    public long leaderChanges() {
        return 0;
    }

    /**
     * Remembers what a nameserver said about addresses.
     *
     * @param tablets the tablets with their real endpoints
     */
    public void learn(List<Tablet> tablets) {}

    /**
     * The nameservers but the leader.
     *
     * @return their names, as they were last looked up
     */
    public List<String> standbys() {
        return List.of();
    }

    /**
     * The nameservers.
     *
     * @return their names, as they were last looked up
     */
    public List<String> nameServers() {
        return List.of();
    }
}
