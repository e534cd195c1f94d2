package dev.opsdk.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WriterLifeTest extends OmsTest {

    @Test
    void aRunningWriterFollowsItsStoreAndAStoppedOneFallsBehind() {
        OmsSimulator sim = start();
        OmsChain chain = sim.chain("p_orders");
        CmWire wire = new CmWire(sim);
        sim.advance(Duration.ofMinutes(1));
        assertThat(chain.writer().position()).isEqualTo(chain.store().end());
        assertThat(chain.writer().recordsWritten()).isEqualTo(60);
        assertDone(wire.form("/applier/stop", "applierName", chain.writer().name()));
        Instant stopped = chain.writer().position();
        sim.advance(Duration.ofMinutes(10));
        assertThat(chain.writer().position()).isEqualTo(stopped);
        JsonNode told = writerDetail(wire, chain.writer());
        assertThat(told.get("active").asBoolean()).isFalse();
        assertThat(told.get("status").asText()).isEqualTo("stopped");
        assertThat(told.get("cfg").asText()).contains("\nstatus=stopped\n");
        assertDone(wire.form("/applier/start", "applierName", chain.writer().name()));
        sim.advance(Duration.ofSeconds(60));
        assertThat(chain.writer().position()).isBefore(chain.store().end());
        sim.advance(Duration.ofSeconds(60));
        assertThat(chain.writer().position()).isEqualTo(chain.store().end());
    }

    @Test
    void aDeadWriterIsInactiveAndStillCalledRunning() {
        OmsSimulator sim = start();
        OmsWriter writer = sim.chain("p_orders").writer();
        writer.dies();
        JsonNode told = writerDetail(new CmWire(sim), writer);
        assertThat(told.get("active").asBoolean()).isFalse();
        assertThat(told.get("status").asText()).isEqualTo("running");
        assertThat(writer.state()).isEqualTo(ComponentState.DEAD);
    }

    @Test
    void stoppingAndStartingTwiceSucceeds() {
        OmsSimulator sim = start();
        OmsWriter writer = sim.chain("p_orders").writer();
        CmWire wire = new CmWire(sim);
        assertDone(wire.form("/applier/start", "applierName", writer.name()));
        assertDone(wire.form("/applier/stop", "applierName", writer.name()));
        HttpResponse<String> again = wire.form("/applier/stop", "applierName", writer.name());
        assertThat(again.body()).isEqualTo("{\"isSuccess\":true}");
    }

    @Test
    void updatesNeedAStoppedWriterAndChangeOnlyTheirKeys() {
        OmsSimulator sim = start();
        OmsWriter writer = sim.chain("p_orders").writer();
        CmWire wire = new CmWire(sim);
        String ddl = "ALTER TABLE `a` ADD (x int) /* + */&CREATE INDEX i ON b(c)";
        String[] update = {
            "applierName",
            writer.name(),
            "JDBCWriter.coordinatorFile.skipDdl",
            ddl,
            "JDBCWriter.tx_records_limit",
            "4",
            "worker_num",
            "99",
            "JDBCWriter.",
            "nothing"
        };
        assertRefused(wire.form("/applier/update", update));
        assertThat(writer.config("tx_records_limit")).hasValue("128");
        assertDone(wire.form("/applier/stop", "applierName", writer.name()));
        assertDone(wire.form("/applier/update", update));
        assertThat(writer.config("coordinatorFile.skipDdl")).hasValue(ddl);
        assertThat(writer.config("tx_records_limit")).hasValue("4");
        assertThat(writer.config("worker_num")).hasValue("16");
        assertThat(writerDetail(wire, writer).get("cfg").asText()).contains("coordinatorFile.skipDdl=" + ddl + "\n");
        assertThat(writer.withConfig("worker_num", "8").config("worker_num")).hasValue("8");
    }

    @Test
    void aPositionOutsideTheStoresWindowKeepsAWriterFromStarting() {
        OmsSimulator sim = start();
        OmsChain chain = sim.chain("p_orders");
        CmWire wire = new CmWire(sim);
        String name = chain.writer().name();
        assertDone(wire.form("/applier/stop", "applierName", name));
        chain.writer().at(chain.store().begin().minusSeconds(1));
        JsonNode refused = assertRefused(wire.form("/applier/start", "applierName", name));
        assertThat(refused.get("errCode").asText()).isEqualTo("CM-RESOIE000201");
        assertThat(refused.get("errMsg").asText())
                .isEqualTo("No available store. SubTopic: [p_orders_source-000-0], checkpoint: ["
                        + chain.writer().position().getEpochSecond() + "]");
        assertThat(refused.get("errorDetail").get("level").asText()).isEqualTo("FATAL");
        assertThat(refused.get("retryable").asBoolean()).isFalse();
        chain.writer().at(chain.store().end().plusSeconds(60));
        assertCode(wire.form("/applier/start", "applierName", name), "CM-RESOIE000201");
        chain.store().dies();
        assertCode(wire.form("/applier/start", "applierName", name), "CM-RESOIE000202");
    }

    @Test
    void aSlowWriterDiesWhenItsDataIsPurged() {
        OmsSimulator sim = start(OmsSimulator.builder().retention(Duration.ofMinutes(10)));
        OmsChain chain = sim.chain("p_orders");
        chain.writer().works(0);
        sim.advance(Duration.ofMinutes(9));
        assertThat(chain.writer().isRunning()).isTrue();
        sim.advance(Duration.ofMinutes(2));
        assertThat(chain.writer().state()).isEqualTo(ComponentState.DEAD);
    }

    @Test
    void aDeadStoreStarvesItsWriterWithoutKillingIt() {
        OmsSimulator sim = start();
        OmsChain chain = sim.chain("p_orders");
        chain.store().dies();
        Instant starved = chain.writer().position();
        sim.advance(Duration.ofMinutes(5));
        assertThat(chain.writer().isRunning()).isTrue();
        assertThat(chain.writer().position()).isEqualTo(starved);
    }

    @Test
    void aStartCanFail() {
        OmsSimulator sim = start();
        OmsWriter writer = sim.chain("p_orders").writer().failsToStart(1);
        CmWire wire = new CmWire(sim);
        assertDone(wire.form("/applier/stop", "applierName", writer.name()));
        assertCode(wire.form("/applier/start", "applierName", writer.name()), "CM-SCHEAT000102");
        assertThat(writer.isRunning()).isFalse();
        assertDone(wire.form("/applier/start", "applierName", writer.name()));
    }

    @Test
    void aCleanedWriterIsGone() {
        OmsSimulator sim = start();
        OmsWriter writer = sim.chain("p_orders").writer();
        CmWire wire = new CmWire(sim);
        assertDone(wire.form("/applier/clean", "applierName", writer.name()));
        assertThat(writer.exists()).isFalse();
        assertThat(writer.isZombie()).isFalse();
        assertThat(sim.writing("p_orders_source-000-0")).isEmpty();
        assertThat(writerDetail(wire, writer).isNull()).isTrue();
    }

    @Test
    void whatAWriterReportsCanContradictItself() {
        OmsSimulator sim = start();
        OmsWriter writer = sim.chain("p_orders").writer().reports(true, "Abnormal");
        JsonNode told = writerDetail(new CmWire(sim), writer);
        assertThat(told.get("active").asBoolean()).isTrue();
        assertThat(told.get("status").asText()).isEqualTo("Abnormal");
    }
}
