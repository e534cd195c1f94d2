package dev.opsdk.simulator.openmldb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TabletTest extends ClusterTest {

    private static final Duration LOADED = Duration.ofMillis(500);
    private static final String ONE = "{\"tid\":6,\"pid\":0}";

    private static String load(String more) {
        return "{\"table_meta\":{\"name\":\"t1\",\"tid\":6,\"pid\":0,\"seg_cnt\":8" + more + "}}";
    }

    private JsonNode status(int tablet) {
        return asked.tablet(tablet, "GetTableStatus", ONE)
                .path("all_table_status")
                .path(0);
    }

    private void restart(int tablet) {
        sim.tablet(tablet).kill();
        sim.tablet(tablet).restart();
    }

    @Test
    void aRestartedTabletHoldsNothingUntilItIsLoaded() {
        restart(0);
        assertThat(asked.tablet(0, "GetTableStatus", "{}").has("all_table_status"))
                .isFalse();
        assertThat(asked.meta("t1", 0, a).path("tablet_has_partition").asBoolean(true))
                .isFalse();
        assertThat(asked.meta("t1", 0, a).path("offset").asLong()).isEqualTo(7);
        assertThat(asked.tablet(0, "LoadTable", load(",\"mode\":\"kTableLeader\""))
                        .path("code")
                        .asInt())
                .isZero();
        assertThat(status(0).path("state").asText()).isEqualTo("kTableLoading");
        assertThat(status(0).path("offset").asLong()).isZero();
        sim.advance(LOADED);
        assertThat(status(0).path("state").asText()).isEqualTo("kTableNormal");
        assertThat(status(0).path("offset").asLong()).isEqualTo(7);
    }

    @Test
    void withoutModeTheRoleOnDiskIsTakenWhichAChangeOfLeaderDoesNotUpdate() {
        asked.ns("ChangeLeader", t1(at("candidate_leader", b)));
        settle();
        restart(1);
        asked.tablet(1, "LoadTable", load(""));
        sim.advance(LOADED);
        assertThat(sim.view().leader("demo_db", "t1", 0)).contains(b);
        assertThat(status(1).path("mode").asText()).isEqualTo("kTableFollower");
    }

    @Test
    void whatIsAskedForCountsMoreThanTheDisk() {
        restart(1);
        asked.tablet(1, "LoadTable", load(",\"mode\":\"kTableLeader\""));
        sim.advance(LOADED);
        assertThat(status(1).path("mode").asText()).isEqualTo("kTableLeader");
    }

    @Test
    void aMissingDiskMakesAnEmptyTable() {
        sim.tablet(0).kill();
        sim.tablet(0).wipeDisk();
        sim.tablet(0).restart();
        assertThat(asked.tablet(0, "LoadTable", load(",\"mode\":\"kTableLeader\""))
                        .path("code")
                        .asInt())
                .isZero();
        sim.advance(LOADED);
        assertThat(status(0).path("offset").asLong(-1)).isZero();
        assertThat(status(0).path("mode").asText()).isEqualTo("kTableLeader");
    }

    @Test
    void aLoadThatFailsTakesTheTableOff() {
        restart(0);
        sim.tablet(0).failNextLoad();
        asked.tablet(0, "LoadTable", load(""));
        assertThat(status(0).path("state").asText()).isEqualTo("kTableLoading");
        sim.advance(LOADED);
        assertThat(status(0).isMissingNode()).isTrue();
    }

    @Test
    void loadingRefusesInItsOwnWords() {
        assertThat(asked.tablet(0, "LoadTable", load("")).path("code").asInt()).isEqualTo(101);
        assertThat(asked.tablet(0, "LoadTable", "{\"table_meta\":{\"name\":\"x\",\"tid\":0}}")
                        .path("code")
                        .asInt())
                .isEqualTo(129);
        restart(0);
        assertThat(asked.tablet(0, "LoadTable", load(",\"storage_mode\":\"kSSD\""))
                        .path("code")
                        .asInt())
                .isEqualTo(138);
        assertThat(asked.tablet(0, "LoadTable", load(",\"storage_mode\":\"kUnknown\""))
                        .path("code")
                        .asInt())
                .isEqualTo(129);
    }

    @Test
    void aLeaderKnowsItsFollowersAndHowFarTheyAre() {
        sim.writeRows("demo_db", "t1", 0, 3);
        JsonNode followers = asked.tablet(0, "GetTableFollower", ONE);
        assertThat(followers)
                .hasToString("{\"code\":0,\"msg\":\"ok\",\"offset\":10,\"follower_info\":[{\"endpoint\":\"" + b
                        + "\",\"offset\":10}]}");
    }

    @Test
    void aDisconnectedFollowerFallsBehind() {
        sim.replica("demo_db", "t1", 0, b).disconnect();
        sim.writeRows("demo_db", "t1", 0, 3);
        assertThat(status(0).path("offset").asLong()).isEqualTo(10);
        assertThat(status(1).path("offset").asLong()).isEqualTo(7);
        assertThat(asked.tablet(0, "GetTableFollower", ONE).path("code").asInt())
                .isEqualTo(134);
    }

    @Test
    void termPairsTellWhatIsLeft() {
        assertThat(asked.tablet(1, "GetTermPair", ONE))
                .hasToString(
                        "{\"code\":0,\"msg\":\"ok\",\"term\":1,\"offset\":7,\"has_table\":true,\"is_leader\":false}");
        restart(1);
        assertThat(asked.tablet(1, "GetTermPair", ONE).path("has_table").asBoolean(true))
                .isFalse();
        assertThat(asked.tablet(1, "GetTermPair", ONE).path("offset").asLong()).isEqualTo(7);
    }

    @Test
    void aRoleCanBeAnotherOnTheTabletThanInTheMetadata() {
        sim.replica("demo_db", "t1", 0, b).mismatchRole();
        assertThat(status(1).path("mode").asText()).isEqualTo("kTableLeader");
        assertThat(asked.meta("t1", 0, b).path("is_leader").asBoolean(true)).isFalse();
        assertThat(sim.view().isHealthy()).isFalse();
    }

    @Test
    void aHangingTabletDoesNotAnswer() {
        sim.tablet(0).hang();
        assertThatThrownBy(() -> status(0))
                .hasCauseInstanceOf(NoAnswerException.class)
                .hasMessageContaining("HANGING");
        sim.tablet(0).release();
        assertThat(status(0).path("offset").asLong()).isEqualTo(7);
    }
}
