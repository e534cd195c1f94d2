package dev.opsdk.openmldb.internal;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.TimeSource;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.internal.CallContext;
import dev.opsdk.core.internal.Transport;
import dev.opsdk.core.procedure.RequestLine;
import dev.opsdk.openmldb.internal.Leadership.Leader;
import dev.opsdk.openmldb.model.Tablet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Makes calls at the leader of the nameservers and at tablets, or shows what they would be. */
public final class Wire {
    private final Transport transport;
    private final Servers servers;
    private final Credentials credentials;
    private final NameServers nameServers;
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
        this.transport = transport;
        this.servers = servers;
        this.credentials = credentials;
        NameServerApi nameServer = transport.api(NameServerApi.class, Servers.SOMEBODY);
        BuiltinApi builtin = transport.api(BuiltinApi.class, Servers.SOMEBODY);
        this.reads = new ClusterReads(nameServer, builtin);
        this.orders = new ClusterOrders(nameServer);
        this.tablets = new TabletOrders(transport.api(TabletApi.class, Servers.SOMEBODY), builtin);
        this.nameServers = new NameServers(transport, time, servers, leaderWindow, credentials, reads.config());
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
        return order.tablet().isPresent() ? atTablet(order, order.tablet().get()) : nameServers.send(order);
    }

    private <T> T atTablet(Order<T> order, String tablet) {
        CallContext context = credentials.begin(transport, order.request(), order.target());
        transport.refuse(context, order.request());
        BaseUrl known = address(context, order.request(), tablet);
        return transport.retrying(context, () -> {
            BaseUrl now = servers.find(tablet).orElse(known);
            try {
                return once(context, order, now);
            } catch (UnreachableException e) {
                // nothing was sent; it may have moved
                servers.refresh();
                BaseUrl moved = servers.find(tablet).orElse(now);
                if (moved.equals(now)) {
                    throw e;
                }
                return once(context, order, moved);
            }
        });
    }

    private <T> T once(CallContext context, Order<T> order, BaseUrl there) {
        return transport
                .once(context, Transport.at(order.request(), there), order.reader(), true)
                .orElseThrow(() -> new IllegalStateException("only a nameserver can be a standby"));
    }

    private BaseUrl address(CallContext context, Request request, String tablet) {
        Optional<BaseUrl> known = servers.find(tablet);
        if (known.isPresent()) {
            return known.get();
        }
        learn(send(reads.tablets()));
        return servers.find(tablet)
                .orElseThrow(() -> new UnreachableException(
                        Servers.site(context, request),
                        "nobody knows the address of '" + tablet
                                + "'; name the tablet as tablets() does, or tell the builder address(\"" + tablet
                                + "\", \"host:port\")",
                        null));
    }

    /**
     * Remembers what the nameserver said about addresses.
     *
     * @param said tablets with their real endpoints
     */
    public void learn(List<Tablet> said) {
        said.forEach(tablet -> tablet.realEndpoint().ifPresent(real -> servers.learn(tablet.endpoint(), real)));
    }

    /**
     * Shows a call, to whoever is known to lead, or to a host called {@code whoever-leads}.
     *
     * @param order the call
     * @return as a plan shows it
     */
    public RequestLine line(Order<?> order) {
        BaseUrl there = order.tablet().isPresent()
                ? servers.find(order.tablet().get())
                        .orElse(new BaseUrl("http", order.tablet().get(), 10921))
                : nameServers.leadership().current().map(Leader::address).orElse(Servers.SOMEBODY);
        Request shown = Transport.at(order.request(), there);
        return RequestLine.json(
                shown.method(),
                shown.url().toString(),
                text(shown.body()),
                "-H 'Authorization: " + credentials.shown() + "'");
    }

    private static String text(@Nullable RequestBody body) {
        if (body == null) {
            return "";
        }
        try (Buffer buffer = new Buffer()) {
            body.writeTo(buffer);
            return buffer.readUtf8();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a buffer in memory
        }
    }

    /**
     * Who leads. Asks if it is not known.
     *
     * @return the leader's name in the cluster
     */
    public String leader() {
        return nameServers.leader().name();
    }

    /**
     * How often the leader was found anew after it had been lost.
     *
     * @return a count that only grows
     */
    public long leaderChanges() {
        return nameServers.leadership().changes();
    }

    /**
     * The nameservers but the leader.
     *
     * @return their names, as they were last looked up
     */
    public List<String> standbys() {
        String leader = leader();
        return nameServers().stream().filter(name -> !name.equals(leader)).toList();
    }

    /**
     * The nameservers.
     *
     * @return their names, as they were last looked up
     */
    public List<String> nameServers() {
        return nameServers.lastKnown();
    }
}
