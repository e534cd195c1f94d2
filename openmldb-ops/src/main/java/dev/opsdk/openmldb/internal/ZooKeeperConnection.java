package dev.opsdk.openmldb.internal;

import dev.opsdk.core.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ZKClientConfig;
import org.jspecify.annotations.Nullable;

/** One ZooKeeper handle: comes and goes with the network, and is over for good when its session is. */
final class ZooKeeperConnection implements Watcher, AutoCloseable {
    private @Nullable ZooKeeper zooKeeper;
    private boolean connected;
    private boolean over;
    private CountDownLatch settled = new CountDownLatch(1);

    private ZooKeeperConnection() {}

    static ZooKeeperConnection open(
            String connect, Duration sessionTimeout, ZKClientConfig config, Optional<Secret> digest)
            throws IOException {
        ZooKeeperConnection connection = new ZooKeeperConnection();
        ZooKeeper handle = new ZooKeeper(connect, (int) sessionTimeout.toMillis(), connection, config);
        digest.ifPresent(secret -> handle.addAuthInfo("digest", secret.reveal().getBytes(StandardCharsets.UTF_8)));
        connection.zooKeeper = handle;
        return connection;
    }

    @Override
    public synchronized void process(WatchedEvent event) {
        switch (event.getState()) {
            case SyncConnected -> connected = true;
            case Disconnected -> {
                connected = false;
                if (settled.getCount() == 0) {
                    settled = new CountDownLatch(1);
                }
                return;
            }
            case Expired, AuthFailed, Closed -> {
                connected = false;
                over = true;
            }
            default -> {
                return; // modes that are not asked for
            }
        }
        settled.countDown();
    }

    ZooKeeper zooKeeper() {
        return Objects.requireNonNull(zooKeeper, "not open");
    }

    synchronized boolean isConnected() {
        return connected;
    }

    synchronized boolean isOver() {
        return over;
    }

    /** Waits until it is connected or over. */
    boolean await(Duration patience) throws InterruptedException {
        CountDownLatch latch;
        synchronized (this) {
            latch = settled;
        }
        return latch.await(patience.toMillis(), TimeUnit.MILLISECONDS) && isConnected();
    }

    /** Tells the server. One that cannot be reached is not waited for: it ends the session by itself. */
    @Override
    public void close() {
        if (isConnected()) {
            end();
        } else {
            Thread ending = new Thread(this::end, "opsdk-zookeeper-close");
            ending.setDaemon(true);
            ending.start();
        }
    }

    private void end() {
        try {
            zooKeeper().close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server ends the session by itself then
        }
    }
}
