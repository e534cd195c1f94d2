package dev.opsdk.simulator.openmldb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.curator.test.TestingServer;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ZooKeeperTest {

    private static final String ROOT = "/some/openmldb";

    private TestingServer server;
    private ZooKeeper client;

    @BeforeEach
    void start() throws Exception {
        server = new TestingServer(true);
        CountDownLatch connected = new CountDownLatch(1);
        client = new ZooKeeper(server.getConnectString(), 20_000, event -> {
            if (event.getState() == Watcher.Event.KeeperState.SyncConnected) {
                connected.countDown();
            }
        });
        assertThat(connected.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.close();
    }

    private String data(String path) throws Exception {
        return new String(client.getData(ROOT + path, false, null), StandardCharsets.UTF_8);
    }

    private List<String> children(String path) throws Exception {
        return client.getChildren(ROOT + path, false).stream().sorted().toList();
    }

    private String leader() throws Exception {
        return data("/leader/" + children("/leader").get(0));
    }

    private static OpenMldbSimulatorBuilder cluster() {
        return OpenMldbSimulator.builder().sockets(false);
    }

    @Test
    void theLeaderIsTheFirstOfTheLocks() throws Exception {
        try (OpenMldbSimulator sim = cluster().start().registerIn(server.getConnectString(), ROOT)) {
            assertThat(children("/leader")).hasSize(2).allMatch(name -> name.matches("lock_request\\d{10}"));
            assertThat(leader()).isEqualTo(sim.nameServerEndpoints().get(0));
            sim.failOver();
            assertThat(leader()).isEqualTo(sim.nameServerEndpoints().get(1));
            assertThat(children("/leader")).hasSize(2);
            sim.nameServer(1).kill();
            assertThat(leader()).isEqualTo(sim.nameServerEndpoints().get(0));
            sim.nameServer(1).restart();
            assertThat(children("/leader")).hasSize(2);
        }
    }

    @Test
    void tabletsComeAndGo() throws Exception {
        try (OpenMldbSimulator sim = cluster().start().registerIn(server.getConnectString(), ROOT)) {
            String first = sim.tablet(0).endpoint();
            assertThat(children("/nodes")).hasSize(3);
            assertThat(data("/nodes/" + first)).isEqualTo("startup_" + first);
            sim.tablet(0).kill();
            assertThat(children("/nodes")).hasSize(2).doesNotContain(first);
            sim.tablet(0).restart();
            sim.addTablet();
            assertThat(children("/nodes")).hasSize(4);
        }
    }

    @Test
    void settingsAndDatabasesAreThere() throws Exception {
        try (OpenMldbSimulator sim = cluster().start().registerIn(server.getConnectString(), ROOT)) {
            assertThat(data("/config/auto_failover")).isEqualTo("true");
            String before = data("/table/notify");
            new Asked(sim).ns("ConfSet", "{\"conf\":{\"key\":\"auto_failover\",\"value\":\"false\"}}");
            assertThat(data("/config/auto_failover")).isEqualTo("false");
            assertThat(data("/table/notify")).isNotEqualTo(before);
            sim.database("demo_db");
            assertThat(children("/db"))
                    .containsExactly("INFORMATION_SCHEMA", "__INTERNAL_DB", "__PRE_AGG_DB", "demo_db");
        }
    }

    @Test
    void namesAreMappedToAddresses() throws Exception {
        try (OpenMldbSimulator sim =
                cluster().useNames(true).sdkEndpoints(true).start().registerIn(server.getConnectString(), ROOT)) {
            assertThat(leader()).isEqualTo("ns_1");
            assertThat(data("/map/names/ns_1"))
                    .isEqualTo(sim.nameServerEndpoints().get(0));
            assertThat(data("/map/names/tablet_3")).isEqualTo(sim.tablet(2).address());
            assertThat(data("/map/sdkendpoints/tablet_3"))
                    .isEqualTo(sim.tablet(2).address());
            assertThat(children("/nodes")).contains("tablet_1");
        }
    }

    @Test
    void withCredentialsNobodyElseReads() throws Exception {
        try (OpenMldbSimulator sim = cluster().start().registerIn(server.getConnectString(), ROOT, "admin:secret")) {
            assertThatThrownBy(() -> children("/leader")).isInstanceOf(KeeperException.NoAuthException.class);
            client.addAuthInfo("digest", "admin:secret".getBytes(StandardCharsets.UTF_8));
            assertThat(leader()).isEqualTo(sim.nameServerEndpoints().get(0));
        }
    }

    @Test
    void whenTheClusterEndsItsProcessesAreGoneAndItsSettingsStay() throws Exception {
        cluster().start().registerIn(server.getConnectString(), ROOT).close();
        assertThat(children("/nodes")).isEmpty();
        assertThat(children("/leader")).isEmpty();
        assertThat(data("/config/auto_failover")).isEqualTo("true");
    }
}
