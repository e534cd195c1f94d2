package dev.opsdk.benchmarks;

import dev.opsdk.benchmarks.call.Operation;
import dev.opsdk.benchmarks.call.Variant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Row 2: what the first call costs a script. Each JVM has the jars that it needs and no other. */
final class FirstCallRow {
    private static final double MOST_TIMES = 1.3;
    private static final List<Variant> VARIANTS = List.of(Variant.OPSDK, Variant.OKHTTP, Variant.JDK, Variant.FEIGN);

    private final Page page;
    private final int runs;

    private record Cost(Samples call, Samples whole) {
        Cost() {
            this(new Samples(), new Samples());
        }
    }

    FirstCallRow(Page page, int runs) {
        this.page = page;
        this.runs = runs;
    }

    /** Its own class path, and this program. */
    static Jars jars(Variant variant) {
        return Jars.all()
                .starting(variant.jars())
                .without(List.of("simulators", "benchmarks"))
                .and(Jars.of(FirstCall.class));
    }

    void measure(List<Jdk> jdks, List<Operation> operations) {
        page.section("first");
        page.line(
                "From main to the first answer, and from the start of the process to its end, in a new JVM each; median of %d, in turns:",
                runs);
        page.line("");
        page.head("JDK", "call", "by", "ms", "quarters", "times", "whole process, ms", "times");
        List<String> missed = new ArrayList<>();
        double worst = 0;
        try (CannedServer server = CannedServer.start(Replies.byPath(), Duration.ZERO)) {
            for (Jdk jdk : jdks) {
                for (Operation operation : operations) {
                    Map<Variant, Cost> costs = costs(jdk, operation, server.url());
                    Cost base = costs.getOrDefault(Variant.OKHTTP, new Cost());
                    costs.forEach((variant, cost) -> page.row(
                            jdk.feature(),
                            operation.title(),
                            variant.title(),
                            Page.number("%.0f", cost.call.median()),
                            cost.call.spread("%.0f"),
                            Page.number("%.2f", cost.call.times(base.call)),
                            Page.number("%.0f", cost.whole.median()),
                            Page.number("%.2f", cost.whole.times(base.whole))));
                    double times = costs.getOrDefault(Variant.OPSDK, base).call.times(base.call);
                    worst = Math.max(worst, times);
                    if (times > MOST_TIMES) {
                        missed.add(operation.title() + " on " + jdk);
                    }
                }
            }
        }
        page.budget(
                "within 1.3 x of OkHttp + Jackson by hand, from main to the first answer",
                Page.number("At most %.2f x", worst)
                        + (missed.isEmpty() ? "" : "; over it: " + String.join(", ", missed)),
                missed.isEmpty());
    }

    private Map<Variant, Cost> costs(Jdk jdk, Operation operation, String server) {
        Map<Variant, Cost> costs = new EnumMap<>(Variant.class);
        for (int run = -1; run < runs; run++) {
            for (Variant variant : VARIANTS) {
                Fork fork = Fork.run(jdk, jars(variant), FirstCall.class, variant.name(), operation.name(), server);
                if (run >= 0) { // the first one only brings the jars into the file cache
                    Cost cost = costs.computeIfAbsent(variant, v -> new Cost());
                    cost.call.add(fork.number(0));
                    cost.whole.add(fork.millis());
                }
            }
        }
        return costs;
    }
}
