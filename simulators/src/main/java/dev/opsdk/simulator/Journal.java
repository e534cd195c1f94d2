package dev.opsdk.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of a simulator, and what became of it. Thread-safe; what it hands out never changes. It keeps the latest
 * {@value #KEPT} requests at least, so that a harness may run for days; whoever wants to count from zero clears it.
 */
public final class Journal {

    /** How many requests are kept at least; the oldest go first. */
    public static final int KEPT = 100_000;

    private static final int DROPPED_AT_ONCE = KEPT / 10;

    /**
     * One request.
     *
     * @param number counts from 1 over all nodes
     * @param at when it came, in the simulator's time
     * @param node the node that was asked, from 0
     * @param request what came over the wire
     * @param outcome what the server did
     * @param status the status it answered, 0 when there was none yet
     * @param answered whether the whole answer was handed to the socket
     */
    public record Entry(
            int number, Instant at, int node, SimRequest request, Outcome outcome, int status, boolean answered) {

        /**
         * The path that was asked.
         *
         * @return the path without the query
         */
        public String path() {
            return request.path();
        }

        private Entry with(Outcome other, int told, boolean whole) {
            return new Entry(number, at, node, request, other, told, whole);
        }

        @Override
        public String toString() {
            return "#" + number + " " + at + " node " + node + " " + request.method() + " " + request.target() + " -> "
                    + outcome + (status == 0 ? "" : " " + status) + (answered ? "" : " (not answered)");
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private int era;
    private int dropped;

    private final @Nullable Journal whole;

    /** An empty journal. */
    public Journal() {
        this.whole = null;
    }

    private Journal(Journal whole) {
        this.whole = whole;
    }

    /**
     * An empty journal of one server; what is noted in it is noted here too.
     *
     * @return the part, with numbers of its own
     */
    public Journal part() {
        return new Journal(this);
    }

    /**
     * Everything asked so far and still kept, oldest first.
     *
     * @return a copy
     */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /**
     * Everything asked of one path.
     *
     * @param path for example {@code /pause}
     * @return oldest first
     */
    public List<Entry> requests(String path) {
        return matching(entry -> entry.path().equals(path));
    }

    /**
     * What really happened on one path: not redirected, not refused, not lost on the way.
     *
     * @param path for example {@code /pause}
     * @return oldest first
     */
    public List<Entry> executed(String path) {
        return matching(entry -> entry.path().equals(path) && entry.outcome() == Outcome.EXECUTED);
    }

    /**
     * The latest request of one path.
     *
     * @param path for example {@code /pause}
     * @return the entry
     */
    public Optional<Entry> last(String path) {
        List<Entry> all = requests(path);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Forgets everything; numbers start again. */
    public synchronized void clear() {
        entries.clear();
        dropped = 0;
        era++;
        notifyAll();
    }

    /**
     * Waits until a request shows up, for tests that need to know that a call has arrived and is stuck.
     *
     * @param wanted which one
     * @param atMost real time
     * @return the first match, empty when time is up
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public synchronized Optional<Entry> await(Predicate<Entry> wanted, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            Optional<Entry> found = entries.stream().filter(wanted).findFirst();
            long left = end - System.nanoTime();
            if (found.isPresent() || left <= 0) {
                return found;
            }
            wait(Math.max(1, left / 1_000_000));
        }
    }

    Slot open(int node, SimRequest request, Instant at) {
        Slot there = whole == null ? null : whole.open(node, request, at);
        synchronized (this) {
            if (entries.size() == KEPT + DROPPED_AT_ONCE) {
                entries.subList(0, DROPPED_AT_ONCE).clear();
                dropped += DROPPED_AT_ONCE;
            }
            int number = dropped + entries.size() + 1;
            entries.add(new Entry(number, at, node, request, Outcome.PENDING, 0, false));
            notifyAll();
            return new Slot(era, number, there);
        }
    }

    private synchronized List<Entry> matching(Predicate<Entry> wanted) {
        return entries.stream().filter(wanted).toList();
    }

    /** The place of one request that is still being served. */
    final class Slot {

        private final int bornIn;
        private final int number;
        private final @Nullable Slot there;

        private Slot(int bornIn, int number, @Nullable Slot there) {
            this.bornIn = bornIn;
            this.number = number;
            this.there = there;
        }

        void ended(Outcome outcome, int status) {
            update(entry -> entry.with(outcome, status, entry.answered()));
        }

        /** The process ended before it came to this request. */
        void abandoned() {
            update(entry -> entry.outcome() == Outcome.PENDING ? entry.with(Outcome.NOT_PROCESSED, 0, false) : entry);
        }

        void answered(int status) {
            update(entry -> entry.with(entry.outcome(), status, true));
        }

        private void update(UnaryOperator<Entry> change) {
            // the whole first: who waits for the part may then look there
            if (there != null) {
                there.update(change);
            }
            synchronized (Journal.this) {
                int index = number - 1 - dropped;
                // a journal that was cleared meanwhile, or went on for long, has no place for this request any more
                if (bornIn == era && index >= 0) {
                    entries.set(index, change.apply(entries.get(index)));
                    Journal.this.notifyAll();
                }
            }
        }
    }
}
