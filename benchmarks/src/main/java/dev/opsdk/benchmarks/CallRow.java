package dev.opsdk.benchmarks;

import dev.opsdk.benchmarks.call.CallBenchmark;
import dev.opsdk.benchmarks.call.Operation;
import dev.opsdk.benchmarks.call.Variant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Row 1: what a call costs, by JMH. Every round has a new JVM for each alternative, one after the other. */
final class CallRow {
    private static final double MOST_TIMES = 1.1;
    private static final double MOST_BYTES = 3 << 10;

    private final Page page;
    private final int rounds;
    private final int iterations;

    private record Cost(Samples micros, Samples bytes) {
        Cost() {
            this(new Samples(), new Samples());
        }
    }

    CallRow(Page page, int rounds, int iterations) {
        this.page = page;
        this.rounds = rounds;
        this.iterations = iterations;
    }

    void measure(List<Operation> operations) {
        page.section("call");
        page.line("One call on %s, %d rounds of %d x 1 s after as long a warm-up:", Jdk.running(), rounds, iterations);
        page.line("");
        page.head("call", "by", "µs", "quarters", "times", "bytes", "bytes more");
        List<String> missed = new ArrayList<>();
        double worst = 0;
        double most = 0;
        try (CannedServer server = CannedServer.start(Replies.byPath(), Duration.ZERO)) {
            for (Operation operation : operations) {
                Map<Variant, Cost> costs = costs(operation, server.url());
                table(operation, costs);
                Cost base = costs.getOrDefault(against(operation), new Cost());
                Cost ours = costs.getOrDefault(Variant.OPSDK, new Cost());
                double times = ours.micros.times(base.micros);
                double more = ours.bytes.median() - base.bytes.median();
                worst = Math.max(worst, times);
                most = Math.max(most, more);
                if (times > MOST_TIMES || more > MOST_BYTES) {
                    missed.add(operation.title());
                }
            }
        }
        page.budget(
                "at most 1.1 x the time of OkHttp + Jackson by hand (a mutation: with a new connection, too), at most 3 KB more",
                Page.number("At most %.2f x", worst)
                        + Page.number(", %.1f KB more", most / 1024)
                        + (missed.isEmpty() ? "" : "; over it: " + String.join(", ", missed)),
                missed.isEmpty());
    }

    /** A mutation goes over a connection of its own, because one that was kept may be dead: so must the other's. */
    private static Variant against(Operation operation) {
        return operation.mutation() ? Variant.OKHTTP_FRESH : Variant.OKHTTP;
    }

    private Map<Variant, Cost> costs(Operation operation, String server) {
        Map<Variant, Cost> costs = new EnumMap<>(Variant.class);
        for (int round = 0; round < rounds; round++) {
            for (Variant variant : Variant.values()) {
                if (variant == Variant.OKHTTP_FRESH && !operation.mutation()) {
                    continue;
                }
                BenchmarkResult result = run(operation, variant, server);
                Cost cost = costs.computeIfAbsent(variant, v -> new Cost());
                cost.micros.add(result.getPrimaryResult().getScore());
                cost.bytes.add(bytes(result));
            }
        }
        return costs;
    }

    private static double bytes(BenchmarkResult result) {
        Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
        if (allocated == null) {
            throw new IllegalStateException("the profiler did not say how much was allocated");
        }
        return allocated.getScore();
    }

    private BenchmarkResult run(Operation operation, Variant variant, String server) {
        Options options = new OptionsBuilder()
                .include("^" + CallBenchmark.class.getName())
                .param("operation", operation.name())
                .param("variant", variant.name())
                .forks(1)
                .warmupIterations(iterations)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .jvmArgs("-Xmx1g", "-D" + CallBenchmark.SERVER + "=" + server)
                .build();
        try {
            RunResult only = new Runner(options).runSingle();
            return only.getAggregatedResult();
        } catch (RunnerException e) {
            throw new IllegalStateException(operation + " by " + variant, e);
        }
    }

    private void table(Operation operation, Map<Variant, Cost> costs) {
        Cost base = costs.getOrDefault(against(operation), new Cost());
        costs.forEach((variant, cost) -> page.row(
                operation.title(),
                variant.title(),
                Page.number("%.0f", cost.micros.median()),
                cost.micros.spread("%.0f"),
                Page.number("%.2f", cost.micros.times(base.micros)),
                Page.number("%,.0f", cost.bytes.median()),
                Page.number("%+,.0f", cost.bytes.median() - base.bytes.median())));
    }
}
