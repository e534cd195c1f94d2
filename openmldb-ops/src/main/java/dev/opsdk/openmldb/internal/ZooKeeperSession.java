package dev.opsdk.openmldb.internal;

import dev.opsdk.core.Secret;
import dev.opsdk.core.call.CallSite;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.error.ForbiddenException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.Refusal;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.error.UpstreamFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ZKClientConfig;
import org.jspecify.annotations.Nullable;

/**
 * One session with ZooKeeper, begun when it is needed, kept, and begun anew when it was lost. No wait is longer than it was told.
 * Thread-safe.
 */
public final class ZooKeeperSession implements AutoCloseable {
    private static final int TRIES = 2;

    private final String connect;
    private final Optional<Secret> digest;
    private final Duration sessionTimeout;
    private final Duration patience;
    private @Nullable ZooKeeperConnection connection;
    private boolean closed;

    /**
     * Prepares a session.
     *
     * @param connect servers, {@code host:port,host:port}
     * @param digest {@code user:password}, if the nodes are protected
     * @param sessionTimeout how long ZooKeeper keeps the session of a client that is not heard of
     * @param patience how long a connection or an answer is waited for
     */
    public ZooKeeperSession(String connect, Optional<Secret> digest, Duration sessionTimeout, Duration patience) {
        this.connect = connect;
        this.digest = digest;
        this.sessionTimeout = sessionTimeout;
        this.patience = patience;
    }

    /** What is asked on a connection. */
    @FunctionalInterface
    interface Question<T> {
        T ask(ZooKeeper zooKeeper) throws KeeperException, InterruptedException;
    }

    /** Whether nodes are protected. */
    boolean withCredentials() {
        return digest.isPresent();
    }

    /** The children of a node, or empty if there is no such node. */
    Optional<List<String>> children(String path) {
        return ask(path, Effect.READ, zooKeeper -> {
            try {
                return Optional.of(zooKeeper.getChildren(path, false));
            } catch (KeeperException.NoNodeException e) {
                return Optional.empty();
            }
        });
    }

    /** What a node holds, or empty if there is no such node. */
    Optional<String> data(String path) {
        return ask(path, Effect.READ, zooKeeper -> {
            try {
                byte[] bytes = zooKeeper.getData(path, false, null);
                return Optional.of(bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8).strip());
            } catch (KeeperException.NoNodeException e) {
                return Optional.empty();
            }
        });
    }

    /** Asks, and once more after a lost connection: what is asked has to look before it changes anything. */
    <T> T ask(String path, Effect effect, Question<T> question) {
        CallSite site = site(path, effect);
        for (int tries = 1; ; tries++) {
            ZooKeeper zooKeeper = connected(site);
            try {
                return question.ask(zooKeeper);
            } catch (KeeperException e) {
                if (tries == TRIES || !lost(e)) {
                    throw translated(site, path, e);
                }
            } catch (InterruptedException e) {
                throw interrupted(site, e);
            }
        }
    }

    /** Whether it could be asked without waiting. Begins a new session when there is none. */
    boolean ready() {
        try {
            return current(site("", Effect.READ)).isConnected();
        } catch (OpsException e) {
            return false; // whoever waits for it gets to know why
        }
    }

    private ZooKeeper connected(CallSite site) {
        try {
            // a session that ends while it is waited for is followed by one more
            for (int tries = 1; tries <= TRIES; tries++) {
                ZooKeeperConnection now = current(site);
                if (now.await(patience)) {
                    return now.zooKeeper();
                }
            }
        } catch (InterruptedException e) {
            throw interrupted(site, e);
        }
        throw new UnreachableException(site, "ZooKeeper does not answer", null);
    }

    private synchronized ZooKeeperConnection current(CallSite site) {
        if (closed) {
            throw new CancelledException(site, "the discovery is closed", null);
        }
        ZooKeeperConnection now = connection;
        if (now != null && !now.isOver()) {
            return now;
        }
        ZKClientConfig config = new ZKClientConfig();
        config.setProperty(ZKClientConfig.ENABLE_CLIENT_SASL_KEY, "false");
        config.setProperty(ZKClientConfig.ZOOKEEPER_REQUEST_TIMEOUT, Long.toString(patience.toMillis()));
        try {
            ZooKeeperConnection next = ZooKeeperConnection.open(connect, sessionTimeout, config, digest);
            connection = next;
            return next;
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreachableException(site, "the address of ZooKeeper is not usable", null);
        }
    }

    private CallSite site(String path, Effect effect) {
        return new CallSite("openmldb", "ZooKeeper", path, effect, "TCP", "zookeeper://" + connect);
    }

    private static CancelledException interrupted(CallSite site, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CancelledException(site, "the thread was interrupted", e);
    }

    private static boolean lost(KeeperException e) {
        return switch (e.code()) {
            case CONNECTIONLOSS, OPERATIONTIMEOUT, REQUESTTIMEOUT, SESSIONEXPIRED, SESSIONMOVED -> true;
            default -> false;
        };
    }

    private static OpsException translated(CallSite site, String path, KeeperException e) {
        String words = "ZooKeeper says " + e.code() + " about " + path;
        if (lost(e)) {
            return new UnreachableException(site, words, e);
        }
        return switch (e.code()) {
            case NOAUTH, AUTHFAILED, INVALIDACL ->
                new ForbiddenException(new Refusal(
                        site, 0, words, "tell ZooKeeperOptions.withCredentials what the servers have as zk_cert"));
            default -> new UpstreamFailedException(new Refusal(site, 0, words, ""));
        };
    }

    @Override
    public void close() {
        ZooKeeperConnection last;
        synchronized (this) {
            closed = true;
            last = connection;
            connection = null;
        }
        if (last != null) {
            last.close();
        }
    }

    @Override
    public String toString() {
        return "ZooKeeper " + connect;
    }
}
