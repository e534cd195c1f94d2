package dev.opsdk.openmldb;

import static dev.opsdk.openmldb.Mldb.T1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.core.Secret;
import dev.opsdk.openmldb.model.LoadTable;
import dev.opsdk.openmldb.model.OpState;
import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.model.StorageMode;
import dev.opsdk.openmldb.model.TableMode;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the server would silently misread never leaves; see the recordings marked as traps. */
class BadInputTest {
    private record Bad(String what, String said, Consumer<OpenMldbOps> call) {}

    private static Bad ns(String what, String said, Consumer<NameServer> call) {
        return new Bad(what, said, mldb -> call.accept(mldb.nameServer()));
    }

    private static Bad tablet(String what, String said, Consumer<TabletServer> call) {
        return new Bad(what, said, mldb -> call.accept(mldb.tablet("t:1")));
    }

    private static List<Bad> bad() {
        return List.of(
                ns("table without a name", "name is blank", n -> n.table("demo_db", "")),
                ns("name with a line break", "control character", n -> n.table("demo_db", "a\nb")),
                ns("table of a replica", "name is blank", n -> n.addReplicas("db", " ", List.of(0L), "t:1")),
                ns("no pid to add", "no partition is named", n -> n.addReplicas("db", "t", List.of(), "t:1")),
                ns("no pid to delete", "no partition is named", n -> n.delReplicas("db", "t", List.of(), "t:1")),
                ns(
                        "no pid to move",
                        "would say yes and do nothing",
                        n -> n.migrate("db", "t", List.of(), "a:1", "b:1")),
                ns("negative pid", "pid is -1", n -> n.migrate("db", "t", List.of(-1L), "a:1", "b:1")),
                ns(
                        "pid that means none",
                        "pid is 4294967295",
                        n -> n.addReplicas("db", "t", List.of(4294967295L), "t:1")),
                ns("to itself", "both a:1", n -> n.migrate(T1, "a:1", "a:1")),
                ns("no candidate", "candidate is blank", n -> n.changeLeader(T1, "")),
                ns("no source", "source is blank", n -> n.migrate(T1, "", "b:1")),
                ns("a URL as endpoint", "neither host:port nor a server name", n -> n.recoverTable(T1, "http://t:1")),
                ns("an endpoint with a blank", "neither host:port", n -> n.recoverTable(T1, "t: 1")),
                ns("no endpoint", "tablet is blank", n -> n.offlineEndpoint("")),
                ns("no lane", "concurrency is 0", n -> n.offlineEndpoint("t:1", 0)),
                ns("too many lanes", "it must be 1 to 8", n -> n.recoverEndpoint("t:1", true, 9)),
                ns("negative op", "id is -1", n -> n.op(-1)),
                ns("negative op to cancel", "id is -1", n -> n.cancelOp(-1)),
                ns("negative op to delete", "id is -1", n -> n.deleteOp(-1)),
                ns("negative offset", "offset is -7", n -> n.makeSnapshot(T1, -7)),
                ns("running ops", "cancelOp(id)", n -> n.deleteOps("db", OpState.Known.DOING)),
                ns("waiting ops", "cancelOp(id)", n -> n.deleteOps("db", OpState.Known.INITED)),
                ns("ops of no database", "name is blank", n -> n.deleteOps("", OpState.Known.FAILED)),
                tablet("no table", "tid is 0", t -> t.partition(0, 0)),
                tablet("negative pid", "pid is -1", t -> t.followers(6, -1)),
                new Bad("tablet without a name", "tablet is blank", mldb -> mldb.tablet(" ")),
                new Bad("tablet as URL", "neither host:port", mldb -> mldb.tablet("http://t:1/")));
    }

    @TestFactory
    Stream<DynamicTest> isRefusedBeforeAnythingIsSent() {
        return bad().stream()
                .map(bad -> DynamicTest.dynamicTest(bad.what(), () -> {
                    try (FakeNameServer server = FakeNameServer.leading();
                            OpenMldbOps mldb = OpenMldbOps.connect(server.name())) {
                        assertThatThrownBy(() -> bad.call().accept(mldb))
                                .isExactlyInstanceOf(IllegalArgumentException.class)
                                .hasMessageContaining(bad.said());
                        assertThat(server.asked()).isEmpty();
                    }
                }));
    }

    private static void refused(String said, Runnable call) {
        assertThatThrownBy(call::run)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    @Test
    void whatNoTabletCanLoadIsNotAskedFor() {
        TableMode.Known leader = TableMode.Known.LEADER;
        StorageMode.Known memory = StorageMode.Known.MEMORY;
        refused("name is blank", () -> new LoadTable("", 6, 1, leader, memory, 8));
        refused("tid is 0", () -> new LoadTable("t", 0, 1, leader, memory, 8));
        refused("pid is -1", () -> new LoadTable("t", 6, -1, leader, memory, 8));
        refused("tid is 2147483648", () -> new LoadTable("t", 2147483648L, 1, leader, memory, 8));
        refused("segments is 0", () -> new LoadTable("t", 6, 1, leader, memory, 0));
        refused("storage mode is unknown", () -> new LoadTable("t", 6, 1, leader, StorageMode.Known.UNKNOWN, 8));
        refused("the table's name is blank", () -> new PartitionId("db", "", 0));
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        refused("no nameserver is listed", OpenMldbOps::connect);
        refused("is blank", () -> OpenMldbOps.connect("a:1", " "));
        refused("not host:port", () -> OpenMldbOps.builder().address("t1", "10.0.0.1"));
        refused("no cluster is configured", () -> OpenMldbOps.builder().build());
        refused("cannot be negative", () -> OpenMldbOps.builder().leaderWindow(Duration.ofMillis(-1)));
        refused("not host:port", () -> Discovery.zookeeper("http://zk:2181", "/openmldb"));
        refused("no path such as /openmldb", () -> Discovery.zookeeper("zk:2181", "openmldb"));
        refused("no path such as /openmldb", () -> Discovery.zookeeper("zk:2181", "/openmldb/"));
        refused(
                "sessionTimeout is PT0S",
                () -> ZooKeeperOptions.of("zk:1", "/r").withSessionTimeout(Duration.ZERO));
        refused("patience is PT0S", () -> ZooKeeperOptions.of("zk:1", "/r").withPatience(Duration.ZERO));
        refused("colon", () -> ZooKeeperOptions.of("zk:1", "/r").withCredentials("a:b", Secret.of("x")));
    }

    @Test
    void credentialsThatNoHeaderCanHoldAreRefused() {
        refused("colon", () -> OpenMldbOps.builder().user("a:b", Secret.of("x")));
        refused("blank", () -> OpenMldbOps.builder().user(" ", Secret.of("x")));
        refused("line break", () -> OpenMldbOps.builder().serviceToken(Secret.of("a\nb")));
        refused("no header can hold", () -> OpenMldbOps.builder().user("\u00fcser", Secret.of("x")));
    }
}
