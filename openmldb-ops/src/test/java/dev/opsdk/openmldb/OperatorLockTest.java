package dev.opsdk.openmldb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.core.Secret;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.UpstreamFailedException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One lock a cluster, in a real ZooKeeper. */
class OperatorLockTest {
    private final ZooKeeperHouse house = new ZooKeeperHouse();
    private final Discovery mine = Discovery.zookeeper(house.options());
    private final Discovery theirs = Discovery.zookeeper(house.options());

    @BeforeEach
    void aCluster() {
        house.put("/openmldb/leader", "");
    }

    @AfterEach
    void close() {
        mine.close();
        theirs.close();
        house.close();
    }

    private static OperatorLocks locks(Discovery discovery) {
        return discovery.locks().orElseThrow();
    }

    @Test
    void oneHasItAndTheOthersReadWho() {
        assertThat(locks(theirs).holder()).isEmpty();
        OperatorLock lock = locks(mine).tryLock("scale-in of\n t1:10921 ").orElseThrow();

        assertThat(lock.held()).isTrue();
        assertThat(locks(theirs).tryLock("upgrade")).isEmpty();
        assertThat(locks(mine).tryLock("also mine, but another piece of work")).isEmpty();
        assertThat(lock.holder())
                .matches("host .+, user .+, pid " + ProcessHandle.current().pid() + ": scale-in of t1:10921");
        assertThat(locks(theirs).holder().orElseThrow())
                .startsWith(lock.holder() + ", since 20")
                .endsWith("Z");
        assertThat(lock).hasToString("operator lock of " + lock.holder());

        lock.close();
        assertThat(lock.held()).isFalse();
        assertThat(locks(theirs).holder()).isEmpty();
        try (OperatorLock next = locks(theirs).tryLock("upgrade").orElseThrow()) {
            lock.close();
            assertThat(next.held())
                    .as("a lock given back twice takes none away")
                    .isTrue();
        }
        assertThat(locks(mine).holder()).isEmpty();
    }

    @Test
    void itEndsWhenTheDiscoveryIsClosed() {
        OperatorLock lock = locks(mine).tryLock("scale-in").orElseThrow();
        mine.close();

        assertThat(locks(theirs).holder()).isEmpty();
        assertThatThrownBy(lock::held).isInstanceOf(OpsException.class);
        lock.close();
    }

    @Test
    void whileZooKeeperIsAwayNobodyIsSureToHaveIt() {
        try (Discovery hurried = Discovery.zookeeper(house.options().withPatience(Duration.ofMillis(500)))) {
            OperatorLock lock = locks(hurried).tryLock("scale-in").orElseThrow();
            house.stop();

            assertThat(lock.held()).isFalse();
            lock.close();
        }
    }

    @Test
    void aProtectedClusterHasAProtectedLock() {
        try (Discovery entitled = Discovery.zookeeper(house.options().withCredentials("root", Secret.of("pw")));
                OperatorLock lock = locks(entitled).tryLock("scale-in").orElseThrow()) {
            assertThat(lock.held()).isTrue();
            assertThatThrownBy(() -> locks(theirs).holder()).isInstanceOf(OpsException.class);
        }
    }

    @Test
    void withoutAClusterThereIsNothingToLock() {
        try (Discovery elsewhere = Discovery.zookeeper(house.connect(), "/nowhere")) {
            assertThatThrownBy(() -> locks(elsewhere).tryLock("x"))
                    .isInstanceOfAny(UpstreamFailedException.class, NotFoundException.class);
        }
    }

    @Test
    void aListOfNameServersHasNoPlaceForALock() {
        assertThat(Discovery.nameServers("a:1").locks()).isEmpty();
    }
}
