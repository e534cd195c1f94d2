package dev.opsdk.simulator.oms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is planned for an instant. Guarded by the world's monitor. */
final class Agenda {

    private record Item(Instant at, Runnable what) {}

    private final List<Item> items = new ArrayList<>();

    Agenda() {}

    void plan(Instant at, Runnable what) {
        items.add(new Item(at, what));
    }

    Optional<Instant> next() {
        return items.stream().map(Item::at).min(Comparator.naturalOrder());
    }

    void runDue(Instant now) {
        List<Item> due = items.stream()
                .filter(item -> !item.at.isAfter(now))
                .sorted(Comparator.comparing(Item::at))
                .toList();
        items.removeAll(due);
        due.forEach(item -> item.what.run());
    }
}
