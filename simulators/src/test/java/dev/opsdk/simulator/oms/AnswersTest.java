package dev.opsdk.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.Outcome;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnswersTest extends OmsTest {

    private static final String STOP = "/applier/stop";

    @Test
    void shape1IsARefusalInTheEnvelope() {
        OmsSimulator sim = start();
        OmsWriter writer = sim.chain("p_orders").writer();
        sim.answer(OmsAnswer.rejected("CM-RESONF000003", "No enough machine resource for a store task."));
        JsonNode body = assertRefused(stop(sim, writer));
        assertThat(body.get("errCode").asText()).isEqualTo("CM-RESONF000003");
        assertThat(body.get("errorDetail").get("proposal").asText()).isEqualTo("Wait for resources or free them");
        assertThat(writer.isRunning()).isTrue();
        assertDone(stop(sim, writer));
    }

    @Test
    void shape2IsARefusalInOneFieldOfAnyName() {
        OmsSimulator sim = start();
        OmsWriter writer = sim.chain("p_orders").writer();
        sim.answer(OmsAnswer.rejectedIn("errorMsg", "no"));
        assertThat(stop(sim, writer).body()).isEqualTo("{\"errorMsg\":\"no\",\"isSuccess\":false}");
        OmsSimulator legacy = start(OmsSimulator.builder().legacyFailures("message"));
        CmWire wire = new CmWire(legacy);
        assertThat(wire.form(STOP, "applierName", "nope").body())
                .isEqualTo("{\"message\":\"applier [nope] does not exist\",\"isSuccess\":false}");
        assertThat(wire.postQuery("/connector/task/v2/stop", "taskName", "nope").body())
                .contains("\"errMsg\":\"connector [nope] does not exist\"");
    }

    @Test
    void shape3IsSuccessWithoutWhatWasAskedFor() {
        OmsSimulator sim = start();
        OmsChain chain = sim.chain("p_orders");
        CmWire wire = new CmWire(sim);
        sim.answer(OmsAnswer.successWithNull("crawler").on("/crawler/detail"));
        assertThat(storeDetail(wire, chain.store()).isNull()).isTrue();
        sim.answer(OmsAnswer.successWithNothing().on("/JDBCWriter/detail"));
        assertThat(writerDetail(wire, chain.writer())).isNull();
        sim.answer(OmsAnswer.successWithNothing().on(STOP));
        assertDone(stop(sim, chain.writer()));
        assertThat(chain.writer().isRunning()).isTrue();
    }

    @Test
    void shape4IsAnObjectWithoutTheFlagAndTheWorkIsDone() {
        OmsSimulator sim = start();
        OmsWriter writer = sim.chain("p_orders").writer();
        sim.answer(OmsAnswer.withoutFlag());
        assertThat(stop(sim, writer).body()).isEqualTo("{\"result\":\"ok\"}");
        assertThat(writer.isRunning()).isFalse();
    }

    @Test
    void shape5IsAPageBeforeOrAfterTheWork() {
        OmsSimulator sim = start();
        OmsWriter writer = sim.chain("p_orders").writer();
        sim.answer(OmsAnswer.page(500).on(STOP));
        HttpResponse<String> page = stop(sim, writer);
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).contains("HTTP ERROR 500 Internal Server Error", "Jetty");
        assertThat(writer.isRunning()).isTrue();
        assertThat(sim.journal().last(STOP).orElseThrow().outcome()).isEqualTo(Outcome.NOT_PROCESSED);
        sim.answer(OmsAnswer.pageAfter(503).on(STOP));
        assertThat(stop(sim, writer).statusCode()).isEqualTo(503);
        assertThat(writer.isRunning()).isFalse();
        assertThat(sim.journal().executed(STOP)).hasSize(1);
    }

    @Test
    void aPageMayInviteToRepeatAtOnce() {
        OmsSimulator sim = start();
        OmsWriter writer = sim.chain("p_orders").writer();
        sim.answer(OmsAnswer.tryAgainNow());
        HttpResponse<String> page = stop(sim, writer);
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).hasValue("0");
        assertThat(writer.isRunning()).isTrue();
    }

    @Test
    void shape6IsSomebodyElse() {
        OmsSimulator sim = start();
        OmsWriter writer = sim.chain("p_orders").writer();
        sim.answer(OmsAnswer.fromConsole());
        assertThat(CmWire.json(stop(sim, writer)).has("isSuccess")).isFalse();
        sim.answer(OmsAnswer.raw(200, "text/html", "<html>login</html>"));
        assertThat(stop(sim, writer).body()).isEqualTo("<html>login</html>");
        sim.fail(Fault.html(502));
        assertThat(stop(sim, writer).statusCode()).isEqualTo(502);
        assertThat(writer.isRunning()).isTrue();
    }

    @Test
    void shape7IsAnUnknownOutcomeAndTheWorkGoesOnBehindIt() {
        OmsSimulator sim = start();
        OmsWriter writer = sim.chain("p_orders").writer();
        sim.answer(OmsAnswer.supervisorSilent(Duration.ofSeconds(30)));
        assertCode(stop(sim, writer), "CM-RESOAT000011");
        assertThat(writer.isRunning()).isTrue();
        sim.advance(Duration.ofSeconds(30));
        assertThat(writer.isRunning()).isFalse();
        sim.answer(OmsAnswer.supervisorSilent(Duration.ZERO));
        assertCode(new CmWire(sim).form("/applier/start", "applierName", writer.name()), "CM-RESOAT000011");
        assertThat(writer.isRunning()).isTrue();
    }

    @Test
    void shape7MayAlsoBeALostAnswer() {
        OmsSimulator sim = start();
        OmsWriter writer = sim.chain("p_orders").writer();
        sim.fail(Fault.resetAfter().on(STOP));
        assertThatThrownBy(() -> stop(sim, writer)).isInstanceOf(UncheckedIOException.class);
        assertThat(writer.isRunning()).isFalse();
    }

    @Test
    void partialSuccessNamesBothSides() {
        OmsSimulator sim = start();
        OmsWriter writer = sim.chain("p_orders").writer();
        sim.answer(OmsAnswer.partial("a", writer.name()));
        HttpResponse<String> answer = stop(sim, writer);
        assertCode(answer, "CM-SCHEOR000003");
        assertThat(answer.body()).contains("Failed: {a}, Success: {" + writer.name() + "}");
        assertThat(writer.isRunning()).isFalse();
    }

    @Test
    void aFalseSuccessLooksRealAndDoesNothing() {
        OmsSimulator sim = start();
        OmsConnector connector = sim.chain("np_1").connector();
        sim.answer(OmsAnswer.falseSuccess());
        HttpResponse<String> answer =
                new CmWire(sim).postQuery("/connector/task/v2/stop", "taskName", connector.name());
        assertThat(CmWire.json(answer).get("result").asText()).isEqualTo(connector.name());
        assertThat(connector.isRunning()).isTrue();
        assertThat(sim.journal().executed("/connector/task/v2/stop")).isEmpty();
    }

    @Test
    void answersAreGivenInOrderAsOftenAsAskedAndUntilHealed() {
        OmsSimulator sim = start();
        OmsWriter writer = sim.chain("p_orders").writer();
        sim.answer(OmsAnswer.page(500).times(2));
        sim.answer(OmsAnswer.page(503).always());
        assertThat(stop(sim, writer).statusCode()).isEqualTo(500);
        assertThat(stop(sim, writer).statusCode()).isEqualTo(500);
        assertThat(stop(sim, writer).statusCode()).isEqualTo(503);
        assertThat(stop(sim, writer).statusCode()).isEqualTo(503);
        sim.clearFaults();
        assertDone(stop(sim, writer));
    }

    private static HttpResponse<String> stop(OmsSimulator sim, OmsWriter writer) {
        return new CmWire(sim).form(STOP, "applierName", writer.name());
    }
}
