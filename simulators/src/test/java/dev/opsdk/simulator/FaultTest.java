package dev.opsdk.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import dev.opsdk.simulator.ccr.CcrGeneration;
import dev.opsdk.simulator.ccr.CcrSimulator;
import dev.opsdk.simulator.oms.OmsAnswer;
import dev.opsdk.simulator.oms.OmsSimulator;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultTest {

    private static void refuses(SimNode node, String path, String near) {
        assertThatThrownBy(() -> node.fail(Fault.hang().on(path)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing is served at " + path)
                .hasMessageContaining(near);
        assertThat(node.pendingFaults()).isEmpty();
    }

    @Test
    void aPathThatIsNotServedIsRefused() {
        try (CcrSimulator ccr =
                        CcrSimulator.builder().generation(CcrGeneration.G1).start();
                OmsSimulator oms = OmsSimulator.start();
                OpenMldbSimulator mldb = OpenMldbSimulator.start();
                BizConnectorSimulator biz = BizConnectorSimulator.start()) {
            refuses(ccr.node(0), "/pauze", "/pause");
            refuses(ccr.node(0), "/view", "near it: ");
            refuses(oms, "/applier/stopp", "/applier/stop");
            refuses(mldb.nameServer(0), "/NameServer/Showtable", "/NameServer/ShowTable");
            refuses(mldb.tablet(0), "/NameServer/ShowTable", "/TabletServer/");
            refuses(biz.connector(0), "/api/core/v1/Message", "/api/core/v1/Messages");
            refuses(biz.connector(0), "/Messages", "near it: ");
            assertThatThrownBy(() -> oms.answer(OmsAnswer.withoutFlag().on("/crawler/details")))
                    .hasMessageContaining("/crawler/detail");
        }
    }

    @Test
    void aPathWithAParameterIsForEveryValueOrForOne() throws IOException {
        String path = "/api/core/v1/Messages/";
        try (BizConnectorSimulator biz = BizConnectorSimulator.start()) {
            SimNode node = biz.connector(0);
            node.fail(Fault.status(502).on(path + "{id}"))
                    .fail(Fault.status(503).on(path + "MSG1"));
            Wire wire = new Wire(biz.url());
            assertThat(wire.send("GET", path + "any", "").statusCode()).isEqualTo(502);
            assertThat(wire.send("GET", path + "MSG2", "").statusCode()).isEqualTo(401);
            assertThat(wire.send("GET", path + "MSG1", "").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void aFaultMayBeForOneMethodOnlyAndWaitsForIt() throws IOException {
        try (CcrSimulator ccr = CcrSimulator.start()) {
            Fault fault = Fault.status(418).on("/version").method("PUT");
            ccr.node(0).fail(fault);
            Wire wire = new Wire(ccr.url());
            assertThat(wire.send("GET", "/version", "").statusCode()).isEqualTo(200);
            assertThat(ccr.node(0).pendingFaults()).containsExactly(fault);
            assertThat(wire.send("PUT", "/version", "").statusCode()).isEqualTo(418);
            assertThat(ccr.node(0).pendingFaults()).isEmpty();
        }
    }

    @Test
    void faultsSayWhatTheyAre() {
        assertThat(List.of(
                        Fault.hangAfter(),
                        Fault.status(500).times(2).on("/a"),
                        Fault.html(502).method("POST").always()))
                .extracting(Fault::toString)
                .containsExactly(
                        "hang after processing",
                        "status 500 before processing on /a, 2 times",
                        "html 502 before processing of POST, always");
        assertThatThrownBy(() -> Fault.hang().times(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
