package dev.opsdk.ccr.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.ccr.RecordedExchanges;
import dev.opsdk.ccr.internal.PrometheusText;
import dev.opsdk.core.internal.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SyncerMetricsTest {
    @Test
    void theRecordedMetricsNameJobsInsideMetricNames() throws Exception {
        SyncerMetrics metrics =
                metrics(RecordedExchanges.titled("GET /metrics (job lines only; go_*, process_*, promhttp_* left out)")
                        .response()
                        .body());
        assertThat(metrics.jobNames()).containsExactly("db_job", "tbl_job_1");
        assertThat(metrics.job("tbl-job.1")).hasValueSatisfying(job -> {
            assertThat(job.name()).isEqualTo("tbl-job.1");
            assertThat(job.commitSeq()).as("-1 is none yet").isEmpty();
        });
        assertThat(metrics.job("nope")).isEmpty();
        assertThat(metrics.samples("ccr_metrics_dashboard_jobNum"))
                .singleElement()
                .satisfies(sample -> {
                    assertThat(sample.value()).isEqualTo(2);
                    assertThat(sample.type()).isEqualTo(MetricSample.Type.COUNTER);
                });
        assertThat(metrics.samples("ccr_metrics_runtime_gc_pause_ns_sum"))
                .allMatch(sample -> sample.type() == MetricSample.Type.SUMMARY);
        assertThat(metrics).hasToString("SyncerMetrics{17 samples, jobs=[db_job, tbl_job_1]}");
    }

    @Test
    void allOldMetricsOfAJobAreRead() throws Exception {
        SyncerMetrics metrics = metrics("""
                ccr_metrics_my_host_job_handlingCommitSeq_a_b 1.0000001e+07
                ccr_metrics_my_host_job_prevCommitSeq_a_b 1e+07
                ccr_metrics_job_handledBinlogNum_a_b 12
                ccr_metrics_my_host_job_handlingCommitSeq_x_a_b 5
                """);
        assertThat(metrics.job("a b")).hasValueSatisfying(job -> {
            assertThat(job.commitSeq()).hasValue(10000001);
            assertThat(job.prevCommitSeq()).hasValue(10000000);
            assertThat(job.handledBinlogs()).hasValue(12);
            assertThat(job.lag()).isEmpty();
        });
        assertThat(metrics.jobNames()).containsExactly("a_b", "x_a_b");
    }

    @Test
    void generation5NamesJobsByLabel() throws Exception {
        SyncerMetrics metrics = metrics("""
                ccr_job_running_total 2
                ccr_job_running_sync_state{name="orders"} 3
                ccr_job_running_sub_sync_state{name="orders"} -1
                ccr_job_running_lag_total{name="orders"} 2
                ccr_job_running_lag_seconds{name="orders"} 30.5
                ccr_binlog_commit_seq{name="orders"} 20000001
                ccr_handle_binlog_total{name="orders"} 7
                ccr_error_total{error="normal",type="recoverable",name="orders"} 2
                ccr_error_total{error="rpc",type="recoverable",name="orders"} 3
                ccr_handle_binlog_duration_seconds_bucket{name="orders",le="+Inf"} 7
                ccr_job_running_lag_total{name="a.b"} 0
                ccr_job_running_lag_seconds{name="a.b"} 1.7567e+09
                go_info{version="go1.20",name="not a job"} 1
                """);
        assertThat(metrics.jobNames()).containsExactly("a.b", "orders");
        assertThat(metrics.job("orders")).hasValueSatisfying(job -> {
            assertThat(job.syncState()).contains(SyncState.of("DBIncrementalSync"));
            assertThat(job.subSyncState()).contains(SubSyncState.of(-1));
            assertThat(job.lag()).hasValue(2);
            assertThat(job.timeBehind()).contains(Duration.ofMillis(30_500));
            assertThat(job.commitSeq()).hasValue(20000001);
            assertThat(job.handledBinlogs()).hasValue(7);
            assertThat(job.errors()).hasValue(5);
            assertThat(job.prevCommitSeq()).isEmpty();
        });
        assertThat(metrics.job("a.b")).hasValueSatisfying(job -> {
            assertThat(job.lag()).hasValue(0);
            assertThat(job.timeBehind()).as("garbage without a lag").isEmpty();
            assertThat(job.errors()).isEmpty();
        });
        assertThat(metrics.job("a_b")).isEmpty();
        assertThat(metrics.job("not a job")).isEmpty();
    }

    @Test
    void valuesThatAreNoNumbersAreAbsent() throws Exception {
        SyncerMetrics metrics =
                metrics("ccr_job_running_lag_total{name=\"j\"} NaN\nccr_binlog_commit_seq{name=\"j\"} +Inf\n");
        assertThat(metrics.job("j")).hasValueSatisfying(job -> {
            assertThat(job.lag()).isEmpty();
            assertThat(job.commitSeq()).isEmpty();
        });
        assertThat(metrics)
                .isEqualTo(SyncerMetrics.of(metrics.samples()))
                .hasSameHashCodeAs(SyncerMetrics.of(metrics.samples()));
    }

    private static SyncerMetrics metrics(String text) throws Json.Undecodable {
        return SyncerMetrics.of(PrometheusText.parse(text));
    }
}
