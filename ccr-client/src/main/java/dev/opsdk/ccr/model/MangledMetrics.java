package dev.opsdk.ccr.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Metrics up to generation 4: host and job are part of the metric's name, with {@code _} for what a name cannot hold. */
final class MangledMetrics {
    private static final Pattern OF_JOB =
            Pattern.compile("ccr_metrics_(?:.+?_)?job_(handlingCommitSeq|prevCommitSeq|handledBinlogNum)_(.+)");

    private MangledMetrics() {}

    static boolean isOne(MetricSample sample) {
        return sample.name().startsWith("ccr_metrics_");
    }

    static String mangled(String job) {
        return job.replaceAll("[ .=/-]", "_");
    }

    static Set<String> names(List<MetricSample> samples) {
        Set<String> names = new TreeSet<>();
        for (MetricSample sample : samples) {
            Matcher matcher = OF_JOB.matcher(sample.name());
            if (matcher.matches()) {
                names.add(matcher.group(2));
            }
        }
        return names;
    }

    static Optional<JobMetrics> job(List<MetricSample> samples, String name) {
        String mangled = mangled(name);
        JobMetrics.Builder job = JobMetrics.builder().name(name);
        boolean found = false;
        for (MetricSample sample : samples) {
            Matcher matcher = OF_JOB.matcher(sample.name());
            if (!matcher.matches() || !matcher.group(2).equals(mangled)) {
                continue;
            }
            found = true;
            switch (matcher.group(1)) {
                case "handlingCommitSeq" -> job.commitSeq(WholeNumbers.notNegative(sample.value()));
                case "prevCommitSeq" -> job.prevCommitSeq(WholeNumbers.notNegative(sample.value()));
                default -> job.handledBinlogs(WholeNumbers.notNegative(sample.value()));
            }
        }
        return found ? Optional.of(job.build()) : Optional.empty();
    }
}
