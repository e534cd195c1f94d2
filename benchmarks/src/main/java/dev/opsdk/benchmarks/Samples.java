package dev.opsdk.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Measured values of one thing, in the order in which they were measured. */
final class Samples {
    private final List<Double> values = new ArrayList<>();

    static Samples of(List<Double> values) {
        Samples samples = new Samples();
        values.forEach(samples::add);
        return samples;
    }

    void add(double value) {
        values.add(value);
    }

    double median() {
        return quantile(0.5);
    }

    /** From the lower to the upper quarter. */
    String spread(String format) {
        return Page.number(format, quantile(0.25)) + " to " + Page.number(format, quantile(0.75));
    }

    private double quantile(double part) {
        List<Double> sorted = values.stream().sorted().toList();
        double at = part * (sorted.size() - 1);
        int below = (int) at;
        double low = sorted.get(below);
        return low + (sorted.get(Math.min(below + 1, sorted.size() - 1)) - low) * (at - below);
    }

    /** The median of the ratios of what was measured one after the other: a load that comes and goes is in both. */
    double times(Samples base) {
        Samples ratios = new Samples();
        for (int i = 0; i < Math.min(values.size(), base.values.size()); i++) {
            ratios.add(values.get(i) / base.values.get(i));
        }
        return ratios.median();
    }
}
