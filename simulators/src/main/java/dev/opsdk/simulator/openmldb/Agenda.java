package dev.opsdk.simulator.openmldb;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What is planned for an instant; of the same instant, first planned is first run. Guarded by the world's monitor. */
final class Agenda {

    private record Item(Instant at, long number, Runnable what) {}

    private final PriorityQueue<Item> items =
            new PriorityQueue<>(Comparator.comparing(Item::at).thenComparing(Item::number));
    private long number;

    Agenda() {}

    void plan(Instant at, Runnable what) {
        items.add(new Item(at, number++, what));
    }

    @Nullable
    Instant next() {
        Item first = items.peek();
        return first == null ? null : first.at;
    }

    void runDue(Instant now) {
        for (Item first = items.peek(); first != null && !first.at.isAfter(now); first = items.peek()) {
            items.poll();
            first.what.run();
        }
    }
}
