package dev.opsdk.ccr.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code /metrics} says. Two naming schemes exist, and the samples tell which one it is: up to generation 4 a job's name is
 * part of the metric's name, since generation 5 it is the label {@code name}.
 */
public final class SyncerMetrics {
    private final List<MetricSample> samples;

    private SyncerMetrics(List<MetricSample> samples) {
        this.samples = List.copyOf(samples);
    }

    /**
     * Wraps samples.
     *
     * @param samples what the server wrote
     * @return the metrics
     */
    public static SyncerMetrics of(List<MetricSample> samples) {
        return new SyncerMetrics(samples);
    }

    /**
     * All that the server wrote.
     *
     * @return the samples, in the server's order
     */
    public List<MetricSample> samples() {
        return samples;
    }

    /**
     * The samples of one name.
     *
     * @param name the whole name, as {@code ccr_error_total}
     * @return the samples, one for each set of labels
     */
    public List<MetricSample> samples(String name) {
        return samples.stream().filter(sample -> sample.name().equals(name)).toList();
    }

    /**
     * What is said of one job. Up to generation 4 {@code a.b} and {@code a_b} share their metrics, so this may be the other's.
     *
     * @param name the job's name
     * @return its metrics; empty when none are there: no such job, a job of another syncer, or none handled yet
     */
    public Optional<JobMetrics> job(String name) {
        return usesLabels() ? LabelledMetrics.job(samples, name) : MangledMetrics.job(samples, name);
    }

    /**
     * Which jobs are spoken of; deleted ones too until the syncer restarts.
     *
     * @return names; up to generation 4 with {@code _} for blank and {@code . = - /}
     */
    public Set<String> jobNames() {
        return usesLabels() ? LabelledMetrics.names(samples) : MangledMetrics.names(samples);
    }

    private boolean usesLabels() {
        return samples.stream().noneMatch(MangledMetrics::isOne);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SyncerMetrics that && samples.equals(that.samples);
    }

    @Override
    public int hashCode() {
        return samples.hashCode();
    }

    /** How many samples, and the jobs. */
    @Override
    public String toString() {
        return "SyncerMetrics{" + samples.size() + " samples, jobs=" + jobNames() + "}";
    }
}
