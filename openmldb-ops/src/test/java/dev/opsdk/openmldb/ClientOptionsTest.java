package dev.opsdk.openmldb;

import static dev.opsdk.openmldb.Mldb.T1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.opsdk.core.Secret;
import dev.opsdk.core.call.Authorization;
import dev.opsdk.core.internal.Environment;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.CapturedLogs;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.core.testkit.PlantedSecrets;
import dev.opsdk.openmldb.model.LoadTable;
import dev.opsdk.openmldb.model.ReturnCode;
import dev.opsdk.openmldb.model.StorageMode;
import dev.opsdk.openmldb.model.TableInfo;
import dev.opsdk.openmldb.model.TableMode;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Credentials, addresses, and where the client gets them from. */
class ClientOptionsTest {
    private static final String SHA256_OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static String headerSent(OpenMldbOps.Builder builder, FaultServer server) {
        try (OpenMldbOps mldb = builder.build()) {
            mldb.nameServer().cancelOp(1);
            return server.arrivals().get(server.arrived() - 1).headers().get("Authorization");
        }
    }

    @Test
    void whoCallsIsAlwaysSaid() {
        try (FaultServer server = Mldb.answering(Mldb.OK)) {
            assertThat(headerSent(Mldb.builder(server), server)).isEqualTo("sdefault");
            assertThat(headerSent(Mldb.builder(server).user("root", Secret.of("")), server))
                    .isEqualTo("uroot:1" + SHA256_OF_NOTHING);
            assertThat(headerSent(Mldb.builder(server).serviceToken(Secret.of("abc")), server))
                    .isEqualTo("sabc");
            assertThat(headerSent(
                            Mldb.builder(server)
                                    .authorization(() -> new Authorization("Authorization", Secret.of("xyz"))),
                            server))
                    .isEqualTo("xyz");
        }
    }

    @Test
    void secretsAreSeenNowhere() {
        PlantedSecrets secrets = new PlantedSecrets();
        Secret password = secrets.secret();
        Secret token = secrets.secret();
        Secret other = secrets.secret();
        try (CapturedLogs logs = CapturedLogs.start()) {
            for (OpenMldbOps.Builder builder : new OpenMldbOps.Builder[] {
                OpenMldbOps.builder().user("root", password),
                OpenMldbOps.builder().serviceToken(token),
                OpenMldbOps.builder().authorization(() -> new Authorization("Authorization", other))
            }) {
                String echo = "{\"code\":305,\"msg\":\"said " + password.reveal() + " " + token.reveal() + "\"}";
                try (FaultServer server =
                                FaultServer.start(Answer.json(echo)).prelude("/NameServer/ConfGet", Mldb.LEADS);
                        OpenMldbOps mldb = builder.nameServers(server.url().authority())
                                .address("tablet_a", server.url().authority())
                                .build()) {
                    mldb.nameServer().leader();
                    String header = server.arrivals().isEmpty() ? "" : "x";
                    assertThat(header).isEmpty();
                    secrets.assertNowhere(
                            mldb,
                            mldb.nameServer(),
                            mldb.nameServer().requests().cancelOp(1),
                            mldb.nameServer().requests().cancelOp(1).curl(),
                            mldb.tablet("tablet_a"),
                            mldb.discovery());
                    assertThat(mldb.nameServer().requests().cancelOp(1).curl()).contains("-H 'Authorization: ***'");
                }
            }
            secrets.assertNowhere(logs.text());
        }
    }

    @Test
    void aServerThatRepeatsACredentialIsMasked() {
        PlantedSecrets secrets = new PlantedSecrets();
        Secret password = secrets.secret();
        Secret token = secrets.secret();
        secrets.assertNowhere(
                echoed(OpenMldbOps.builder().user("root", password), password),
                echoed(OpenMldbOps.builder().serviceToken(token), token));
        secrets.assertNowhere(ZooKeeperOptions.of("zk:1", "/r").withCredentials("root", password));
    }

    private static Throwable echoed(OpenMldbOps.Builder builder, Secret secret) {
        String echo = "{\"code\":305,\"msg\":\"said " + secret.reveal() + "\"}";
        try (FaultServer server = FaultServer.start(Answer.json(echo)).prelude("/NameServer/ConfGet", Mldb.LEADS);
                OpenMldbOps mldb = builder.nameServers(server.url().authority()).build()) {
            Throwable thrown = catchThrowable(() -> mldb.nameServer().cancelOp(1));
            assertThat(thrown).hasMessageContaining("305 said ***");
            return thrown;
        }
    }

    @Test
    void theEnvironmentSaysWhereTheClusterIs() {
        try (OpenMldbOps mldb = from(Map.of(
                "OPSDK_OPENMLDB_NAMESERVERS", "a:7527, b:7527",
                "OPSDK_OPENMLDB_USER", "root",
                "OPSDK_OPENMLDB_PASSWORD", "pw",
                "OPSDK_OPENMLDB_READ_ONLY", "true"))) {
            assertThat(mldb).hasToString("OpenMldbOps[nameservers [a:7527, b:7527]] read-only");
            assertThat(mldb.nameServer().requests().autoFailover(true).curl()).contains("***");
            assertThat(mldb.locks()).isEmpty();
        }
        try (OpenMldbOps mldb = from(Map.of("OPSDK_OPENMLDB_ZK", "zk:2181", "OPSDK_OPENMLDB_ZK_ROOT", "/openmldb"))) {
            assertThat(mldb).hasToString("OpenMldbOps[ZooKeeper zk:2181/openmldb]");
        }
        assertThatThrownBy(() -> from(Map.of())).hasMessageContaining("none is set");
        assertThatThrownBy(() -> from(Map.of("OPSDK_OPENMLDB_ZK", "zk:1", "OPSDK_OPENMLDB_NAMESERVERS", "a:1")))
                .hasMessageContaining("both are set");
        assertThatThrownBy(() -> from(Map.of("OPSDK_OPENMLDB_ZK", "zk:1")))
                .hasMessageContaining("OPSDK_OPENMLDB_ZK_ROOT is not set");
    }

    @Test
    void theVariableThatIsWrongIsNamed() {
        assertThatThrownBy(() -> from(Map.of("OPSDK_OPENMLDB_ZK", "zk:1", "OPSDK_OPENMLDB_ZK_ROOT", "openmldb")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("OPSDK_OPENMLDB_ZK_ROOT: the root is no path");
        assertThatThrownBy(() -> from(Map.of("OPSDK_OPENMLDB_ZK", "zk 1", "OPSDK_OPENMLDB_ZK_ROOT", "/openmldb")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("OPSDK_OPENMLDB_ZK: the address");
        assertThatThrownBy(() -> from(Map.of("OPSDK_OPENMLDB_NAMESERVERS", "a:1", "OPSDK_OPENMLDB_USER", "a:b")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("OPSDK_OPENMLDB_USER: the user's name");
    }

    @Test
    void veryLongAddressesOfZooKeeperAreRefused() {
        assertThatThrownBy(() -> ZooKeeperOptions.of("zk:1" + ",zk:1".repeat(20_000), "/openmldb"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ZooKeeperOptions.of("zk:1", "/a".repeat(20_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static OpenMldbOps from(Map<String, String> env) {
        return OpenMldbOps.fromEnv(Environment.of(env));
    }

    @Test
    void aNameIsDialledWhereTheNameServerSaysThatItIs() {
        try (FakeNameServer leader = FakeNameServer.leading();
                FakeNameServer tablet = FakeNameServer.leading();
                OpenMldbOps mldb = OpenMldbOps.connect(leader.name())) {
            leader.play(method -> FakeNameServer.answer(
                    "{\"code\":0,\"conf\":{},\"tablets\":[{\"endpoint\":\"tablet_b\",\"state\":\"kHealthy\",\"real_endpoint\":\""
                            + tablet.name() + "\"}]}"));

            assertThat(mldb.tablet("tablet_b").partitions()).isEmpty();
            assertThat(mldb.tablet("tablet_b").partitions()).isEmpty();

            assertThat(tablet.asked()).containsExactly("GetTableStatus", "GetTableStatus");
            assertThat(leader.asked()).containsExactly("ConfGet", "ShowTablet");
            assertThatThrownBy(() -> mldb.tablet("tablet_c").partitions())
                    .hasMessageContaining("nobody knows the address of 'tablet_c'");
        }
    }

    @Test
    void whatTheBuilderWasToldCountsMost() {
        try (FakeNameServer leader = FakeNameServer.leading();
                FakeNameServer tablet = FakeNameServer.leading();
                OpenMldbOps mldb = OpenMldbOps.builder()
                        .nameServers("ns1:7527")
                        .address("ns1:7527", leader.name())
                        .address("10.0.0.3:10921", tablet.name())
                        .build()) {
            assertThat(mldb.nameServer().leader()).isEqualTo("ns1:7527");
            assertThat(mldb.tablet("10.0.0.3:10921").partitions()).isEmpty();
            assertThat(mldb.tablet("10.0.0.3:10921").endpoint()).isEqualTo("10.0.0.3:10921");
            assertThat(mldb.tablet("10.0.0.3:10921")).hasToString("tablet 10.0.0.3:10921 of " + mldb);
        }
    }

    @Test
    void aPlanCanBeShownBeforeAnybodyIsKnown() {
        try (OpenMldbOps mldb = OpenMldbOps.connect("ns:7527")) {
            LoadTable load = new LoadTable("t1", 6, 1, TableMode.Known.FOLLOWER, StorageMode.Known.HDD, 8);

            assertThat(mldb.nameServer().requests().makeSnapshot(T1).url())
                    .isEqualTo("http://whoever-leads:7527/NameServer/MakeSnapshotNS");
            assertThat(mldb.tablet("tablet_a").loadRequest(load).url())
                    .isEqualTo("http://tablet_a:10921/TabletServer/LoadTable");
            assertThat(mldb.tablet("tablet_a").loadRequest(load).body().orElseThrow())
                    .contains("\"storage_mode\":\"kHDD\",\"mode\":\"kTableFollower\"");
        }
    }

    @Test
    void aTableSaysHowItIsLoaded() {
        TableInfo table = TableInfo.builder()
                .name("t1")
                .tid(6)
                .segments(4)
                .storageMode(StorageMode.of("kSSD"))
                .build();

        assertThat(LoadTable.of(table, 1, TableMode.Known.LEADER))
                .isEqualTo(new LoadTable("t1", 6, 1, TableMode.Known.LEADER, StorageMode.Known.SSD, 4));
        assertThatThrownBy(() -> LoadTable.of(
                        TableInfo.builder()
                                .name("t1")
                                .tid(6)
                                .storageMode(StorageMode.of("kTape"))
                                .build(),
                        1,
                        TableMode.Known.LEADER))
                .hasMessageContaining("not known");
        assertThat(ReturnCode.of(300).meaning()).isPresent();
    }

    @Test
    void withoutTheZooKeeperClientItIsSaidWhatIsMissing() throws Exception {
        URL[] without = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("zookeeper"))
                .map(ClientOptionsTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(without, ClassLoader.getPlatformClassLoader())) {
            Class<?> there = loader.loadClass("dev.opsdk.openmldb.Discovery");

            assertThatThrownBy(() -> there.getMethod("zookeeper", String.class, String.class)
                            .invoke(null, "zk:2181", "/openmldb"))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("org.apache.zookeeper:zookeeper");
            Object list = there.getMethod("nameServers", String[].class).invoke(null, (Object) new String[] {"a:1"});
            assertThat(list).hasToString("nameservers [a:1]");
        }
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
