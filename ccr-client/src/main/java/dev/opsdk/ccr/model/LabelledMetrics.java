package dev.opsdk.ccr.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Metrics since generation 5: the job is the label {@code name}. */
final class LabelledMetrics {
    private static final double MOST_SECONDS = 9e9;

    private LabelledMetrics() {}

    static Set<String> names(List<MetricSample> samples) {
        Set<String> names = new TreeSet<>();
        samples.stream()
                .filter(sample -> sample.name().startsWith("ccr_"))
                .map(sample -> sample.labels().getOrDefault("name", ""))
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }

    static Optional<JobMetrics> job(List<MetricSample> samples, String name) {
        List<MetricSample> own = samples.stream()
                .filter(sample -> sample.name().startsWith("ccr_")
                        && name.equals(sample.labels().get("name")))
                .toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        JobMetrics.Builder job = JobMetrics.builder()
                .name(name)
                .commitSeq(whole(own, "ccr_binlog_commit_seq"))
                .handledBinlogs(whole(own, "ccr_handle_binlog_total"))
                .errors(sum(own, "ccr_error_total"));
        OptionalLong lag = whole(own, "ccr_job_running_lag_total");
        job.lag(lag);
        if (lag.orElse(0) > 0) {
            value(own, "ccr_job_running_lag_seconds")
                    .filter(seconds -> seconds >= 0 && seconds <= MOST_SECONDS)
                    .ifPresent(seconds -> job.timeBehind(Duration.ofNanos(Math.round(seconds * 1e9))));
        }
        value(own, "ccr_job_running_sync_state").ifPresent(state -> job.syncState(SyncState.of(Math.round(state))));
        value(own, "ccr_job_running_sub_sync_state")
                .ifPresent(state -> job.subSyncState(SubSyncState.of(Math.round(state))));
        return Optional.of(job.build());
    }

    private static Optional<Double> value(List<MetricSample> samples, String name) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name) && Double.isFinite(sample.value()))
                .map(MetricSample::value)
                .findFirst();
    }

    private static OptionalLong whole(List<MetricSample> samples, String name) {
        return value(samples, name).map(WholeNumbers::notNegative).orElse(OptionalLong.empty());
    }

    private static OptionalLong sum(List<MetricSample> samples, String name) {
        List<MetricSample> all =
                samples.stream().filter(sample -> sample.name().equals(name)).toList();
        return all.isEmpty()
                ? OptionalLong.empty()
                : WholeNumbers.notNegative(
                        all.stream().mapToDouble(MetricSample::value).sum());
    }
}
