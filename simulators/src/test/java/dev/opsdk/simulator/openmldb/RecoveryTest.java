package dev.opsdk.simulator.openmldb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecoveryTest extends ClusterTest {

    private String child(String body) {
        assertThat(asked.code("RecoverTable", body)).isZero();
        settle();
        assertThat(lastOp().status()).isEqualTo(OpStatus.DONE);
        return lastOp().type();
    }

    @Test
    void aFollowerThatOnlyWasMarkedDeadIsConnectedAgain() {
        sim.breakReplica("demo_db", "t1", 0, b);
        assertThat(child(t1(at("endpoint", b)))).isEqualTo("kReAddReplicaSimplifyOP");
        assertThat(sim.view().isHealthy()).isTrue();
    }

    @Test
    void aFollowerWithRowsOfItsOwnIsDroppedAndSentAnew() {
        sim.replica("demo_db", "t1", 0, b).diverge(5);
        sim.breakReplica("demo_db", "t1", 0, b);
        assertThat(child(t1(at("endpoint", b)))).isEqualTo("kReAddReplicaWithDropOP");
        assertThat(sim.view().replica("demo_db", "t1", 0, b).orElseThrow().rows())
                .isEqualTo(7);
    }

    @Test
    void aRestartedFollowerLoadsWhatItsDiskHas() {
        sim.tablet(1).kill();
        sim.writeRows("demo_db", "t1", 0, 4);
        sim.tablet(1).restart();
        sim.breakReplica("demo_db", "t1", 0, b);
        assertThat(child(t1(at("endpoint", b)))).isEqualTo("kReAddReplicaNoSendOP");
        assertThat(sim.view().replica("demo_db", "t1", 0, b).orElseThrow().rows())
                .isEqualTo(11);
    }

    @Test
    void aFollowerWithoutDiskIsSentEverything() {
        sim.tablet(1).kill();
        sim.tablet(1).wipeDisk();
        sim.tablet(1).restart();
        sim.breakReplica("demo_db", "t1", 0, b);
        assertThat(child(t1(at("endpoint", b)))).isEqualTo("kReAddReplicaOP");
        assertThat(sim.view().partition("demo_db", "t1", 0)).allMatch(ReplicaView::isHealthy);
    }

    @Test
    void aSingleReplicaInMemoryOnlyNeedsItsStatus() {
        sim.breakReplica("demo_db", "single", 0, c);
        assertThat(child(single(at("endpoint", c)))).isEqualTo("kUpdatePartitionStatusOP");
        assertThat(sim.view().isHealthy()).isTrue();
    }

    @Test
    void aSingleReplicaThatIsNotInMemoryIsLoaded() {
        sim.tablet(2).kill();
        sim.tablet(2).restart();
        sim.breakReplica("demo_db", "single", 0, c);
        assertThat(child(single(at("endpoint", c)))).isEqualTo("kReLoadTableOP");
        assertThat(sim.view().replica("demo_db", "single", 0, c).orElseThrow().rows())
                .isEqualTo(3);
    }

    @Test
    void aReplicaThatTurnedAliveMeanwhileNeedsNoSecondOperation() {
        sim.breakReplica("demo_db", "t1", 0, b);
        asked.ns("RecoverTable", t1(at("endpoint", b)));
        asked.ns("UpdateTableAliveStatus", t1(at("endpoint", b) + ",\"is_alive\":true"));
        settle();
        assertThat(sim.ops()).hasSize(1);
        assertThat(lastOp().status()).isEqualTo(OpStatus.DONE);
    }

    @Test
    void withoutALeaderRecoveringAFollowerSucceedsAndDoesNothing() {
        sim.breakReplica("demo_db", "t1", 0, a);
        sim.breakReplica("demo_db", "t1", 0, b);
        assertThat(asked.code("RecoverTable", t1(at("endpoint", b)))).isZero();
        assertThat(sim.ops()).isEmpty();
    }

    @Test
    void aCandidateOnATabletThatIsAwayMeansSuccessWithoutAnOperation() {
        sim.tablet(1).kill();
        assertThat(asked.code("ChangeLeader", t1(at("candidate_leader", "auto"))))
                .isZero();
        assertThat(sim.ops()).isEmpty();
    }

    @Test
    void anyMethodCanBeMadeToSucceedWithoutAnOperation() {
        sim.codeZeroWithoutOp("AddReplicaNS", 1);
        assertThat(asked.code("AddReplicaNS", single(at("endpoint", "nobody")))).isEqualTo(303);
        assertThat(asked.code("AddReplicaNS", single(at("endpoint", a)))).isZero();
        assertThat(sim.ops()).isEmpty();
        assertThat(asked.code("AddReplicaNS", single(at("endpoint", a)))).isZero();
        assertThat(sim.ops()).hasSize(1);
    }

    @Test
    void statusChangesByHandTakePlaceAtOnce() {
        assertThat(asked.code("UpdateTableAliveStatus", t1(at("endpoint", b) + ",\"is_alive\":false")))
                .isZero();
        assertThat(asked.meta("t1", 0, b).path("is_alive").asBoolean(true)).isFalse();
        assertThat(asked.code("UpdateTableAliveStatus", t1(at("endpoint", c)))).isEqualTo(321);
        assertThat(asked.code("UpdateTableAliveStatus", t1(at("endpoint", "x"))))
                .isEqualTo(302);
        assertThat(sim.ops()).isEmpty();
    }

    @Test
    void aWrongTypeMeansAllPartitionsAndNotAlive() {
        sim.table("demo_db", "wide").partitions(2).placedOn(a, b).create();
        String body =
                "{\"db\":\"demo_db\",\"name\":\"wide\",\"pid\":\"1\",\"is_alive\":\"yes\"" + at("endpoint", b) + "}";
        assertThat(asked.code("UpdateTableAliveStatus", body)).isZero();
        assertThat(asked.meta("wide", 0, b).path("is_alive").asBoolean(true)).isFalse();
        assertThat(asked.meta("wide", 1, b).path("is_alive").asBoolean(true)).isFalse();
    }

    @Test
    void metadataCanBeSetByHand() {
        String partition = "{\"pid\":0,\"partition_meta\":[{\"endpoint\":\"" + b + "\",\"is_leader\":true}]}";
        assertThat(asked.code(
                        "SetTablePartition",
                        "{\"db\":\"demo_db\",\"name\":\"t1\",\"table_partition\":" + partition + "}"))
                .isZero();
        assertThat(asked.ns("GetTablePartition", t1("")).path("table_partition").path("partition_meta"))
                .hasSize(1);
    }
}
