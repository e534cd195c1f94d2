package dev.opsdk.simulator.openmldb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationsTest extends ClusterTest {

    private static final Duration TASK = Duration.ofMillis(500);

    private List<String> tasksSeen() {
        List<String> seen = new ArrayList<>();
        while (lastOp().status() != OpStatus.DONE) {
            sim.advance(TASK);
            seen.add(lastOp().task());
        }
        return seen;
    }

    @Test
    void anOperationWaitsBeforeItRunsAndShowsNoTaskWhenItIsDone() {
        asked.ns("ChangeLeader", t1(at("candidate_leader", "auto")));
        JsonNode waiting = asked.ns("ShowOPStatus", "{}").path("op_status").path(0);
        assertThat(waiting.path("status").asText()).isEqualTo("kInited");
        assertThat(waiting.path("start_time").asLong()).isZero();
        assertThat(waiting.path("task_type").asText()).isEqualTo("-");
        assertThat(tasksSeen()).containsExactly("kSelectLeader", "kChangeLeader", "kUpdateLeaderInfo", "-");
        JsonNode done = asked.ns("ShowOPStatus", "{}").path("op_status").path(0);
        assertThat(done.path("end_time").asLong()).isGreaterThan(0);
    }

    @Test
    void theOldLeaderStaysLeaderAndIsNotAliveUntilItIsRecovered() {
        asked.ns("ChangeLeader", t1(at("candidate_leader", b)));
        settle();
        assertThat(asked.meta("t1", 0, a).path("is_leader").asBoolean()).isTrue();
        assertThat(asked.meta("t1", 0, a).path("is_alive").asBoolean(true)).isFalse();
        assertThat(asked.meta("t1", 0, b).path("is_leader").asBoolean()).isTrue();
        assertThat(asked.code("DelReplicaNS", t1(at("endpoint", a)))).isEqualTo(102);
        assertThat(asked.code("RecoverTable", t1(at("endpoint", a)))).isZero();
        settle();
        assertThat(asked.meta("t1", 0, a).path("is_leader").asBoolean(true)).isFalse();
        assertThat(sim.ops())
                .extracting(OpView::type)
                .containsExactly("kChangeLeaderOP", "kRecoverTableOP", "kReAddReplicaSimplifyOP");
        assertThat(sim.view().isHealthy()).isTrue();
        assertThat(sim.view().leader("demo_db", "t1", 0)).contains(b);
    }

    @Test
    void theChildOfARecoveryExistsBeforeItsParentHasEnded() {
        sim.breakReplica("demo_db", "t1", 0, b);
        asked.ns("RecoverTable", t1(at("endpoint", b)));
        for (int i = 0; i < 40 && sim.ops().size() < 2; i++) {
            assertThat(sim.ops().get(0).status()).isNotEqualTo(OpStatus.DONE);
            sim.advance(Duration.ofMillis(100));
        }
        assertThat(sim.ops()).hasSize(2);
    }

    @Test
    void addingAReplicaWorksThroughItsTasks() {
        asked.ns("AddReplicaNS", single(at("endpoint", a)));
        assertThat(tasksSeen())
                .containsExactly(
                        "kPauseSnapshot",
                        "kSendSnapshot",
                        "kLoadTable",
                        "kAddReplica",
                        "kRecoverSnapshot",
                        "kAddTableInfo",
                        "kCheckBinlogSyncProgress",
                        "kUpdatePartitionStatus",
                        "-");
        assertThat(sim.view().replica("demo_db", "single", 0, a))
                .hasValueSatisfying(replica -> assertThat(replica.isHealthy()).isTrue())
                .hasValueSatisfying(replica -> assertThat(replica.rows()).isEqualTo(3));
    }

    @Test
    void aSecondRequestForTheSameReplicaIsAcceptedAndFails() {
        assertThat(asked.code("AddReplicaNS", single(at("endpoint", a)))).isZero();
        assertThat(asked.code("AddReplicaNS", single(at("endpoint", a)))).isZero();
        settle();
        assertThat(sim.ops()).extracting(OpView::status).containsExactly(OpStatus.DONE, OpStatus.FAILED);
        assertThat(lastOp().task()).isEqualTo("kSendSnapshot");
        assertThat(asked.code("AddReplicaNS", single(at("endpoint", a)))).isEqualTo(317);
    }

    @Test
    void aMigrationMovesAFollower() {
        asked.ns(
                "Migrate",
                "{\"db\":\"demo_db\",\"name\":\"t1\",\"pid\":[0]" + at("src_endpoint", b) + at("des_endpoint", c)
                        + "}");
        assertThat(tasksSeen())
                .containsExactly(
                        "kPauseSnapshot",
                        "kSendSnapshot",
                        "kRecoverSnapshot",
                        "kLoadTable",
                        "kAddReplica",
                        "kAddTableInfo",
                        "kCheckBinlogSyncProgress",
                        "kDelReplica",
                        "kUpdateTableInfo",
                        "kDropTable",
                        "-");
        assertThat(sim.view().partition("demo_db", "t1", 0))
                .extracting(ReplicaView::endpoint)
                .containsExactly(a, c);
        assertThat(sim.view().isHealthy()).isTrue();
        assertThat(asked.tablet(1, "GetTableStatus", "{\"tid\":6,\"pid\":0}").has("all_table_status"))
                .isFalse();
    }

    @Test
    void deletingAReplicaTakesItOffTheTablet() {
        assertThat(asked.code("DelReplicaNS", t1(at("endpoint", b)))).isZero();
        assertThat(tasksSeen()).containsExactly("kDelReplica", "kDelTableInfo", "kDropTable", "-");
        assertThat(sim.view().partition("demo_db", "t1", 0)).hasSize(1);
    }

    @Test
    void aLaneIsStrictlySerialOverAllTables() {
        asked.ns("AddReplicaNS", single(at("endpoint", a)));
        asked.ns("ChangeLeader", t1(at("candidate_leader", "auto")));
        sim.advance(Duration.ofSeconds(3));
        assertThat(sim.ops()).extracting(OpView::status).containsExactly(OpStatus.DOING, OpStatus.INITED);
        settle();
        assertThat(sim.ops()).extracting(OpView::status).containsOnly(OpStatus.DONE);
    }

    @Test
    void lanesGoByPartitionButAddReplicaAlwaysByTheFirst() {
        sim.table("demo_db", "wide").partitions(2).placedOn(a, b).create();
        String wide = "{\"db\":\"demo_db\",\"name\":\"wide\",\"pid\":";
        asked.ns("MakeSnapshotNS", wide + "0}");
        asked.ns("MakeSnapshotNS", wide + "1}");
        asked.ns("AddReplicaNS", wide + "1" + at("endpoint", c) + "}");
        sim.advance(TASK);
        assertThat(sim.ops())
                .extracting(OpView::status)
                .containsExactly(OpStatus.DOING, OpStatus.DOING, OpStatus.INITED);
    }

    @Test
    void operationsFailWhereTheyAreTold() {
        sim.failOps("kDelReplicaOP", "kDropTable", 1);
        asked.ns("DelReplicaNS", t1(at("endpoint", b)));
        settle();
        assertThat(lastOp().status()).isEqualTo(OpStatus.FAILED);
        assertThat(lastOp().task()).isEqualTo("kDropTable");
    }

    @Test
    void heldOperationsStayWhereTheyAre() {
        sim.holdOps();
        asked.ns("MakeSnapshotNS", t1(""));
        sim.advance(Duration.ofHours(1));
        assertThat(lastOp().status()).isEqualTo(OpStatus.INITED);
        sim.releaseOps();
        settle();
        assertThat(lastOp().status()).isEqualTo(OpStatus.DONE);
    }

    @Test
    void aCanceledOperationEndsAtOnce() {
        asked.ns("AddReplicaNS", single(at("endpoint", a)));
        assertThat(asked.code("CancelOP", "{\"op_id\":1}")).isZero();
        assertThat(asked.code("CancelOP", "{\"op_id\":1}")).isEqualTo(312);
        settle();
        assertThat(lastOp().status()).isEqualTo(OpStatus.CANCELED);
        assertThat(lastOp().task()).isEqualTo("kPauseSnapshot");
        assertThat(sim.view().partition("demo_db", "single", 0)).hasSize(1);
    }

    @Test
    void endedOperationsCanBeDeleted() {
        asked.ns("MakeSnapshotNS", t1(""));
        settle();
        assertThat(asked.code("DeleteOP", "{\"op_id\":1}")).isZero();
        assertThat(asked.code("DeleteOP", "{\"op_id\":1}")).isEqualTo(136);
        assertThat(asked.code("DeleteOP", "{\"status\":\"kDoing\"}")).isEqualTo(307);
        assertThat(asked.code("DeleteOP", "{}")).isEqualTo(307);
        assertThat(sim.ops()).isEmpty();
    }

    @Test
    void filtersSelectOperations() {
        asked.ns("MakeSnapshotNS", t1(""));
        asked.ns("MakeSnapshotNS", single(""));
        assertThat(asked.ns("ShowOPStatus", "{\"name\":\"single\"}").path("op_status"))
                .hasSize(1);
        assertThat(asked.ns("ShowOPStatus", "{\"pid\":0}").path("op_status")).hasSize(2);
        assertThat(asked.ns("ShowOPStatus", "{\"pid\":1}").has("op_status")).isFalse();
        assertThat(asked.ns("ShowOPStatus", "{\"op_id\":\"2\"}").path("op_status"))
                .hasSize(1);
        assertThat(asked.ns("ShowOPStatus", "{\"db\":\"\"}").has("op_status")).isFalse();
    }

    @Test
    void aHangingTabletKeepsOperationsFromEnding() {
        asked.ns("MakeSnapshotNS", t1(""));
        sim.tablet(2).hang();
        sim.advance(Duration.ofMinutes(5));
        assertThat(lastOp().status()).isEqualTo(OpStatus.DOING);
        sim.tablet(2).release();
        settle();
        assertThat(lastOp().status()).isEqualTo(OpStatus.DONE);
    }

    @Test
    void aTaskFailsWhenItsTabletStaysAway() {
        asked.ns("AddReplicaNS", single(at("endpoint", a)));
        sim.advance(Duration.ofMillis(1100));
        assertThat(lastOp().task()).isEqualTo("kSendSnapshot");
        sim.tablet(0).kill();
        sim.advance(Duration.ofSeconds(50));
        assertThat(lastOp().status()).isEqualTo(OpStatus.DOING);
        sim.advance(Duration.ofSeconds(11));
        assertThat(lastOp().status()).isEqualTo(OpStatus.FAILED);
    }

    @Test
    void takingATabletOutAndInAgain() {
        assertThat(asked.code("OfflineEndpoint", "{\"endpoint\":\"" + a + "\"}"))
                .isZero();
        settle();
        assertThat(sim.view().leader("demo_db", "t1", 0)).contains(b);
        assertThat(sim.view().leaderCounts()).containsEntry(a, 0);
        assertThat(asked.code("RecoverEndpoint", "{\"endpoint\":\"" + a + "\"}"))
                .isZero();
        settle();
        assertThat(sim.view().isHealthy()).isTrue();
    }

    @Test
    void withoutTaskTimeEverythingEndsAtTheFirstTouchOfTheClock() {
        try (OpenMldbSimulator fast = OpenMldbSimulator.builder()
                .sockets(false)
                .autoFailover(false)
                .taskTime(Duration.ZERO)
                .start()) {
            fast.table("demo_db", "t1")
                    .placedOn(fast.tablet(0).endpoint(), fast.tablet(1).endpoint())
                    .create();
            new Asked(fast).ns("ChangeLeader", t1(at("candidate_leader", "auto")));
            fast.advance(Duration.ZERO);
            assertThat(fast.ops()).extracting(OpView::status).containsOnly(OpStatus.DONE);
        }
    }
}
