package dev.opsdk.simulator.openmldb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.ACL;

/**
 * Keeps the nodes of a cluster in a real ZooKeeper. All processes share one session, and what one of them held is
 * deleted when it ends, which looks to everybody else as if its session had expired at once.
 */
final class ZooKeeperRegistry implements Registry {

    private static final int SESSION_MILLIS = 30_000;

    private final World world;
    private final String root;
    private final ZooKeeper zooKeeper;
    private final List<ACL> acl;
    private final Map<String, String> written = new HashMap<>();
    private final Map<Long, String> locks = new HashMap<>();
    private long seen = -1;
    private boolean closed;

    private ZooKeeperRegistry(World world, String root, ZooKeeper zooKeeper, List<ACL> acl) {
        this.world = world;
        this.root = root;
        this.zooKeeper = zooKeeper;
        this.acl = acl;
    }

    /** Connects; credentials are {@code user:password}, or empty for nodes that are open to everybody. */
    static Registry connect(World world, String connectString, String root, String credentials) {
        CountDownLatch connected = new CountDownLatch(1);
        Watcher watcher = event -> {
            if (event.getState() == Watcher.Event.KeeperState.SyncConnected) {
                connected.countDown();
            }
        };
        try {
            ZooKeeper zooKeeper = new ZooKeeper(connectString, SESSION_MILLIS, watcher);
            if (!connected.await(SESSION_MILLIS, TimeUnit.MILLISECONDS)) {
                zooKeeper.close();
                throw new IllegalStateException("no ZooKeeper at " + connectString);
            }
            if (!credentials.isEmpty()) {
                zooKeeper.addAuthInfo("digest", credentials.getBytes(StandardCharsets.UTF_8));
            }
            List<ACL> acl = credentials.isEmpty() ? ZooDefs.Ids.OPEN_ACL_UNSAFE : ZooDefs.Ids.CREATOR_ALL_ACL;
            ZooKeeperRegistry registry = new ZooKeeperRegistry(world, root, zooKeeper, acl);
            registry.createRoot();
            return registry;
        } catch (IOException | KeeperException e) {
            throw new IllegalStateException("cannot register in " + connectString, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void createRoot() throws KeeperException, InterruptedException {
        for (int slash = root.indexOf('/', 1); slash > 0; slash = root.indexOf('/', slash + 1)) {
            put(root.substring(0, slash), "", CreateMode.PERSISTENT);
        }
        put(root, "", CreateMode.PERSISTENT);
    }

    @Override
    public synchronized void sync() {
        synchronized (world) {
            if (closed || world.version == seen) {
                return;
            }
        }
        ZkState wanted = ZkState.of(world);
        seen = wanted.version();
        try {
            remove(wanted);
            write(wanted.persistent(), CreateMode.PERSISTENT);
            write(wanted.ephemeral(), CreateMode.EPHEMERAL);
            for (Map.Entry<Long, String> lock : wanted.locks().entrySet()) {
                if (!locks.containsKey(lock.getKey())) {
                    locks.put(lock.getKey(), lock(lock.getValue()));
                }
            }
        } catch (KeeperException e) {
            throw new IllegalStateException("ZooKeeper does not hold what it should", e);
        } catch (InterruptedException e) {
            // the server whose thread this is goes away; whoever comes next does it
            seen = -1;
            Thread.currentThread().interrupt();
        }
    }

    private void remove(ZkState wanted) throws KeeperException, InterruptedException {
        for (Map.Entry<Long, String> lock : Map.copyOf(locks).entrySet()) {
            if (!wanted.locks().containsKey(lock.getKey())) {
                delete(lock.getValue());
                locks.remove(lock.getKey());
            }
        }
        Set<String> paths = wanted.paths();
        for (String path : List.copyOf(written.keySet())) {
            if (!paths.contains(path)) {
                delete(root + path);
                written.remove(path);
            }
        }
    }

    private void write(Map<String, String> nodes, CreateMode mode) throws KeeperException, InterruptedException {
        for (Map.Entry<String, String> node : nodes.entrySet()) {
            if (!node.getValue().equals(written.get(node.getKey()))) {
                put(root + node.getKey(), node.getValue(), mode);
                written.put(node.getKey(), node.getValue());
            }
        }
    }

    private String lock(String endpoint) throws KeeperException, InterruptedException {
        return zooKeeper.create(root + "/leader/lock_request", bytes(endpoint), acl, CreateMode.EPHEMERAL_SEQUENTIAL);
    }

    private void put(String path, String text, CreateMode mode) throws KeeperException, InterruptedException {
        try {
            zooKeeper.create(path, bytes(text), acl, mode);
        } catch (KeeperException.NodeExistsException e) {
            if (!text.isEmpty()) {
                zooKeeper.setData(path, bytes(text), -1);
            }
        }
    }

    private void delete(String path) throws KeeperException, InterruptedException {
        try {
            zooKeeper.delete(path, -1);
        } catch (KeeperException.NoNodeException e) {
            // somebody else has cleaned up, which is as good
            return;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            zooKeeper.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
