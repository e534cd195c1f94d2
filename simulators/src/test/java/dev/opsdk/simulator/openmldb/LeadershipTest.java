package dev.opsdk.simulator.openmldb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeadershipTest extends ClusterTest {

    @Override
    OpenMldbSimulatorBuilder configure(OpenMldbSimulatorBuilder builder) {
        return builder.nameServers(3).takeOverTime(Duration.ofSeconds(5));
    }

    private int code(int nameServer) {
        return asked.ns(nameServer, "ConfGet", "{}").path("code").asInt();
    }

    @Test
    void onlyOneLeads() {
        assertThat(code(0)).isZero();
        assertThat(code(1)).isEqualTo(300);
        assertThat(code(2)).isEqualTo(300);
    }

    @Test
    void whoeverIsNextTakesOverAfterAWhile() {
        sim.failOver();
        assertThat(code(0)).isEqualTo(300);
        assertThat(code(1)).isEqualTo(300);
        sim.advance(Duration.ofSeconds(5));
        assertThat(code(1)).isZero();
        assertThat(sim.nameServer(1).isLeader()).isTrue();
    }

    @Test
    void aKilledLeaderComesBackAsTheLastInTheQueue() {
        sim.nameServer(0).kill();
        sim.nameServer(0).restart();
        sim.nameServer(1).kill();
        sim.advance(Duration.ofSeconds(5));
        assertThat(code(2)).isZero();
        assertThat(code(0)).isEqualTo(300);
    }

    @Test
    void endedOperationsAreForgottenAndNumbersGoOn() {
        asked.ns("MakeSnapshotNS", t1(""));
        settle();
        sim.failOps("kMakeSnapshotOP", "kMakeSnapshot", 1);
        asked.ns("MakeSnapshotNS", t1(""));
        settle();
        asked.ns("AddReplicaNS", single(at("endpoint", a)));
        sim.failOver();
        assertThat(sim.ops()).extracting(OpView::status).containsExactly(OpStatus.FAILED, OpStatus.INITED);
        settle();
        assertThat(lastOp().status()).isEqualTo(OpStatus.DONE);
        asked.ns(1, "MakeSnapshotNS", t1(""));
        assertThat(lastOp().id()).isEqualTo(4);
    }

    @Test
    void operationsWaitWhileNobodyLeads() {
        asked.ns("MakeSnapshotNS", t1(""));
        for (int i = 0; i < 3; i++) {
            sim.nameServer(i).kill();
        }
        sim.advance(Duration.ofMinutes(1));
        assertThat(lastOp().status()).isEqualTo(OpStatus.INITED);
        sim.nameServer(1).restart();
        settle();
        assertThat(lastOp().status()).isEqualTo(OpStatus.DONE);
    }

    @Test
    void aTabletThatIsAwayIsForgottenWithTheLeader() {
        sim.tablet(2).kill();
        assertThat(asked.ns("ShowTablet", "{}").path("tablets")).hasSize(3);
        sim.failOver();
        sim.advance(Duration.ofSeconds(5));
        assertThat(asked.ns(1, "ShowTablet", "{}").path("tablets")).hasSize(2);
        assertThat(asked.ns(1, "RecoverTable", single(at("endpoint", c)))
                        .path("code")
                        .asInt())
                .isEqualTo(302);
        sim.tablet(2).restart();
        assertThat(asked.ns(1, "ShowTablet", "{}").path("tablets")).hasSize(3);
    }
}
