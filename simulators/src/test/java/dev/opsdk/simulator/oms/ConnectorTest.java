package dev.opsdk.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConnectorTest extends OmsTest {

    private static final String START = "/connector/task/startByName";
    private static final String STOP = "/connector/task/stopByName";
    private static final String UPDATE = "/connector/task/updateByName";
    private static final String V2 = "/connector/task/v2/";

    @Test
    void theFirstGenerationUpdatesByDottedKeysWhenStopped() {
        OmsSimulator sim = start();
        OmsConnector connector = sim.chain("np_1").connector();
        CmWire wire = new CmWire(sim);
        String[] update = {
            "taskName", connector.name(),
            "coordinator.connector_jvm_param", "-Xms4g -Xmx6g -Xmn2g",
            "dest.workers", "8",
            "source.timezone", "+08:00",
            "nobody.cares", "1",
            "nodot", "1"
        };
        assertRefused(wire.form(UPDATE, update));
        assertDone(wire.postQuery(STOP, "taskName", connector.name()));
        assertDone(wire.form(UPDATE, update));
        assertThat(connector.config("coordinator", "connector_jvm_param")).hasValue("-Xms4g -Xmx6g -Xmn2g");
        assertThat(connector.config("dest", "workers")).hasValue("8");
        assertThat(connector.config("sink", "workers")).hasValue("8");
        assertThat(connector.config("source", "timezone")).hasValue("+08:00");
        assertThat(connector.config("nobody", "cares")).isEmpty();
    }

    @Test
    void aPullBackCountsOnlyWithResumeFalse() {
        OmsSimulator sim = start();
        OmsConnector connector = sim.chain("np_1").connector();
        CmWire wire = new CmWire(sim);
        Instant saved = connector.position();
        Instant target = saved.minusSeconds(3600);
        assertDone(wire.postQuery(STOP, "taskName", connector.name()));
        assertDone(wire.form(UPDATE, "taskName", connector.name(), "source.checkpoint", checkpoint(connector, target)));
        assertDone(wire.postQuery(START, "taskName", connector.name()));
        assertThat(connector.position()).isEqualTo(saved);
        assertDone(wire.postQuery(STOP, "taskName", connector.name()));
        assertDone(wire.postQuery(START, "taskName", connector.name(), "resume", "false"));
        assertThat(connector.position()).isEqualTo(target);
        assertThat(connector.starts()).isEqualTo(2);
    }

    @Test
    void aPullBackOfTheSecondGenerationCountsOnlyWithItsFlag() {
        OmsSimulator sim = start();
        OmsConnector connector = sim.chain("np_1").connector();
        CmWire wire = new CmWire(sim);
        Instant saved = connector.position();
        Instant target = saved.minusSeconds(7200);
        assertDone(wire.postQuery(V2 + "stop", "taskName", connector.name()));
        String text = checkpoint(connector, target).replace("\"", "\\\"");
        HttpResponse<String> answer = wire.postJson(
                V2 + "update?" + CmWire.encoded("taskName", connector.name(), "deleteParams", "source.checkpoint"),
                "{\"source\":{\"checkpoint\":\"" + text + "\"}}");
        assertDone(answer);
        assertThat(CmWire.json(answer).get("result").asText()).isEqualTo(connector.name());
        assertDone(wire.postQuery(V2 + "resume", "taskName", connector.name()));
        assertThat(connector.position()).isEqualTo(saved);
        assertDone(wire.postQuery(V2 + "stop", "taskName", connector.name()));
        assertDone(wire.postQuery(V2 + "resume", "taskName", connector.name(), "pullBackFlag", "true"));
        assertThat(connector.position()).isEqualTo(target);
    }

    @Test
    void aCheckpointForAnotherSubTopicIsAcceptedAndKillsTheConnector() {
        OmsSimulator sim = start();
        OmsConnector connector = sim.chain("np_1").connector();
        CmWire wire = new CmWire(sim);
        assertDone(wire.postQuery(STOP, "taskName", connector.name()));
        for (String broken : new String[] {"{\"other\":\"1768464000\"}", "not json", "{\"np_1_source-000-0\":\"x\"}"}) {
            assertDone(wire.form(UPDATE, "taskName", connector.name(), "source.checkpoint", broken));
            assertDone(wire.postQuery(START, "taskName", connector.name(), "resume", "false"));
            assertThat(connector.state()).as(broken).isEqualTo(ComponentState.DEAD);
        }
        assertDone(wire.postQuery(START, "taskName", connector.name()));
        assertThat(connector.isRunning()).isTrue();
    }

    @Test
    void aCheckpointInMillisecondsIsOutsideEveryStore() {
        OmsSimulator sim = start();
        OmsConnector connector = sim.chain("np_1").connector();
        CmWire wire = new CmWire(sim);
        String millis =
                "{\"" + connector.subTopic() + "\":\"" + sim.clock().now().toEpochMilli() + "\"}";
        assertDone(wire.postQuery(STOP, "taskName", connector.name()));
        assertDone(wire.form(UPDATE, "taskName", connector.name(), "source.checkpoint", millis));
        assertCode(wire.postQuery(START, "taskName", connector.name(), "resume", "false"), "CM-RESOIE000201");
        assertThat(connector.state()).isEqualTo(ComponentState.STOPPED);
    }

    @Test
    void updatesOfTheSecondGenerationAreCheckedForTheirForm() {
        OmsSimulator sim = start();
        OmsConnector connector = sim.chain("np_1").connector();
        CmWire wire = new CmWire(sim);
        assertDone(wire.postQuery(V2 + "stop", "taskName", connector.name()));
        String target = V2 + "update?" + CmWire.encoded("taskName", connector.name());
        assertRefused(wire.postJson(target, ""));
        assertRefused(wire.postJson(target, "[1]"));
        assertRefused(wire.postJson(target, "{\"source\":"));
        assertRefused(wire.postJson(target, "{\"dest\":{\"a\":\"b\"}}"));
        assertRefused(wire.postJson(target, "{\"sink\":\"a\"}"));
        assertRefused(wire.raw("POST", target, "text/plain", "{\"sink\":{\"a\":\"b\"}}"));
        assertDone(wire.postJson(
                target, "{\"sink\":{\"a\":\"b\",\"n\":5,\"l\":[1,\"x\"]},\"condition\":{\"white\":\"*\"}}"));
        assertThat(connector.config("sink", "n")).hasValue("5");
        assertThat(connector.config("sink", "l")).hasValue("[1,\"x\"]");
        assertThat(connector.config("condition", "white")).hasValue("*");
        assertDone(wire.postJson(target + "&deleteParams=sink.a,condition.white", ""));
        assertThat(connector.config("sink", "a")).isEmpty();
        assertThat(connector.config("sink", "n")).hasValue("5");
    }

    @Test
    void aConnectorThatDiedMayBeUpdatedAndARunningOneMayNot() {
        OmsSimulator sim = start();
        OmsConnector connector = sim.chain("np_1").connector();
        CmWire wire = new CmWire(sim);
        String target = V2 + "update?" + CmWire.encoded("taskName", connector.name());
        assertRefused(wire.postJson(target, "{\"sink\":{\"a\":\"b\"}}"));
        connector.dies();
        assertDone(wire.postJson(target, "{\"sink\":{\"a\":\"b\"}}"));
    }

    @Test
    void aFullImportIsStartedAllOverWithItsFlagAndNeedsNoStore() {
        OmsSimulator sim = start();
        OmsConnector full = sim.addConnector("np_2_source", "np_2-full_trans-1-0");
        CmWire wire = new CmWire(sim);
        Instant created = sim.clock().now();
        full.at(created.plusSeconds(500)).works(1);
        assertDone(wire.postQuery(V2 + "resume", "taskName", full.name()));
        assertDone(wire.postQuery(V2 + "stop", "taskName", full.name()));
        assertDone(wire.postQuery(V2 + "resume", "taskName", full.name()));
        assertThat(full.position()).isEqualTo(created.plusSeconds(500));
        assertDone(wire.postQuery(V2 + "stop", "taskName", full.name()));
        assertDone(wire.postQuery(V2 + "resume", "taskName", full.name(), "restartFlag", "true"));
        assertThat(full.position()).isEqualTo(created);
    }

    @Test
    void restartingAnythingElseIsAPlainStart() {
        OmsSimulator sim = start();
        OmsConnector connector = sim.chain("np_1").connector();
        CmWire wire = new CmWire(sim);
        Instant saved = connector.position();
        assertDone(wire.postQuery(V2 + "stop", "taskName", connector.name()));
        assertDone(wire.postQuery(V2 + "resume", "taskName", connector.name(), "restartFlag", "true"));
        assertThat(connector.position()).isEqualTo(saved);
    }

    @Test
    void aDeletedConnectorIsGone() {
        OmsSimulator sim = start();
        OmsConnector connector = sim.chain("np_1").connector();
        CmWire wire = new CmWire(sim);
        assertDone(wire.postQuery(V2 + "delete", "taskName", connector.name()));
        assertThat(connector.exists()).isFalse();
        assertThat(sim.connecting(connector.subTopic())).isEmpty();
        assertRefused(wire.postQuery(V2 + "resume", "taskName", connector.name()));
    }

    @Test
    void aStartCanFail() {
        OmsSimulator sim = start();
        OmsConnector connector = sim.chain("np_1").connector().failsToStart(1);
        CmWire wire = new CmWire(sim);
        assertDone(wire.postQuery(STOP, "taskName", connector.name()));
        assertRefused(wire.postQuery(START, "taskName", connector.name()));
        assertThat(connector.isRunning()).isFalse();
        assertDone(wire.postQuery(START, "taskName", connector.name()));
        assertDone(wire.postQuery(START, "taskName", connector.name()));
        assertThat(connector.starts()).isEqualTo(1);
    }

    @Test
    void batchDetailTellsWhatItFinds() {
        OmsSimulator sim = start();
        OmsConnector one = sim.chain("np_1").connector();
        OmsConnector two = sim.chain("np_2").connector();
        two.dies();
        JsonNode result = CmWire.json(
                        new CmWire(sim).get(V2 + "batchDetail", "taskNames", one.name() + "," + two.name() + ",nope"))
                .get("result");
        assertThat(result).hasSize(2);
        assertThat(result.get(0).get("status").asText()).isEqualTo("RUNNING");
        assertThat(result.get(1).get("status").asText()).isEqualTo("EXCEPTION");
    }

    private static String checkpoint(OmsConnector connector, Instant at) {
        return "{\"" + connector.subTopic() + "\":\"" + at.getEpochSecond() + "\"}";
    }
}
