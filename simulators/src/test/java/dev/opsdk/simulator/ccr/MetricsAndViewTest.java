package dev.opsdk.simulator.ccr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.simulator.Wire;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class MetricsAndViewTest extends CcrTest {

    @Test
    void oldMetricsHaveTheJobInTheirNamesAndRoundedValues() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        sim.job("orders").failAt(sim.source().write("demo", 1) + 1);
        sim.source().write("demo", 1);
        step(sim);
        HttpResponse<String> answer = wire(sim).post("/metrics", "");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body())
                .contains(
                        "# TYPE ccr_metrics_dashboard_jobNum counter\nccr_metrics_dashboard_jobNum 1\n",
                        "ccr_metrics_error_normal_recoverable 1\n",
                        "ccr_metrics_vm_job_handlingCommitSeq_orders 1003\n",
                        "ccr_metrics_vm_job_prevCommitSeq_orders 1002\n");
    }

    @Test
    void newMetricsHaveLabels() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G5, "my, \\\"job");
        String job = "my, \"job";
        sim.job(job).failAt(sim.source().write("demo", 1));
        step(sim);
        assertThat(wire(sim).text("/metrics", ""))
                .contains(
                        "ccr_job_running_total 1\n",
                        "ccr_job_running_sync_state{name=\"my, \\\"job\"} 3\n",
                        "ccr_job_running_lag_total{name=\"my, \\\"job\"} 1\n",
                        "ccr_binlog_commit_seq{name=\"my, \\\"job\"} 1001\n",
                        "ccr_error_total{error=\"normal\",name=\"my, \\\"job\",type=\"recoverable\"} 1\n");
    }

    @Test
    void numbersAboveAMillionHaveAnExponentAndLoseDigits() {
        assertThat(MetricsRoute.number((float) 16_777_217L)).isEqualTo("1.6777216e+07");
        assertThat(MetricsRoute.number(1_000_000)).isEqualTo("1e+06");
        assertThat(MetricsRoute.number(-1)).isEqualTo("-1");
    }

    @Test
    void viewTakesItsQueryLiterally() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G5, "orders");
        assertThat(wire(sim).text("/view", "")).startsWith("<html>").contains("orders");
        assertThat(wire(sim).text("/view?type=table", "")).isEqualTo("orders\tdb_sync\tDBIncrementalSync\n");
        assertThat(wire(sim).text("/view?type=raw&x=1", "")).isEqualTo("show job state with unknow type: type=raw&x=1");
        assertThat(wire(sim).text("/view?type=json", "")).startsWith("show job state with unknow type");
    }

    @Test
    void theJsonViewOfG6IsGluedTogetherAndBreaksOnAQuote() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G6, "orders");
        assertThat(Wire.read(wire(sim).text("/view?type=json", ""))
                        .at("/jobs/0/syncState")
                        .asText())
                .isEqualTo("DBIncrementalSync");
        wire(sim).post("/create_ccr", Jobs.ofDatabase("a\\\"b"));
        String broken = wire(sim).text("/view?type=json", "");
        assertThatThrownBy(() -> Wire.read(broken)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void oneSilentSourceSpoilsTheWholeView() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G6, "orders");
        sim.source().answerLag(FrontendAnswer.RPC_FAILURE);
        HttpResponse<String> answer = wire(sim).post("/view?type=json", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotStartWith("{").contains("[rpc]");
    }
}
