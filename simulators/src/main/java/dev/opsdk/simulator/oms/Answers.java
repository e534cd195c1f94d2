package dev.opsdk.simulator.oms;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The answers a test has ordered, in their order. Thread-safe. */
final class Answers {

    private static final class Planned {
        final OmsAnswer answer;
        int left;

        Planned(OmsAnswer answer) {
            this.answer = answer;
            this.left = answer.times();
        }
    }

    private final List<Planned> planned = new ArrayList<>();

    Answers() {}

    synchronized void add(OmsAnswer answer) {
        planned.add(new Planned(answer));
    }

    synchronized void clear() {
        planned.clear();
    }

    synchronized Optional<OmsAnswer> strike(String path) {
        for (Iterator<Planned> all = planned.iterator(); all.hasNext(); ) {
            Planned next = all.next();
            if (next.answer.strikes(path)) {
                next.left--;
                if (next.left == 0) {
                    all.remove();
                }
                return Optional.of(next.answer);
            }
        }
        return Optional.empty();
    }
}
