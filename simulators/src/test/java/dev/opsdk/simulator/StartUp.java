package dev.opsdk.simulator;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Prints how long simulators take to start, from nothing to their first answer. */
final class StartUp {

    private static final int RUNS = 20;
    private static final int WARM_UP = 10;

    private StartUp() {}

    public static void main(String[] args) throws IOException {
        Map<String, Supplier<Simulator>> all = new TreeMap<>(Transcript.starters());
        System.out.println("| simulator | first in the JVM | median of " + RUNS + " after it | slowest of these |");
        System.out.println("|---|---|---|---|");
        for (Map.Entry<String, Supplier<Simulator>> each : all.entrySet()) {
            double first = millis(each.getValue());
            for (int i = 0; i < WARM_UP; i++) {
                millis(each.getValue());
            }
            List<Double> warm = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                warm.add(millis(each.getValue()));
            }
            warm.sort(null);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f ms | %.1f ms | %.1f ms |%n",
                    each.getKey(),
                    first,
                    (warm.get(RUNS / 2 - 1) + warm.get(RUNS / 2)) / 2,
                    warm.get(RUNS - 1));
        }
    }

    private static double millis(Supplier<Simulator> starter) throws IOException {
        long begin = System.nanoTime();
        try (Simulator sim = starter.get()) {
            HttpURLConnection asked = (HttpURLConnection)
                    URI.create(sim.url() + "/version").toURL().openConnection();
            asked.setRequestProperty("Authorization", "x");
            // any answer will do, also that there is nothing or that a key is wanted
            if (asked.getResponseCode() < 100) {
                throw new IllegalStateException("no answer");
            }
            return (System.nanoTime() - begin) / 1e6;
        }
    }
}
