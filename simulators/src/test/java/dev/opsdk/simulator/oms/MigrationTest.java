package dev.opsdk.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationTest extends OmsTest {

    private static final String SUB_TOPIC = "p_orders_source-000-0";

    @Test
    void aMigratedWriterHasANewNameAndHasToBeStarted() {
        OmsSimulator sim = start();
        OmsWriter old = sim.chain("p_orders").writer();
        CmWire wire = new CmWire(sim);
        assertDone(wire.form("/applier/stop", "applierName", old.name()));
        HttpResponse<String> answer = wire.form("/applier/migrate", "applierName", old.name(), "node", "10.10.10.2");
        assertThat(answer.body())
                .isEqualTo("{\"applier\":\"10.10.10.2-9000:p_orders_source-000-0:0000000002\",\"isSuccess\":true}");
        OmsWriter moved = sim.writer(CmWire.json(answer).get("applier").asText());
        assertThat(old.exists()).isFalse();
        assertThat(old.successor()).hasValue(moved.name());
        assertThat(old.isZombie()).isFalse();
        assertThat(moved.state()).isEqualTo(ComponentState.STOPPED);
        assertThat(moved.ip()).isEqualTo("10.10.10.2");
        assertThat(moved.position()).isEqualTo(old.position());
        assertThat(moved.config("daemon.ip")).hasValue("10.10.10.2");
        assertThat(writerDetail(wire, old).isNull()).isTrue();
        assertRefused(wire.form("/applier/start", "applierName", old.name()));
        assertDone(wire.form("/applier/start", "applierName", moved.name()));
        assertThat(sim.writing(SUB_TOPIC)).containsExactly(moved.name());
    }

    @Test
    void aRunningWriterIsNotMigrated() {
        OmsSimulator sim = start();
        OmsWriter writer = sim.chain("p_orders").writer();
        assertRefused(new CmWire(sim).form("/applier/migrate", "applierName", writer.name(), "node", "10.10.10.2"));
        assertThat(writer.isRunning()).isTrue();
    }

    @Test
    void forcingTheMigrationOfARunningWriterLeavesTwo() {
        OmsSimulator sim = start();
        OmsWriter old = sim.chain("p_orders").writer();
        CmWire wire = new CmWire(sim);
        String moved = migrate(wire, old.name(), "10.10.10.2");
        assertDone(wire.form("/applier/start", "applierName", moved));
        assertThat(sim.writing(SUB_TOPIC)).containsExactly(old.name(), moved);
        assertThat(old.isZombie()).isTrue();
    }

    @Test
    void aHostThatReturnsBringsTheOldWriterBackAsAZombie() {
        OmsSimulator sim = start();
        OmsWriter old = sim.chain("p_orders").writer();
        CmWire wire = new CmWire(sim);
        // the store has to live on, so it is not the first host that goes
        OmsWriter second = sim.writer(moveAndStart(wire, old.name(), "10.10.10.2"));
        sim.host("10.10.10.2").goesDown();
        assertThat(second.state()).isEqualTo(ComponentState.DEAD);
        OmsWriter third = sim.writer(migrate(wire, second.name(), "10.10.10.3"));
        assertDone(wire.form("/applier/start", "applierName", third.name()));
        sim.advance(Duration.ofMinutes(5));
        assertThat(sim.writing(SUB_TOPIC)).containsExactly(third.name());
        long before = second.recordsWritten();

        sim.host("10.10.10.2").returns();
        sim.advance(Duration.ofMinutes(5));
        assertThat(second.isZombie()).isTrue();
        assertThat(second.exists()).isFalse();
        assertThat(second.toString()).endsWith("GONE (zombie)");
        assertThat(sim.writing(SUB_TOPIC)).containsExactly(second.name(), third.name());
        assertThat(second.recordsWritten()).isGreaterThan(before);
        assertThat(writerDetail(wire, second).isNull()).isTrue();
        second.dies();
        assertThat(sim.writing(SUB_TOPIC)).containsExactly(third.name());
    }

    @Test
    void connectorsComeBackAsZombiesToo() {
        OmsSimulator sim = start();
        OmsConnector old = sim.chain("np_1").connector();
        CmWire wire = new CmWire(sim);
        sim.host("10.10.10.1").goesDown();
        String moved = CmWire.json(wire.postQuery("/connector/task/v2/migrate", "taskName", old.name()))
                .get("result")
                .asText();
        sim.host("10.10.10.1").returns();
        assertThat(old.isZombie()).isTrue();
        assertThat(sim.connecting(old.subTopic())).containsExactly(old.name());
        assertThat(sim.connector(moved).state()).isEqualTo(ComponentState.STOPPED);
    }

    @Test
    void aSupervisorMayEndZombiesInTime() {
        OmsSimulator sim = start(OmsSimulator.builder().orphansLive(Duration.ofMinutes(5)));
        OmsWriter old = sim.chain("p_orders").writer();
        sim.host("10.10.10.1").goesDown();
        migrate(new CmWire(sim), old.name(), "10.10.10.2");
        sim.host("10.10.10.1").returns();
        sim.advance(Duration.ofSeconds(299));
        assertThat(old.isZombie()).isTrue();
        sim.advance(Duration.ofSeconds(1));
        assertThat(old.isZombie()).isFalse();
    }

    @Test
    void aHostThatReturnsBringsBackWhatWasNotMigrated() {
        OmsSimulator sim = start();
        OmsWriter old = sim.chain("p_orders").writer();
        OmsWriter second = sim.writer(moveAndStart(new CmWire(sim), old.name(), "10.10.10.2"));
        sim.host("10.10.10.2").goesDown();
        sim.host("10.10.10.2").returns();
        assertThat(second.isRunning()).isTrue();
        assertThat(second.isZombie()).isFalse();
    }

    @Test
    void aStoppedWriterLeavesNoZombie() {
        OmsSimulator sim = start();
        OmsWriter old = sim.chain("p_orders").writer();
        CmWire wire = new CmWire(sim);
        assertDone(wire.form("/applier/stop", "applierName", old.name()));
        sim.host("10.10.10.1").goesDown();
        migrate(wire, old.name(), "10.10.10.2");
        sim.host("10.10.10.1").returns();
        assertThat(old.isZombie()).isFalse();
    }

    @Test
    void aHostThatIsDownSilencesItsSupervisor() {
        OmsSimulator sim = start();
        OmsChain chain = sim.chain("p_orders");
        CmWire wire = new CmWire(sim);
        sim.host("10.10.10.1").goesDown();
        assertThat(chain.store().state()).isEqualTo(ComponentState.DEAD);
        String writer = chain.writer().name();
        assertCode(wire.form("/applier/stop", "applierName", writer), "CM-RESOAT000011");
        assertCode(wire.form("/applier/start", "applierName", writer), "CM-RESOAT000011");
        assertCode(wire.form("/applier/migrate", "applierName", writer, "node", "10.10.10.2"), "CM-RESOAT000011");
        assertCode(wire.form("/crawler/clear", "crawler", chain.store().name()), "CM-RESOAT000011");
        assertCode(wire.form("/crawler/restore", "crawler", chain.store().name()), "CM-RESOAT000011");
        String connector = chain.connector().name();
        assertCode(wire.postQuery("/connector/task/v2/stop", "taskName", connector), "CM-RESOAT000011");
        assertCode(wire.postQuery("/connector/task/v2/resume", "taskName", connector), "CM-RESOAT000011");
        assertThat(chain.writer().exists()).isTrue();
    }

    @Test
    void hostsThatAreDownOrUnknownAreNoTarget() {
        OmsSimulator sim = start();
        OmsWriter writer = sim.chain("p_orders").writer();
        CmWire wire = new CmWire(sim);
        assertDone(wire.form("/applier/stop", "applierName", writer.name()));
        assertCode(wire.form("/applier/migrate", "applierName", writer.name(), "node", "1.2.3.4"), "CM-RESONF000002");
        sim.host("10.10.10.2").goesDown();
        assertThat(sim.host("10.10.10.2").isUp()).isFalse();
        assertThat(sim.host("1.2.3.4").exists()).isFalse();
        assertCode(
                wire.form("/applier/migrate", "applierName", writer.name(), "node", "10.10.10.2"), "CM-RESONF000001");
        assertRefused(wire.form("/applier/migrate", "applierName", writer.name()));
        assertThat(writer.exists()).isTrue();
    }

    @Test
    void theStartOfTheNewOneCanFail() {
        OmsSimulator sim = start();
        OmsWriter old = sim.chain("p_orders").writer();
        CmWire wire = new CmWire(sim);
        sim.migratedFailsToStart(1);
        assertDone(wire.form("/applier/stop", "applierName", old.name()));
        String moved = migrate(wire, old.name(), "10.10.10.2");
        assertCode(wire.form("/applier/start", "applierName", moved), "CM-SCHEAT000102");
        assertThat(sim.writing(SUB_TOPIC)).isEmpty();
        assertDone(wire.form("/applier/start", "applierName", moved));
    }

    @ParameterizedTest
    @ValueSource(strings = {"result", "taskName", "name", "connector", "task"})
    void aConnectorOfTheFirstGenerationIsMigratedWithGetAndTellsItsNewNameSomewhere(String field) {
        OmsSimulator sim =
                start(OmsSimulator.builder().generation(OmsGeneration.GEN1).migrateReplyField(field));
        OmsConnector old = sim.chain("np_1").connector();
        CmWire wire = new CmWire(sim);
        assertThat(old.name()).isEqualTo("10.10.10.1-9000:np_1-incr_trans-1-0:0000000001");
        assertRefused(wire.get("/connector/task/migrate", "taskName", old.name(), "node", "10.10.10.2"));
        assertDone(wire.postQuery("/connector/task/stopByName", "taskName", old.name()));
        String moved = CmWire.json(wire.get("/connector/task/migrate", "taskName", old.name(), "node", "10.10.10.2"))
                .get(field)
                .asText();
        assertThat(moved).isEqualTo("10.10.10.2-9000:np_1-incr_trans-1-0:0000000002");
        assertThat(old.exists()).isFalse();
        assertDone(wire.postQuery("/connector/task/startByName", "taskName", moved));
        assertThat(sim.connecting(old.subTopic())).isEqualTo(List.of(moved));
        assertThat(sim.connector(moved).config("sink", "password")).isEqualTo(old.config("dest", "password"));
    }

    @Test
    void aConnectorsNewNameMayNotBeToldAtAll() {
        OmsSimulator sim = start(OmsSimulator.builder().migrateReplyField(""));
        OmsConnector old = sim.chain("np_1").connector();
        CmWire wire = new CmWire(sim);
        assertDone(wire.postQuery("/connector/task/stopByName", "taskName", old.name()));
        assertThat(wire.get("/connector/task/migrate", "taskName", old.name(), "node", "10.10.10.2")
                        .body())
                .isEqualTo("{\"isSuccess\":true}");
        assertThat(old.successor()).isPresent();
    }

    @Test
    void theSecondGenerationMigratesToAHostOfTheSchedulersChoice() {
        OmsSimulator sim = start();
        OmsConnector old = sim.chain("np_1").connector();
        CmWire wire = new CmWire(sim);
        assertDone(wire.postQuery("/connector/task/v2/stop", "taskName", old.name()));
        sim.host("10.10.10.2").full(true);
        HttpResponse<String> answer = wire.postQuery("/connector/task/v2/migrate", "taskName", old.name());
        assertThat(answer.body())
                .isEqualTo("{\"errCode\":null,\"errMsg\":null,\"errorDetail\":null,\"isSuccess\":true,"
                        + "\"result\":\"10.10.10.3-9000:connector_v2:np_1-incr_trans-1-0:0000000002\","
                        + "\"retryable\":null}");
    }

    @Test
    void theSchedulerRefusesWhenThereIsNoRoomAndANamedHostDoesNotCare() {
        OmsSimulator sim = start(OmsSimulator.builder().hosts("10.10.10.1", "10.10.10.2"));
        OmsConnector old = sim.chain("np_1").connector();
        CmWire wire = new CmWire(sim);
        assertDone(wire.postQuery("/connector/task/v2/stop", "taskName", old.name()));
        sim.host("10.10.10.2").full(true);
        HttpResponse<String> refused = wire.postQuery("/connector/task/v2/migrate", "taskName", old.name());
        assertCode(refused, "CM-RESONF000003");
        assertThat(CmWire.json(refused).get("retryable").asBoolean()).isTrue();
        sim.host("10.10.10.2").goesDown();
        assertCode(wire.postQuery("/connector/task/v2/migrate", "taskName", old.name()), "CM-RESONF000001");
        sim.host("10.10.10.2").returns();
        assertDone(wire.postQuery("/connector/task/v2/migrate", "taskName", old.name(), "ip", "10.10.10.2"));
    }

    private static String moveAndStart(CmWire wire, String writer, String node) {
        assertDone(wire.form("/applier/stop", "applierName", writer));
        String moved = CmWire.json(wire.form("/applier/migrate", "applierName", writer, "node", node))
                .get("applier")
                .asText();
        assertDone(wire.form("/applier/start", "applierName", moved));
        return moved;
    }

    private static String migrate(CmWire wire, String writer, String node) {
        return CmWire.json(wire.form("/applier/migrate", "applierName", writer, "node", node, "force", "true"))
                .get("applier")
                .asText();
    }
}
