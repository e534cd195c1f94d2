package dev.opsdk.core;

import dev.opsdk.core.call.Authorization;
import dev.opsdk.core.call.ExchangeListener;
import dev.opsdk.core.call.RetryPolicy;
import dev.opsdk.core.call.Slf4jExchangeListener;
import dev.opsdk.core.call.Timeouts;
import dev.opsdk.core.call.Tls;
import dev.opsdk.core.internal.Listeners;
import dev.opsdk.core.internal.Settings;
import java.net.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What every client's builder can be told. Each setting has a default that suits a script; the client's own builder adds where the
 * servers are.
 *
 * @param <B> the client's own builder
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {
    private Timeouts timeouts = Timeouts.DEFAULT;
    private RetryPolicy retry = RetryPolicy.DEFAULT;
    private TimeSource time = TimeSource.system();
    private boolean readOnly;
    private final List<ExchangeListener> listeners = new ArrayList<>(List.of(new Slf4jExchangeListener()));
    private @Nullable Supplier<Authorization> authorization;
    private @Nullable OkHttpClient httpClient;
    private final List<Interceptor> interceptors = new ArrayList<>();
    private @Nullable Tls tls;
    private @Nullable Proxy proxy;
    private @Nullable Authorization proxyAuthorization;
    private Duration keepAlive = Duration.ofMinutes(1);
    private int parallelism = 100;
    private Duration pollEvery = Duration.ofSeconds(3);
    private long maxReplyBytes = 64L << 20;

    /** For the clients of this project. */
    protected ClientBuilder() {}

    /**
     * This builder as its own type.
     *
     * @return this
     */
    protected abstract B self();

    /**
     * Changes time limits.
     *
     * @param change such as {@code t -> t.withRead(Duration.ofSeconds(5))}
     * @return this builder
     */
    public B timeouts(UnaryOperator<Timeouts> change) {
        timeouts = change.apply(timeouts);
        return self();
    }

    /**
     * How reads are repeated; {@link RetryPolicy#DEFAULT} unless told. Mutations never are.
     *
     * @param policy the policy
     * @return this builder
     */
    public B retry(RetryPolicy policy) {
        retry = policy;
        return self();
    }

    /**
     * Refuses every mutation before it is sent.
     *
     * @param only true to only read
     * @return this builder
     */
    public B readOnly(boolean only) {
        readOnly = only;
        return self();
    }

    /**
     * Adds a listener beside the one that logs to SLF4J.
     *
     * @param listener sees every attempt
     * @return this builder
     */
    public B listener(ExchangeListener listener) {
        listeners.add(listener);
        return self();
    }

    /**
     * Who calls. Asked before every attempt, so that a credential can change while the client lives. Sent to the configured
     * servers only.
     *
     * @param supplier gives the header; must be thread-safe. When it throws, nothing is sent, and the call fails with an
     *     {@link dev.opsdk.core.error.UnreachableException} whose cause is what it threw; a read asks it again, as the retry policy says
     * @return this builder
     */
    public B authorization(Supplier<Authorization> supplier) {
        authorization = supplier;
        return self();
    }

    /**
     * Brings an OkHttp client. Its pool, dispatcher, proxy, DNS, interceptors, authenticators and TLS are used; its redirects,
     * retries, cache and time limits are replaced by the client's own, because a mutation must not be repeated below it. Its
     * authenticator and cookies are left out where our credential is: at addresses that a server named.
     *
     * @param client stays yours: closing the opsdk client does not close it
     * @return this builder
     */
    public B httpClient(OkHttpClient client) {
        httpClient = client;
        return self();
    }

    /**
     * Adds an OkHttp application interceptor. One that sends a mutation a second time is stopped. It sees every request, also one to
     * an address that a server named: one that adds a credential has to look where it goes.
     *
     * @param interceptor the interceptor
     * @return this builder
     */
    public B interceptor(Interceptor interceptor) {
        interceptors.add(interceptor);
        return self();
    }

    /**
     * Whom to trust, and who we are.
     *
     * @param trust TLS or mutual TLS
     * @return this builder
     */
    public B tls(Tls trust) {
        tls = trust;
        return self();
    }

    /**
     * The way out. Without it the JVM's proxy settings count.
     *
     * @param way an HTTP or SOCKS proxy, or {@link Proxy#NO_PROXY}
     * @return this builder
     */
    public B proxy(Proxy way) {
        proxy = way;
        return self();
    }

    /**
     * Who calls, for the proxy; sent when the proxy asks for it, and with the request for a tunnel to an https server. The server
     * behind the tunnel does not get it.
     *
     * @param user the user
     * @param password the password
     * @return this builder
     */
    public B proxyCredentials(String user, Secret password) {
        proxyAuthorization = Authorization.basic(user, password);
        return self();
    }

    /**
     * Where time comes from; for tests.
     *
     * @param source the clocks
     * @return this builder
     */
    public B timeSource(TimeSource source) {
        time = source;
        return self();
    }

    /**
     * How long an idle connection is kept, unless a client was brought. One minute unless told.
     *
     * @param idle shorter than the server keeps it, best
     * @return this builder
     */
    public B keepAlive(Duration idle) {
        if (idle.isZero() || idle.isNegative()) {
            throw new IllegalArgumentException("keepAlive is " + idle + "; it must be longer than zero");
        }
        keepAlive = idle;
        return self();
    }

    /**
     * How many targets are called at once by the many-targets calls; 100 unless told.
     *
     * @param targets 1 or more
     * @return this builder
     */
    public B parallelism(int targets) {
        if (targets < 1) {
            throw new IllegalArgumentException("parallelism is " + targets + "; it must be at least 1");
        }
        parallelism = targets;
        return self();
    }

    /**
     * How often a wait or a watch looks. Each client has a default that fits its server.
     *
     * @param pause between looks, longer than zero
     * @return this builder
     */
    public B pollEvery(Duration pause) {
        if (pause.isZero() || pause.isNegative()) {
            throw new IllegalArgumentException("pollEvery is " + pause + "; it must be longer than zero");
        }
        pollEvery = pause;
        return self();
    }

    /**
     * The largest answer that is read into memory, counted after it was unpacked; 64 MiB unless told. A larger one fails the call, also
     * when it is an error. Once parsed, JSON of real servers takes a few times its size, and one of nothing but brackets up to 50 times.
     *
     * @param bytes 1 or more
     * @return this builder
     */
    public B maxReplyBytes(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("maxReplyBytes is " + bytes + "; it must be at least 1");
        }
        maxReplyBytes = bytes;
        return self();
    }

    /**
     * What was told so far.
     *
     * @param system the system's short name, for messages
     * @return the settings
     */
    protected Settings settings(String system) {
        return new Settings(
                system,
                timeouts,
                retry,
                time,
                readOnly,
                Listeners.all(listeners),
                authorization,
                httpClient,
                List.copyOf(interceptors),
                tls,
                proxy,
                proxyAuthorization,
                keepAlive,
                parallelism,
                pollEvery,
                maxReplyBytes);
    }
}
