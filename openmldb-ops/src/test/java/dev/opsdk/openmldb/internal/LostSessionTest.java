package dev.opsdk.openmldb.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.call.Effect;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.curator.test.TestingServer;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session that ZooKeeper ends: as after a long pause of the process, or the death of a lock's holder. */
class LostSessionTest {
    private static final String ROOT = "/openmldb";

    private final TestingServer server = start();
    private final ZooKeeperSession mine = session();
    private final ZooKeeperSession theirs = session();

    private static TestingServer start() {
        try {
            return new TestingServer(true);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private ZooKeeperSession session() {
        return new ZooKeeperSession(
                server.getConnectString(), Optional.empty(), Duration.ofSeconds(30), Duration.ofSeconds(20));
    }

    @BeforeEach
    void aCluster() {
        for (String path : new String[] {ROOT, ROOT + "/leader", ROOT + "/leader/lock_request0000000001"}) {
            theirs.ask(
                    path,
                    Effect.MUTATION,
                    zooKeeper -> zooKeeper.create(
                            path,
                            "ns1:7527".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                            ZooDefs.Ids.OPEN_ACL_UNSAFE,
                            CreateMode.PERSISTENT));
        }
    }

    @AfterEach
    void close() throws IOException {
        mine.close();
        theirs.close();
        server.close();
    }

    /** Whoever knows a session's id and password can end it, and ZooKeeper tells the other one that it has expired. */
    private void end(ZooKeeperSession session) {
        session.ask("", Effect.READ, handle -> {
            CountDownLatch connected = new CountDownLatch(1);
            Watcher watcher = event -> connected.countDown();
            try {
                ZooKeeper twin = new ZooKeeper(
                        server.getConnectString(), 30_000, watcher, handle.getSessionId(), handle.getSessionPasswd());
                assertThat(connected.await(20, TimeUnit.SECONDS)).isTrue();
                twin.close();
                return true;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void aLostSessionIsFollowedByAnother() {
        ZooKeeperDirectory directory = new ZooKeeperDirectory(mine, ROOT);
        assertThat(directory.nameServers()).containsExactly("ns1:7527");

        end(mine);

        assertThat(directory.nameServers()).containsExactly("ns1:7527");
        assertThat(mine.ready()).isTrue();
    }

    @Test
    void aLockEndsWithItsHoldersSession() {
        ZooKeeperLock here = new ZooKeeperLock(mine, ROOT);
        ZooKeeperLock there = new ZooKeeperLock(theirs, ROOT);
        String lost = here.take("scale-in").orElseThrow();
        assertThat(there.take("upgrade")).isEmpty();

        end(mine);

        assertThat(here.has(lost)).isFalse();
        String taken = there.take("upgrade").orElseThrow();
        assertThat(here.has(lost)).isFalse();
        here.giveBack(lost);
        assertThat(there.has(taken)).as("a lost lock takes none away").isTrue();
        assertThat(here.holder().orElseThrow()).contains("upgrade");
        here.giveBack(taken);
        assertThat(there.has(taken))
                .as("nobody gives back what another session holds")
                .isTrue();
    }
}
