package dev.opsdk.simulator.ccr;

import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** {@code /metrics} in its two namings: job names inside metric names up to G4, as labels later. */
final class MetricsRoute {

    private static final Pattern BLANKS = Pattern.compile("[ .=/-]");
    private static final Pattern VALID = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");

    private final World world;
    private final NodeMemory node;

    MetricsRoute(World world, NodeMemory node) {
        this.world = world;
        this.node = node;
    }

    SimResponse serve(SimRequest request) {
        synchronized (world) {
            return world.settings.since(CcrGeneration.G5) ? prometheus(labels()) : names();
        }
    }

    private SimResponse names() {
        String prefix = "ccr_metrics_" + world.settings.hostName + "_job_";
        for (String job : node.metricNames) {
            String name = prefix + "handlingCommitSeq_" + flat(job);
            if (!VALID.matcher(name).matches()) {
                return Replies.error(
                        500,
                        "An error has occurred while serving metrics:\n\n\"" + name
                                + "\" is not a valid metric name\n");
            }
        }
        StringBuilder out = new StringBuilder();
        metric(out, "ccr_metrics_dashboard_jobNum", "counter", node.jobs.size());
        long failures =
                node.jobs.values().stream().mapToLong(job -> job.failures).sum();
        if (failures > 0) {
            metric(out, "ccr_metrics_error_normal_recoverable", "counter", failures);
        }
        for (LiveJob job : node.jobs.values()) {
            Progress progress = job.row.progress;
            boolean handled = progress.lastCommitSeq > 0;
            String name = flat(job.row.name);
            metric(out, prefix + "handlingCommitSeq_" + name, "gauge", handled ? progress.lastCommitSeq : -1);
            if (handled) {
                metric(out, prefix + "prevCommitSeq_" + name, "gauge", progress.prevCommitSeq);
            }
        }
        metric(out, "ccr_metrics_" + world.settings.hostName + "_runtime_num_goroutines", "gauge", 17);
        return prometheus(out.toString());
    }

    private String labels() {
        StringBuilder out = new StringBuilder();
        metric(out, "ccr_job_running_total", "gauge", node.jobs.size());
        head(out, "ccr_job_running_sync_state", "gauge");
        node.jobs
                .values()
                .forEach(job -> labelled(out, "ccr_job_running_sync_state", job, job.row.progress.state.number));
        head(out, "ccr_job_running_sub_sync_state", "gauge");
        node.jobs
                .values()
                .forEach(job -> labelled(out, "ccr_job_running_sub_sync_state", job, job.row.progress.subState));
        head(out, "ccr_job_running_lag_total", "gauge");
        LagRoute lag = new LagRoute(world);
        node.jobs.values().forEach(job -> labelled(out, "ccr_job_running_lag_total", job, lag.count(job.row)));
        head(out, "ccr_binlog_commit_seq", "gauge");
        node.jobs.values().forEach(job -> labelled(out, "ccr_binlog_commit_seq", job, job.row.progress.prevCommitSeq));
        head(out, "ccr_error_total", "counter");
        for (LiveJob job : node.jobs.values()) {
            if (job.failures > 0) {
                out.append("ccr_error_total{error=\"normal\",name=\"")
                        .append(label(job.row.name))
                        .append("\",type=\"recoverable\"} ")
                        .append(job.failures)
                        .append('\n');
            }
        }
        return out.toString();
    }

    private static void labelled(StringBuilder out, String name, LiveJob job, long value) {
        out.append(name)
                .append("{name=\"")
                .append(label(job.row.name))
                .append("\"} ")
                .append(number((double) value))
                .append('\n');
    }

    private static String label(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static void metric(StringBuilder out, String name, String type, long value) {
        head(out, name, type);
        // go-metrics keeps float32: sequence numbers above 16,777,216 come out rounded
        out.append(name).append(' ').append(number((float) value)).append('\n');
    }

    private static void head(StringBuilder out, String name, String type) {
        out.append("# HELP ").append(name).append(' ').append(name).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static SimResponse prometheus(String body) {
        return SimResponse.text(200, "text/plain; version=0.0.4; charset=utf-8", body, Outcome.EXECUTED);
    }

    /** Go's shortest form: an exponent from 21 digits or a million on, as %g has it. */
    static String number(double value) {
        if (Math.abs(value) < 1e21 && value == Math.rint(value) && Math.abs(value) < 1e6) {
            return String.valueOf((long) value);
        }
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        String digits = exact.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return digits + "e+" + String.format(Locale.ROOT, "%02d", exponent);
    }

    private static String flat(String job) {
        return BLANKS.matcher(job).replaceAll("_");
    }
}
