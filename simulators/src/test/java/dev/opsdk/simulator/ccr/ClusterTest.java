package dev.opsdk.simulator.ccr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.Wire;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterTest extends CcrTest {

    private static final String ORDERS = Wire.named("orders");

    /** Two nodes; the second one owns the job. */
    private CcrSimulator two(CcrGeneration generation) {
        CcrSimulator sim = start(CcrSimulator.builder().generation(generation).nodes(2));
        new Wire(sim.urls().get(1)).post("/create_ccr", Jobs.ofDatabase("orders"));
        settle(sim);
        return sim;
    }

    @Test
    void theLocationCanBeFollowedByPostingAgain() {
        CcrSimulator sim = two(CcrGeneration.G4);
        HttpResponse<String> first = wire(sim).post("/pause", ORDERS);
        assertThat(first.statusCode()).isEqualTo(303);
        String location = first.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo(sim.node(1).url() + "/pause");
        assertThat(new Wire(location).text("", ORDERS)).isEqualTo(OK);
        assertThat(sim.journal().requests("/pause")).hasSize(2);
        assertThat(sim.journal().executed("/pause"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.node()).isEqualTo(1));
    }

    @Test
    void g1AlwaysPointsAtJobStatus() {
        CcrSimulator sim = two(CcrGeneration.G1);
        assertThat(wire(sim).post("/pause", ORDERS).headers().firstValue("Location"))
                .contains(sim.node(1).url() + "/job_status");
    }

    @Test
    void hostMappingIsNeverRedirected() {
        CcrSimulator sim = two(CcrGeneration.G4);
        String body = "{\"name\":\"orders\",\"dest_host_mapping\":{\"a\":\"b\"}}";
        assertThat(wire(sim).text("/update_host_mapping", body)).contains("[normal] job not exist: orders");
        assertThat(new Wire(sim.urls().get(1)).text("/update_host_mapping", body))
                .isEqualTo(OK);
    }

    @Test
    void skipOfG4ChecksItsArgumentsBeforeItRedirects() {
        CcrSimulator sim = two(CcrGeneration.G4);
        assertThat(wire(sim).text("/job_skip_binlog", "{\"name\":\"orders\",\"skip_by\":\"bogus\"}"))
                .contains("unknown skip way: bogus");
        assertThat(wire(sim)
                        .post("/job_skip_binlog", "{\"name\":\"orders\",\"skip_by\":\"fullsync\"}")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void aDeadOwnerIsRedirectedToUntilItsJobsAreTakenOver() {
        CcrSimulator sim = two(CcrGeneration.G4);
        sim.node(1).kill();
        assertThat(sim.node(1).isUp()).isFalse();
        assertThatThrownBy(() -> new Wire(sim.urls().get(1)).send("POST", "/pause", ORDERS))
                .isInstanceOf(ConnectException.class);
        assertThat(wire(sim).post("/job_status", ORDERS).statusCode()).isEqualTo(303);
        sim.advance(Duration.ofSeconds(10));
        assertThat(wire(sim).post("/job_status", ORDERS).statusCode()).isEqualTo(303);
        sim.advance(Duration.ofSeconds(5));
        assertThat(sim.job("orders").owner()).hasValue(0);
        assertThat(wire(sim).text("/job_status", ORDERS)).contains("[normal] job not exist: orders");
        assertThat(wire(sim).text("/list_jobs", "")).contains("orders");
        sim.advance(Duration.ofSeconds(5));
        assertThat(wire(sim).text("/job_status", ORDERS)).contains("DBIncrementalSync");
        sim.source().write("demo", 3);
        step(sim);
        assertThat(sim.job("orders").lag()).isZero();
    }

    @Test
    void anOwnerThatComesBackInTimeKeepsItsJobsAndOneThatDoesNotHasNone() {
        CcrSimulator sim = two(CcrGeneration.G4);
        sim.node(1).kill();
        sim.advance(Duration.ofSeconds(4));
        sim.node(1).restart();
        sim.node(1).restart();
        sim.advance(Duration.ofSeconds(30));
        assertThat(sim.job("orders").owner()).hasValue(1);
        assertThat(sim.job("orders").isLoaded()).isTrue();
        sim.node(1).kill();
        sim.advance(Duration.ofSeconds(30));
        sim.node(1).restart();
        sim.advance(Duration.ofSeconds(30));
        assertThat(sim.job("orders").owner()).hasValue(0);
        assertThat(new Wire(sim.urls().get(1)).post("/pause", ORDERS).statusCode())
                .isEqualTo(303);
    }

    @Test
    void pauseSurvivesATakeover() {
        CcrSimulator sim = two(CcrGeneration.G4);
        new Wire(sim.urls().get(1)).post("/pause", ORDERS);
        sim.node(1).kill();
        sim.advance(Duration.ofSeconds(25));
        sim.source().write("demo", 3);
        settle(sim);
        assertThat(sim.job("orders").isPaused()).isTrue();
        assertThat(sim.job("orders").lag()).isEqualTo(3);
        assertThat(sim.job("orders"))
                .hasToString("job orders of node 0: paused, DBIncrementalSync, applied "
                        + sim.job("orders").prevCommitSeq());
    }

    @Test
    void faultsBelongToOneNode() {
        CcrSimulator sim = two(CcrGeneration.G4);
        sim.node(0)
                .fail(Fault.resetAfter().on("/version"))
                .fail(Fault.status(500).always());
        assertThatThrownBy(() -> wire(sim).send("POST", "/version", "")).isInstanceOf(IOException.class);
        assertThat(wire(sim).post("/version", "").statusCode()).isEqualTo(500);
        assertThat(new Wire(sim.urls().get(1)).post("/version", "").statusCode())
                .isEqualTo(200);
        sim.node(0).releaseFaults();
        sim.node(0).clearFaults();
        assertThat(wire(sim).post("/version", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aJobThatDoesNotExistHasZeroValues() {
        CcrSimulator sim = start(CcrGeneration.G4);
        CcrJob none = sim.job("none");
        assertThat(List.of(none.exists(), none.isPaused(), none.isLoaded(), none.isHanging(), none.isIncremental()))
                .containsOnly(false);
        assertThat(List.of(none.prevCommitSeq(), none.commitSeq(), none.lastCommitSeq(), none.lag(), none.syncId()))
                .containsOnly(0L);
        assertThat(none.owner()).isEmpty();
        assertThat(none).hasToString("job none (does not exist)");
        assertThatThrownBy(() -> none.failAt(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sim.node(0).hangNextStep("none")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CcrSimulator.builder().nodes(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
