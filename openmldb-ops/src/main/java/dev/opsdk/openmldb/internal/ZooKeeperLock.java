package dev.opsdk.openmldb.internal;

import dev.opsdk.core.call.Effect;
import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.error.OpsException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Stat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lock of operators: an ephemeral node, so that it ends with its holder. What it holds ends with a mark of its own, by which a
 * holder knows its node again when the answer to its creation was lost.
 */
public final class ZooKeeperLock {
    private static final Logger LOG = LoggerFactory.getLogger(ZooKeeperLock.class);

    private final ZooKeeperSession session;
    private final String path;

    /**
     * Prepares the lock. Nothing is asked yet.
     *
     * @param session asks
     * @param root the node below which the cluster is
     */
    public ZooKeeperLock(ZooKeeperSession session, String root) {
        this.session = session;
        this.path = root + "/opsdk_lock";
    }

    /**
     * Takes it if nobody has it.
     *
     * @param purpose what for
     * @return what the node holds now, by which it is recognised, or empty when somebody has it
     */
    public Optional<String> take(String purpose) {
        String mine = "host " + host() + ", user " + System.getProperty("user.name", "?") + ", pid "
                + ProcessHandle.current().pid() + ": "
                + purpose.replaceAll("\\s+", " ").strip() + " ["
                + UUID.randomUUID() + "]";
        List<ACL> acl = session.withCredentials() ? ZooDefs.Ids.CREATOR_ALL_ACL : ZooDefs.Ids.OPEN_ACL_UNSAFE;
        boolean taken = session.ask(path, Effect.MUTATION, zooKeeper -> {
            try {
                zooKeeper.create(path, mine.getBytes(StandardCharsets.UTF_8), acl, CreateMode.EPHEMERAL);
                return true;
            } catch (KeeperException.NodeExistsException e) {
                return session.data(path).filter(mine::equals).isPresent();
            }
        });
        return taken ? Optional.of(mine) : Optional.empty();
    }

    /**
     * Who has it.
     *
     * @return what the holder wrote, and since when by ZooKeeper's clock
     */
    public Optional<String> holder() {
        return session.ask(path, Effect.READ, zooKeeper -> {
            try {
                Stat stat = new Stat();
                String text = new String(zooKeeper.getData(path, false, stat), StandardCharsets.UTF_8);
                return Optional.of(shown(text) + ", since " + Instant.ofEpochMilli(stat.getCtime()));
            } catch (KeeperException.NoNodeException e) {
                return Optional.empty();
            }
        });
    }

    /**
     * What people read of it.
     *
     * @param held what the node holds
     * @return without the mark
     */
    public static String shown(String held) {
        return held.replaceFirst(" \\[[0-9a-f-]{36}]$", "");
    }

    /**
     * Whether it is still there.
     *
     * @param mine what {@link #take} gave
     * @return false also when that cannot be found out
     */
    public boolean has(String mine) {
        try {
            return session.data(path).filter(mine::equals).isPresent();
        } catch (CancelledException e) {
            throw e;
        } catch (OpsException e) {
            LOG.warn("whether the operator lock {} is still held is not known: {}", path, e.getMessage());
            return false;
        }
    }

    /**
     * Gives it back, if it is still there.
     *
     * @param mine what {@link #take} gave
     */
    public void giveBack(String mine) {
        try {
            session.ask(path, Effect.MUTATION, zooKeeper -> {
                try {
                    Stat stat = new Stat();
                    String held = new String(zooKeeper.getData(path, false, stat), StandardCharsets.UTF_8);
                    // whoever's session it is not cannot take away another's
                    if (held.equals(mine) && stat.getEphemeralOwner() == zooKeeper.getSessionId()) {
                        zooKeeper.delete(path, stat.getVersion());
                    }
                } catch (KeeperException.NoNodeException e) {
                    return false; // it is gone already
                }
                return true;
            });
        } catch (OpsException e) {
            LOG.warn(
                    "the operator lock {} could not be given back, it ends with the session: {}", path, e.getMessage());
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "?"; // a machine without a name
        }
    }
}
