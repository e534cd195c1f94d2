package dev.opsdk.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Row 3: many targets at once. */
final class ManyRow {
    private static final Duration ANSWERS_IN = Duration.ofMillis(50);
    private static final int ONE_BY_ONE = 40;
    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

    private static final int BUDGETED = 2_000;

    private final Page page;
    private final int targets;
    private final int runs;

    private record Cost(Samples first, Samples again) {
        Cost() {
            this(new Samples(), new Samples());
        }
    }

    ManyRow(Page page, int targets, int runs) {
        this.page = page;
        this.targets = targets;
        this.runs = runs;
    }

    void measure(List<Jdk> jdks) {
        page.section("many");
        page.line(
                "%,d targets, the server answers in %d ms; in a new JVM each, and once more in the same; median of %d:",
                targets, ANSWERS_IN.toMillis(), runs);
        page.line("");
        page.head("JDK", "by", "s, building the client too", "s, again");
        List<String> seen = new ArrayList<>();
        boolean met = true;
        try (CannedServer server = CannedServer.start(Replies.byPath(), ANSWERS_IN)) {
            for (Jdk jdk : jdks) {
                Map<Poller.Way, Cost> costs = costs(jdk, server.url());
                costs.forEach((way, cost) -> page.row(
                        jdk.feature(),
                        way.title() + (way == Poller.Way.ONE_BY_ONE ? ", reckoned from " + ONE_BY_ONE : ""),
                        Page.number("%.2f", cost.first.median()),
                        Page.number("%.2f", cost.again.median())));
                double ours =
                        costs.getOrDefault(Poller.Way.EACH, new Cost()).first.median();
                int most = jdk.feature() >= FIRST_WITH_VIRTUAL_THREADS ? 2 : 4;
                met &= ours <= most;
                seen.add(Page.number("%.2f s", ours) + " on " + jdk + " (" + most + " s)");
            }
        }
        String budget = "2,000 targets in at most 2 s with virtual threads, 4 s on 17";
        if (targets < BUDGETED) {
            page.unjudged(budget, "with only " + targets + " targets");
        } else {
            page.budget(budget, String.join(", ", seen), met);
        }
    }

    private Map<Poller.Way, Cost> costs(Jdk jdk, String server) {
        Map<Poller.Way, Cost> costs = new EnumMap<>(Poller.Way.class);
        for (int run = 0; run < runs; run++) {
            for (Poller.Way way : Poller.Way.values()) {
                boolean slow = way == Poller.Way.OKHTTP_AS_IT_COMES || way == Poller.Way.ONE_BY_ONE;
                if (slow && run > 0) {
                    continue;
                }
                int asked = way == Poller.Way.ONE_BY_ONE ? Math.min(ONE_BY_ONE, targets) : targets;
                Fork fork = Fork.run(jdk, Jars.all(), Poller.class, way.name(), server, Integer.toString(asked));
                Cost cost = costs.computeIfAbsent(way, w -> new Cost());
                double seconds = (double) targets / asked / 1_000;
                cost.first.add(fork.number(0) * seconds);
                cost.again.add(fork.number(1) * seconds);
            }
        }
        return costs;
    }
}
