package dev.opsdk.simulator.openmldb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AutoFailoverTest extends ClusterTest {

    @Override
    OpenMldbSimulatorBuilder configure(OpenMldbSimulatorBuilder builder) {
        return builder.autoFailover(true);
    }

    @Test
    void aTabletIsOfflineAtOnceAndStaysLeaderForAWhile() {
        sim.tablet(0).kill();
        assertThat(asked.ns("ShowTablet", "{}")
                        .path("tablets")
                        .path(0)
                        .path("state")
                        .asText())
                .isEqualTo("kOffline");
        sim.advance(Duration.ofSeconds(59));
        assertThat(sim.view().leader("demo_db", "t1", 0)).contains(a);
    }

    @Test
    void whenItStaysAwayOthersLead() {
        sim.tablet(0).kill();
        sim.advance(Duration.ofSeconds(70));
        assertThat(sim.view().leader("demo_db", "t1", 0)).contains(b);
        assertThat(asked.meta("t1", 0, a).path("is_alive").asBoolean(true)).isFalse();
    }

    @Test
    void whenItComesBackItIsRecovered() {
        sim.tablet(0).kill();
        sim.advance(Duration.ofSeconds(70));
        sim.tablet(0).restart();
        settle();
        assertThat(sim.view().isHealthy()).isTrue();
        assertThat(sim.view().leader("demo_db", "t1", 0)).contains(b);
    }

    @Test
    void aQuickRestartIsRecoveredToo() {
        sim.tablet(2).kill();
        sim.tablet(2).restart();
        settle();
        assertThat(sim.view().isHealthy()).isTrue();
        assertThat(sim.ops()).extracting(OpView::type).contains("kReLoadTableOP");
    }

    @Test
    void whenItIsOffNothingHappens() {
        asked.ns("ConfSet", "{\"conf\":{\"key\":\"auto_failover\",\"value\":\"FALSE\"}}");
        assertThat(sim.isAutoFailover()).isFalse();
        sim.tablet(0).kill();
        sim.advance(Duration.ofHours(1));
        sim.tablet(0).restart();
        sim.advance(Duration.ofHours(1));
        assertThat(sim.ops()).isEmpty();
        assertThat(sim.view().leader("demo_db", "t1", 0)).contains(a);
    }

    @Test
    void whatMovesLeadersIsRefusedAndTheRestIsNot() {
        assertThat(asked.code("ChangeLeader", t1(""))).isEqualTo(301);
        assertThat(asked.code("RecoverTable", t1(at("endpoint", a)))).isEqualTo(301);
        assertThat(asked.code("SetTablePartition", "{}")).isEqualTo(301);
        assertThat(asked.code("AddReplicaNS", single(at("endpoint", a)))).isZero();
        assertThat(asked.code("MakeSnapshotNS", t1(""))).isZero();
        assertThat(asked.code("DelReplicaNS", t1(at("endpoint", b)))).isZero();
        assertThat(sim.refusals()).extracting(SimCall::code).containsOnly(301);
    }
}
