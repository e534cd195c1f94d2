package dev.opsdk.simulator.ccr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.Wire;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateTest extends CcrTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"name\":5} | json: cannot unmarshal number into Go struct field CreateCcrRequest.name of type string",
                "{\"src\":{\"port\":1}} | json: cannot unmarshal number into Go struct field Spec.src.port of type string",
                "{\"src\":5} | json: cannot unmarshal number into Go struct field CreateCcrRequest.src of type base.Spec",
                "{\"src\":{\"frontends\":5}} | json: cannot unmarshal number into Go struct field Spec.src.frontends of type []base.Frontend",
                "{\"src\":{\"host_mapping\":5}} | json: cannot unmarshal number into Go struct field Spec.src.host_mapping of type map[string]string",
                "{\"skip_error\":\"no\"} | json: cannot unmarshal string into Go struct field CreateCcrRequest.skip_error of type bool",
            })
    void undecodableJobsAreABadRequest(String body, String message) {
        CcrSimulator sim = start(CcrGeneration.G4);
        HttpResponse<String> answer = wire(sim).post("/create_ccr", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
        assertThat(answer.body()).isEqualTo(message + "\n");
        assertThat(sim.journal().last("/create_ccr").orElseThrow().outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void aClusterThatIsDownIsFoundOutBeforeItsDatabases() {
        CcrSimulator sim = start(CcrGeneration.G4);
        sim.destination().down(true);
        assertThat(wire(sim).text("/create_ccr", Jobs.of("x", "nodb", "", "demo2", "", "")))
                .contains("dial tcp 127.0.0.1:19031: connect: connection refused");
    }

    @Test
    void featureBinlogMustBeOnInBothClusters() {
        CcrSimulator sim = start(CcrGeneration.G4);
        sim.destination().featureBinlog(false, true);
        assertThat(create(sim))
                .isEqualTo("[normal] Fe 127.0.0.1:19031 enable_feature_binlog=false, please set it true in fe.conf");
        sim.source().featureBinlog(true, false);
        assertThat(create(sim)).startsWith("[normal] Be: [127.0.0.1:").contains("please set it true in be.conf");
        sim.source().backendDead(true);
        assertThat(create(sim))
                .startsWith("get url: http://127.0.0.1:8040/api/show_config?conf_item=enable_feature_binlog failed: "
                        + "[normal] ");
    }

    @Test
    void aTableJobNamesTheMissingProperties() {
        CcrSimulator sim = start(CcrGeneration.G4);
        sim.source().database("demo").table("bad").binlogEnabled(false).lightSchemaChange(false);
        assertThat(Wire.read(wire(sim).text("/create_ccr", Jobs.ofTable("x", "bad")))
                        .get("error_msg")
                        .asText())
                .isEqualTo("[normal] src table demo.bad only support property: \"binlog.enable\" = \"true\", "
                        + "\"light_schema_change\" = \"true\"");
    }

    @Test
    void aMappingMustHaveEveryFrontendAndSentFrontendsAreDoubled() {
        CcrSimulator sim = start(CcrGeneration.G4);
        sim.source().frontendHosts("10.0.0.1", "10.0.0.2");
        String body = "{\"name\":\"x\",\"src\":{\"host\":\"1.1.1.1\",\"port\":\"9030\",\"thrift_port\":\"9020\","
                + "\"user\":\"root\",\"database\":\"demo\",\"host_mapping\":{\"10.0.0.1\":\"1.1.1.1\"%s},"
                + "\"frontends\":[{\"host\":\"sent\",\"port\":\"1\",\"thrift_port\":\"2\",\"is_master\":true}]},"
                + "\"dest\":{\"host\":\"h\",\"port\":\"1\",\"thrift_port\":\"2\",\"user\":\"u\",\"database\":\"d\"}}";
        assertThat(wire(sim).text("/create_ccr", body.replace("%s", "")))
                .contains("the public ip of host 10.0.0.2 is not found, consider adding it via HTTP API "
                        + "/add_host_mapping");
        assertThat(wire(sim).text("/create_ccr", body.replace("%s", ",\"10.0.0.2\":\"\"")))
                .isEqualTo(OK);
        JsonNode src = wire(sim).json("/job_detail", "x").at("/job_detail/src");
        assertThat(src.get("frontends").findValuesAsText("host")).containsExactly("sent", "1.1.1.1", "");
        assertThat(src.get("host_mapping")).hasToString("{\"10.0.0.1\":\"1.1.1.1\",\"10.0.0.2\":\"\"}");
    }

    @Test
    void passwordsAreShownInClearToAnyoneWhoAsks() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        assertThat(wire(sim).text("/job_detail", Wire.named("orders"))).contains("\"password\":\"s3cret\"");
    }

    @Test
    void replicationNumIsLookedAtByTheNewestOnly() {
        CcrSimulator sim = start(CcrGeneration.G6);
        sim.destination().aliveBackends(2);
        assertThat(wire(sim).text("/create_ccr", withReplicas("a", 0))).contains("replication_num");
        assertThat(wire(sim).text("/create_ccr", withReplicas("a", 3))).contains("replication_num");
        assertThat(wire(sim).text("/create_ccr", withReplicas("a", 2))).isEqualTo(OK);
        assertThat(wire(sim).text("/create_ccr", withReplicas("b", -1))).isEqualTo(OK);
        assertThat(wire(start(CcrGeneration.G5)).text("/create_ccr", withReplicas("a", 0)))
                .isEqualTo(OK);
    }

    @Test
    void skipErrorIsHonouredUpToG3AndIgnoredLater() {
        CcrSimulator old = start(CcrGeneration.G3);
        wire(old).post("/create_ccr", Jobs.of("x", "demo", "", "demo2", "", ",\"skip_error\":true"));
        settle(old);
        long bad = old.source().write("demo", 1);
        old.job("x").failAt(bad);
        step(old);
        assertThat(old.job("x").lag()).isZero();
        assertThat(old.job("x").lostSeqs()).containsExactly(bad);
        assertThat(wire(old)
                        .json("/job_detail", "x")
                        .at("/job_detail/skip_error")
                        .asBoolean())
                .isTrue();
        CcrSimulator sim = start(CcrGeneration.G4);
        wire(sim).post("/create_ccr", Jobs.of("x", "demo", "", "demo2", "", ",\"skip_error\":true"));
        settle(sim);
        sim.job("x").failAt(sim.source().write("demo", 1));
        settle(sim);
        assertThat(sim.job("x").lag()).isEqualTo(1);
    }

    private static String create(CcrSimulator sim) {
        return Wire.read(wire(sim).text("/create_ccr", Jobs.ofDatabase("x")))
                .get("error_msg")
                .asText();
    }

    private static String withReplicas(String name, int count) {
        return Jobs.of(name, "demo", "", "demo2", "", ",\"replication_num\":" + count);
    }
}
