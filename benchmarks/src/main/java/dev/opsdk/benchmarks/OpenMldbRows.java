package dev.opsdk.benchmarks;

import dev.opsdk.openmldb.assess.ClusterSnapshot;
import dev.opsdk.openmldb.assess.MovePlan;
import dev.opsdk.openmldb.assess.ScaleOutOptions;
import dev.opsdk.openmldb.assess.ScaleOutPlanner;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Rows 4 and 5: how long a scale-out is planned, and how many requests it takes, beside the Python tool's algorithm. */
final class OpenMldbRows {
    private static final int TABLETS = 1_000;
    private static final int EMPTY = 100;
    private static final long SEED = 42;
    private static final double MOST_MILLIS = 1_000;
    private static final int SECONDS_BETWEEN_POLLS = 2;

    private final Page page;

    OpenMldbRows(Page page) {
        this.page = page;
    }

    /** In milliseconds. */
    private static Samples time(int warmUp, int runs, Supplier<?> work) {
        Samples times = new Samples();
        Object kept = null;
        for (int i = -warmUp; i < runs; i++) {
            long start = System.nanoTime();
            kept = work.get();
            if (i >= 0) {
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        if (kept == null) {
            throw new IllegalStateException("nothing was measured");
        }
        return times;
    }

    void planning(List<Integer> sizes, int warmUp, int runs) {
        page.section("plan");
        page.line(
                "Planning a scale-out: %,d tablets, %d of them new and empty (median of %d after %d)",
                TABLETS, EMPTY, runs, warmUp);
        page.line("");
        page.head("replicas", "by", "ms", "moves", "replicas spread", "leaders spread", "first refused move");
        TreeMap<Integer, Double> millis = new TreeMap<>();
        for (int size : sizes) {
            ClusterSnapshot snapshot = Clusters.of(size, TABLETS, EMPTY, SEED);
            double ours = time(warmUp, runs, () -> ScaleOutPlanner.plan(snapshot, ScaleOutOptions.DEFAULT))
                    .median();
            millis.put(size, ours);
            MovePlan plan = ScaleOutPlanner.plan(snapshot, ScaleOutOptions.DEFAULT);
            double theirs =
                    time(warmUp, runs, () -> ToolScaleOut.plan(snapshot, SEED)).median();
            ToolScaleOut.Outcome tool = ToolScaleOut.plan(snapshot, SEED);
            page.line(
                    "| %,d | opsdk | %.0f | %,d | %d -> %d | %d -> %d | none |",
                    size,
                    ours,
                    plan.moves().size(),
                    plan.before().spread(),
                    plan.expected().spread(),
                    plan.before().leaderSpread(),
                    plan.expected().leaderSpread());
            page.line(
                    "| %,d | the tool's algorithm, in Java | %.0f | %,d | %d -> %d | %d -> %d | %s |",
                    size,
                    theirs,
                    tool.moves().size(),
                    plan.before().spread(),
                    tool.spread(),
                    plan.before().leaderSpread(),
                    tool.leaderSpread(),
                    refused(tool));
        }
        int small = millis.firstKey();
        int large = millis.lastKey();
        double grown = millis.lastEntry().getValue() / millis.firstEntry().getValue();
        double linear = large * Math.log(large) / (small * Math.log(small));
        page.budget(
                "100,000 replicas below 1 s, and linear up to a log factor",
                Page.number("%.0f ms", millis.lastEntry().getValue())
                        + Page.number(", %.1f x", grown)
                        + Page.number(" for %.0f x the replicas", (double) large / small)
                        + Page.number(" (n log n: %.1f x)", linear),
                millis.lastEntry().getValue() < MOST_MILLIS && grown <= Math.max(linear, 1));
    }

    private static String refused(ToolScaleOut.Outcome tool) {
        return tool.refusedAt() == 0 ? "none" : "%,d".formatted(tool.refusedAt());
    }

    void requests(List<Integer> sizes) {
        page.section("scale");
        double reads = 0;
        double polls = 0;
        boolean met = true;
        for (int size : sizes) {
            ScaleOutRun run = ScaleOutRun.of(size);
            page.line(
                    "A scale-out of %,d partitions of two replicas, from 10 to 20 tablets, on the simulator, over sockets:",
                    size);
            page.line("");
            table(run);
            page.line("");
            reads = Math.max(reads, (double) run.fullReads() / run.moves());
            polls = Math.max(polls, run.pollsAnOp());
            met &= run.complete() && run.fullReads() <= run.moves();
        }
        page.budget(
                "at most 1 read of all tables a move; no busy polling",
                Page.number("%.3f reads a move", reads) + Page.number(", %.1f polls an op", polls) + ", one each "
                        + SECONDS_BETWEEN_POLLS + " s as the tool does",
                met);
    }

    private void table(ScaleOutRun run) {
        Map<String, Long> tool = ToolRequests.of(run.tool().moves(), 1, run.pollsAnOp());
        page.head("requests a move", "opsdk", "the tool");
        page.line("| moves | %,d | %,d |", run.moves(), run.tool().moves().size());
        page.row("goal reached, and proved", run.complete() ? "yes" : "NO", "not looked at");
        page.row("first refused move", "none", refused(run.tool()));
        page.row(
                "replicas, leaders differ by",
                run.spread() + ", " + run.leaderSpread(),
                run.tool().spread() + ", " + run.tool().leaderSpread());
        for (String method : new TreeSet<>(union(run.requests(), tool).keySet())) {
            row(method, run.requests().getOrDefault(method, 0L), run, tool.getOrDefault(method, 0L));
        }
        row(
                "all",
                run.total(),
                run,
                tool.values().stream().mapToLong(count -> count).sum());
    }

    private void row(String method, long ours, ScaleOutRun run, long theirs) {
        page.line(
                "| %s | %.3f | %.3f |",
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
