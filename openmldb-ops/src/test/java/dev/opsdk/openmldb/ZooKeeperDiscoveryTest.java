package dev.opsdk.openmldb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.core.Secret;
import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.error.ForbiddenException;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.testkit.FakeTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a real ZooKeeper, with the nodes that the servers leave there. */
class ZooKeeperDiscoveryTest {
    private final ZooKeeperHouse house = new ZooKeeperHouse();
    private final Discovery discovery = Discovery.zookeeper(house.options());

    @AfterEach
    void close() {
        discovery.close();
        house.close();
    }

    @Test
    void theSmallestChildLeadsAndEachNameCountsOnce() {
        house.put("/openmldb/leader/lock_request0000000012", "ns2:7527");
        house.put("/openmldb/leader/lock_request0000000003", "ns1:7527");
        house.put("/openmldb/leader/lock_request0000000020", "ns1:7527");
        house.put("/openmldb/leader/lock_request0000000021", "ns3:7527\n");

        assertThat(discovery.nameServers()).containsExactly("ns1:7527", "ns2:7527", "ns3:7527");

        house.delete("/openmldb/leader/lock_request0000000003");
        assertThat(discovery.nameServers()).containsExactly("ns2:7527", "ns1:7527", "ns3:7527");
    }

    @Test
    void aRootWithoutAClusterIsSaid() {
        assertThatThrownBy(discovery::nameServers)
                .isExactlyInstanceOf(NotFoundException.class)
                .hasMessageContaining("there is no node /openmldb/leader")
                .hasMessageContaining("zk_root_path");
    }

    @Test
    void addressesAreThoseForSdksThenThoseOfNames() {
        house.put("/openmldb/map/names/tablet_a", "10.0.0.1:10921");
        house.put("/openmldb/map/names/tablet_b", "10.0.0.2:10921");
        house.put("/openmldb/map/sdkendpoints/tablet_b", "192.168.0.2:10921");
        house.put("/openmldb/map/sdkendpoints/10.0.0.3:10921", "192.168.0.3:10921");

        assertThat(discovery.address("tablet_a")).hasValue("10.0.0.1:10921");
        assertThat(discovery.address("tablet_b")).hasValue("192.168.0.2:10921");
        assertThat(discovery.address("10.0.0.3:10921")).hasValue("192.168.0.3:10921");
        assertThat(discovery.address("10.0.0.4:10921")).isEmpty();
    }

    @Test
    void addressesAreRememberedUntilSomethingMoves() {
        house.put("/openmldb/map/names/tablet_a", "10.0.0.1:10921");
        assertThat(discovery.address("tablet_a")).hasValue("10.0.0.1:10921");

        house.put("/openmldb/map/names/tablet_a", "10.0.0.9:10921");
        assertThat(discovery.address("tablet_a")).hasValue("10.0.0.1:10921");

        discovery.refresh();
        assertThat(discovery.address("tablet_a")).hasValue("10.0.0.9:10921");
    }

    @Test
    void nearlineTabletsAreLeftOut() {
        house.put("/openmldb/nodes/t2:10921", "startup_t2:10921");
        house.put("/openmldb/nodes/t1:10921", "t1:10921");
        house.put("/openmldb/nodes/NLTABLET_t3:10921", "t3:10921");

        assertThat(discovery.aliveTablets()).hasValue(List.of("t1:10921", "t2:10921"));
        assertThat(Discovery.nameServers("a:1").aliveTablets()).isEmpty();
    }

    @Test
    void protectedNodesNeedCredentials() {
        house.protect("/openmldb/leader", "root", "Zq7Zoo");

        assertThatThrownBy(discovery::nameServers)
                .isExactlyInstanceOf(ForbiddenException.class)
                .hasMessageContaining("ZooKeeperOptions.withCredentials");
        try (Discovery entitled = Discovery.zookeeper(house.options().withCredentials("root", Secret.of("Zq7Zoo")))) {
            assertThat(entitled.nameServers()).isEmpty();
        }
        try (Discovery wrong = Discovery.zookeeper(house.options().withCredentials("root", Secret.of("Zq7Wrong")))) {
            assertThatThrownBy(wrong::nameServers)
                    .isExactlyInstanceOf(ForbiddenException.class)
                    .hasMessageNotContaining("Zq7");
        }
    }

    @Test
    void aZooKeeperThatIsGoneIsSaidAndOneThatCameBackIsAskedAgain() {
        house.put("/openmldb/leader/lock_request0000000001", "ns1:7527");
        house.put("/openmldb/map/names/tablet_a", "10.0.0.1:10921");
        try (Discovery hurried = Discovery.zookeeper(house.options().withPatience(Duration.ofMillis(500)))) {
            assertThat(hurried.nameServers()).containsExactly("ns1:7527");
            assertThat(hurried.address("tablet_a")).hasValue("10.0.0.1:10921");

            house.stop();
            assertThatThrownBy(hurried::nameServers).isExactlyInstanceOf(UnreachableException.class);
            hurried.refresh();
            assertThat(hurried.address("tablet_a"))
                    .as("an old address is better than none")
                    .hasValue("10.0.0.1:10921");
        }

        house.restart();
        assertThat(discovery.nameServers()).containsExactly("ns1:7527");
    }

    @Test
    void waitingForZooKeeperCanBeInterrupted() {
        house.stop();
        Thread.currentThread().interrupt();

        assertThatThrownBy(discovery::nameServers).isExactlyInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aClosedDiscoveryIsOver() {
        discovery.close();

        assertThatThrownBy(discovery::nameServers)
                .isExactlyInstanceOf(CancelledException.class)
                .hasMessageContaining("the discovery is closed");
    }

    @Test
    void aClientFindsItsWayThroughZooKeeper() {
        try (FakeNameServer standby = FakeNameServer.standing();
                FakeNameServer leader = FakeNameServer.leading()) {
            house.put("/openmldb/leader/lock_request0000000001", "ns1");
            house.put("/openmldb/leader/lock_request0000000002", "ns2");
            house.put("/openmldb/map/names/ns1", standby.name());
            house.put("/openmldb/map/names/ns2", leader.name());
            house.put("/openmldb/map/names/tablet_a", leader.name());
            try (OpenMldbOps mldb = OpenMldbOps.builder()
                    .zookeeper(house.options())
                    .timeSource(FakeTime.start())
                    .build()) {
                assertThat(mldb.nameServer().leader()).isEqualTo("ns2");
                assertThat(mldb.nameServer().standbys()).containsExactly("ns1");
                assertThat(mldb.tablet("tablet_a").partitions()).isEmpty();
                assertThat(mldb).hasToString("OpenMldbOps[ZooKeeper " + house.connect() + "/openmldb]");
                assertThat(mldb.locks()).isPresent();

                leader.standBy();
                standby.lead();
                mldb.nameServer().autoFailover(true);
                assertThat(mldb.nameServer().leader()).isEqualTo("ns1");
            }
        }
    }

    @Test
    void aTabletThatMovedIsFoundAgain() {
        FakeNameServer before = FakeNameServer.leading();
        try (FakeNameServer after = FakeNameServer.leading()) {
            house.put("/openmldb/map/names/tablet_a", before.name());
            try (OpenMldbOps mldb = OpenMldbOps.builder()
                    .zookeeper(house.options())
                    .timeSource(FakeTime.start())
                    .build()) {
                assertThat(mldb.tablet("tablet_a").partitions()).isEmpty();
                before.close();
                house.put("/openmldb/map/names/tablet_a", after.name());

                assertThat(mldb.tablet("tablet_a").partitions()).isEmpty();
                assertThat(after.asked()).containsExactly("GetTableStatus");
            }
        }
    }
}
