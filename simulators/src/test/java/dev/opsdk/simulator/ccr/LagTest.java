package dev.opsdk.simulator.ccr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.simulator.Wire;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LagTest extends CcrTest {

    private static final String ORDERS = Wire.named("orders");

    @Test
    void theEarlyG4AnswersWithLagOnly() {
        CcrSimulator sim =
                start(CcrSimulator.builder().generation(CcrGeneration.G4).lagWithSeqs(false));
        wire(sim).post("/create_ccr", Jobs.ofDatabase("orders"));
        assertThat(wire(sim).text("/get_lag", ORDERS)).isEqualTo("{\"success\":true,\"lag\":2}");
        assertThat(wire(sim).text("/get_lag", "")).isEqualTo("{\"success\":false,\"error_msg\":\"EOF\",\"lag\":0}");
    }

    @Test
    void t5_anErrorOfTheFrontendIsSuccessAndZero() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        sim.source().write("demo", 5);
        sim.source().answerLag(FrontendAnswer.ERROR);
        assertThat(wire(sim).text("/get_lag", ORDERS))
                .isEqualTo("{\"success\":true,\"lag\":0,\"first_commit_seq\":0,\"last_commit_seq\":0,"
                        + "\"first_binlog_timestamp\":\"1970-01-01 08:00:00\",\"last_binlog_timestamp\":"
                        + "\"1970-01-01 08:00:00\",\"time_interval\":0}");
    }

    @Test
    void t5_aDroppedSourceTableIsSuccessAndZeroAndTheJobIdles() {
        CcrSimulator sim = start(CcrGeneration.G4);
        wire(sim).post("/create_ccr", Jobs.ofTable("orders", "t1"));
        settle(sim);
        sim.source().database("demo").dropTable("t1");
        settle(sim);
        JsonNode lag = wire(sim).json("/get_lag", "orders");
        assertThat(lag.get("success").asBoolean()).isTrue();
        assertThat(lag.get("last_commit_seq").asLong()).isZero();
        assertThat(sim.job("orders").isIncremental()).isTrue();
    }

    @Test
    void aTableJobIsBehindItsOwnTableOnly() {
        CcrSimulator sim = start(CcrGeneration.G4);
        wire(sim).post("/create_ccr", Jobs.ofTable("orders", "t1"));
        settle(sim);
        sim.source().write("demo", "t2", 7);
        assertThat(sim.job("orders").lag()).isZero();
        sim.source().write("demo", "t1", 3);
        assertThat(sim.job("orders").lag()).isEqualTo(3);
    }

    @Test
    void timesAreInTheZoneOfTheSyncer() {
        CcrSimulator sim = start(CcrSimulator.builder().zone(ZoneOffset.UTC));
        wire(sim).post("/create_ccr", Jobs.ofDatabase("orders"));
        sim.advance(Duration.ofSeconds(90));
        sim.source().write("demo", 1);
        JsonNode lag = wire(sim).json("/get_lag", "orders");
        assertThat(lag.get("first_binlog_timestamp").asText()).isEqualTo("2026-01-15 08:00:00");
        assertThat(lag.get("last_binlog_timestamp").asText()).isEqualTo("2026-01-15 08:01:30");
        assertThat(lag.get("time_interval").asLong()).isEqualTo(90);
        sim.source().answerLag(FrontendAnswer.LAG_ONLY);
        assertThat(wire(sim).text("/get_lag", ORDERS)).contains("\"lag\":1", "1970-01-01 00:00:00");
        sim.source().answerLag(FrontendAnswer.MINUS_ONE);
        assertThat(wire(sim).text("/get_lag", ORDERS)).contains("\"last_commit_seq\":-1", "1970-01-01 08:00:00");
    }

    @Test
    void t6_fromG5OnTheIntervalIsSecondsBehindAndGarbageWhenThereIsNoLag() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G5, "orders");
        assertThat(wire(sim)
                        .json("/get_lag", "orders")
                        .get("time_interval_secs")
                        .asLong())
                .isGreaterThan(1_700_000_000L);
        wire(sim).post("/pause", ORDERS);
        long first = sim.source().write("demo", 1);
        sim.advance(Duration.ofSeconds(30));
        sim.source().write("demo", 1);
        JsonNode lag = wire(sim).json("/get_lag", "orders");
        assertThat(lag.get("time_interval_secs").asLong()).isEqualTo(30);
        assertThat(lag.get("next_commit_seq").asLong()).isEqualTo(first);
        assertThat(lag.has("time_interval")).isFalse();
        assertThat(wire(sim).text("/get_lag", ""))
                .endsWith("\"time_interval_secs\":0,\"next_commit_seq\":0,\"next_binlog_timestamp\":\"\"}");
    }

    @ParameterizedTest
    @EnumSource(names = {"G1", "G2"})
    void theOldOnesRedirectLagAndKnowTheJobByName(CcrGeneration generation) {
        CcrSimulator sim = start(CcrSimulator.builder().generation(generation).nodes(2));
        new Wire(sim.urls().get(1)).post("/create_ccr", Jobs.ofDatabase("orders"));
        assertThat(wire(sim).post("/get_lag", ORDERS).statusCode()).isEqualTo(303);
        assertThat(new Wire(sim.urls().get(1)).text("/get_lag", ORDERS)).isEqualTo("{\"success\":true,\"lag\":2}");
        assertThat(wire(sim).text("/get_lag", Wire.named("nope")))
                .isEqualTo("{\"success\":false,\"error_msg\":\"job nope not exist\"}");
    }

    @Test
    void theMetadataDatabaseNamesItselfInTheError() {
        CcrSimulator sim = start(CcrSimulator.builder().metadata("mysql"));
        assertThat(wire(sim).text("/get_lag", Wire.named("nope"))).contains("mysql: get job failed, name: nope");
    }

    @Test
    void aSourceThatIsDownFailsTheCall() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        sim.source().down(true);
        assertThat(wire(sim).text("/get_lag", ORDERS))
                .startsWith("{\"success\":false,\"error_msg\":\"thrift error: GetBinlogLag error:")
                .contains("\\u003cnil\\u003e");
    }
}
