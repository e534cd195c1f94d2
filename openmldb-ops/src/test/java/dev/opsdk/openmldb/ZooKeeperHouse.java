package dev.opsdk.openmldb;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.curator.test.TestingServer;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;

/** A real ZooKeeper server in this process, and the hands that put nodes there. */
final class ZooKeeperHouse implements AutoCloseable {
    private final TestingServer server;

    @FunctionalInterface
    private interface Work {
        void with(ZooKeeper zooKeeper) throws KeeperException, InterruptedException;
    }

    ZooKeeperHouse() {
        try {
            server = new TestingServer(true);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    String connect() {
        return server.getConnectString();
    }

    ZooKeeperOptions options() {
        return ZooKeeperOptions.of(connect(), "/openmldb").withPatience(Duration.ofSeconds(20));
    }

    void put(String path, String data) {
        as("", zooKeeper -> {
            for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
                make(zooKeeper, path.substring(0, slash), "");
            }
            make(zooKeeper, path, data);
        });
    }

    private static void make(ZooKeeper zooKeeper, String path, String data)
            throws KeeperException, InterruptedException {
        byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
        try {
            zooKeeper.create(path, bytes, ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
        } catch (KeeperException.NodeExistsException e) {
            if (!data.isEmpty()) {
                zooKeeper.setData(path, bytes, -1);
            }
        }
    }

    void delete(String path) {
        as("", zooKeeper -> zooKeeper.delete(path, -1));
    }

    void protect(String path, String user, String password) {
        put(path, "");
        as(user + ":" + password, zooKeeper -> {
            Stat stat = zooKeeper.exists(path, false);
            zooKeeper.setACL(path, ZooDefs.Ids.CREATOR_ALL_ACL, stat.getAversion());
        });
    }

    private void as(String digest, Work work) {
        CountDownLatch connected = new CountDownLatch(1);
        try {
            ZooKeeper zooKeeper = new ZooKeeper(connect(), 30_000, event -> connected.countDown());
            try {
                if (!connected.await(20, TimeUnit.SECONDS)) {
                    throw new AssertionError("no connection to the test's own ZooKeeper");
                }
                if (!digest.isEmpty()) {
                    zooKeeper.addAuthInfo("digest", digest.getBytes(StandardCharsets.UTF_8));
                }
                work.with(zooKeeper);
            } finally {
                zooKeeper.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void restart() {
        try {
            server.restart();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
