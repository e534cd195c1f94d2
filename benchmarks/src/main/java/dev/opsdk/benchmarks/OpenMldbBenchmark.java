package dev.opsdk.benchmarks;

import dev.opsdk.openmldb.assess.ClusterSnapshot;
import dev.opsdk.openmldb.assess.MovePlan;
import dev.opsdk.openmldb.assess.ScaleOutOptions;
import dev.opsdk.openmldb.assess.ScaleOutPlanner;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** How long a scale-out is planned, and how many requests it takes, beside the Python tool's algorithm. Prints Markdown. */
public final class OpenMldbBenchmark {
    private static final int TABLETS = 1_000;
    private static final int EMPTY = 100;
    private static final long SEED = 42;

    private final PrintStream out;

    OpenMldbBenchmark(PrintStream out) {
        this.out = out;
    }

    /**
     * Measures.
     *
     * @param args none
     */
    public static void main(String... args) {
        OpenMldbBenchmark benchmark = new OpenMldbBenchmark(System.out);
        benchmark.out.println(machine());
        benchmark.planning(List.of(10_000, 50_000, 100_000), 3, 7);
        benchmark.requests(List.of(100, 1_000));
    }

    private static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return "%d cores, %s, Java %s, heap at most %d MB"
                .formatted(
                        runtime.availableProcessors(),
                        System.getProperty("os.name"),
                        Runtime.version(),
                        runtime.maxMemory() >> 20);
    }

    /** Median, in milliseconds. */
    private static double median(int warmUp, int runs, Supplier<?> work) {
        Object kept = null;
        for (int i = 0; i < warmUp; i++) {
            kept = work.get();
        }
        long[] times = new long[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            kept = work.get();
            times[i] = System.nanoTime() - start;
        }
        if (kept == null) {
            throw new IllegalStateException("nothing was measured");
        }
        return LongStream.of(times).sorted().skip(runs / 2).findFirst().orElse(0) / 1e6;
    }

    void planning(List<Integer> sizes, int warmUp, int runs) {
        out.printf(
                Locale.ROOT,
                "%n## Planning a scale-out: %d tablets, %d of them new and empty (median of %d after %d)%n%n",
                TABLETS,
                EMPTY,
                runs,
                warmUp);
        out.println("| replicas | by | ms | moves | replicas spread | leaders spread | first refused move |");
        out.println("|---|---|---|---|---|---|---|");
        for (int size : sizes) {
            ClusterSnapshot snapshot = Clusters.of(size, TABLETS, EMPTY, SEED);
            double ours = median(warmUp, runs, () -> ScaleOutPlanner.plan(snapshot, ScaleOutOptions.DEFAULT));
            MovePlan plan = ScaleOutPlanner.plan(snapshot, ScaleOutOptions.DEFAULT);
            double theirs = median(warmUp, runs, () -> ToolScaleOut.plan(snapshot, SEED));
            ToolScaleOut.Outcome tool = ToolScaleOut.plan(snapshot, SEED);
            out.printf(
                    Locale.ROOT,
                    "| %,d | opsdk | %.0f | %,d | %d -> %d | %d -> %d | none |%n",
                    size,
                    ours,
                    plan.moves().size(),
                    plan.before().spread(),
                    plan.expected().spread(),
                    plan.before().leaderSpread(),
                    plan.expected().leaderSpread());
            out.printf(
                    Locale.ROOT,
                    "| %,d | the tool's algorithm, in Java | %.0f | %,d | %d -> %d | %d -> %d | %s |%n",
                    size,
                    theirs,
                    tool.moves().size(),
                    plan.before().spread(),
                    tool.spread(),
                    plan.before().leaderSpread(),
                    tool.leaderSpread(),
                    refused(tool));
        }
    }

    private static String refused(ToolScaleOut.Outcome tool) {
        return tool.refusedAt() == 0 ? "none" : "%,d".formatted(tool.refusedAt());
    }

    void requests(List<Integer> sizes) {
        for (int size : sizes) {
            ScaleOutRun run = ScaleOutRun.of(size);
            out.printf(
                    Locale.ROOT,
                    "%n## A scale-out of %,d partitions of two replicas, from 10 to 20 tablets, on the simulator%n%n",
                    size);
            out.printf(
                    Locale.ROOT,
                    "opsdk: %,d moves in %,d steps, %s, replicas differ by %d, leaders by %d; %.1f s of real time.%n",
                    run.moves(),
                    run.steps(),
                    run.complete() ? "proved" : "NOT complete",
                    run.spread(),
                    run.leaderSpread(),
                    run.took().toMillis() / 1e3);
            out.printf(
                    Locale.ROOT,
                    "The tool: %,d moves, if none were refused; first refused: %s; replicas would differ by %d, leaders by %d.%n%n",
                    run.tool().moves().size(),
                    refused(run.tool()),
                    run.tool().spread(),
                    run.tool().leaderSpread());
            table(run);
        }
    }

    private void table(ScaleOutRun run) {
        Map<String, Long> tool = ToolRequests.of(run.tool().moves(), 1, run.pollsAnOp());
        out.println("| requests a move | opsdk | the tool |");
        out.println("|---|---|---|");
        for (String method : new TreeSet<>(union(run.requests(), tool).keySet())) {
            row(method, run.requests().getOrDefault(method, 0L), run, tool.getOrDefault(method, 0L));
        }
        row(
                "all",
                run.total(),
                run,
                tool.values().stream().mapToLong(count -> count).sum());
        out.printf(
                Locale.ROOT,
                "%nFull table reads: %d, that is %.4f a move.%n",
                run.fullReads(),
                (double) run.fullReads() / run.moves());
    }

    private void row(String method, long ours, ScaleOutRun run, long theirs) {
        out.printf(
                Locale.ROOT,
                "| %s | %.3f | %.3f |%n",
                method,
                (double) ours / run.moves(),
                (double) theirs / run.tool().moves().size());
    }

    private static Map<String, Long> union(Map<String, Long> a, Map<String, Long> b) {
        Map<String, Long> all = new TreeMap<>(a);
        all.putAll(b);
        return all;
    }
}
