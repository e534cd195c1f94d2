package dev.opsdk.ccr.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * One line of {@code /metrics}.
 *
 * @param name the sample's name, with {@code _sum}, {@code _count} or {@code _bucket} where it has one
 * @param labels label to value, in the server's order
 * @param value the value; may be NaN or infinite
 * @param timestamp milliseconds since 1970, which this server never writes
 * @param type what kind of metric it belongs to
 * @param help what the server says about the metric; may be empty
 */
public record MetricSample(
        String name, Map<String, String> labels, double value, OptionalLong timestamp, Type type, String help) {
    /** The kinds of metrics. */
    public enum Type {
        /** Goes up only, until a restart. */
        COUNTER,
        /** Goes up and down. */
        GAUGE,
        /** Counts by upper bound. */
        HISTOGRAM,
        /** Quantiles. */
        SUMMARY,
        /** Not said. */
        UNTYPED
    }

    /** Copies the labels. */
    public MetricSample {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    /** The line as the server would write it, without help and type. */
    @Override
    public String toString() {
        return name
                + (labels.isEmpty()
                        ? ""
                        : labels.entrySet().stream()
                                .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
                                .collect(Collectors.joining(",", "{", "}")))
                + " " + value;
    }
}
