package dev.opsdk.simulator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** The faults one server will show, in the order they were asked for. Thread-safe. */
public final class Faults {

    private static final class Planned {
        final Fault fault;
        int left;

        Planned(Fault fault) {
            this.fault = fault;
            this.left = fault.times();
        }
    }

    private final List<Planned> planned = new ArrayList<>();
    private CountDownLatch hold = new CountDownLatch(1);

    private final Supplier<List<String>> served;

    /**
     * No faults yet.
     *
     * @param served the paths there are, empty when any path is served
     */
    Faults(Supplier<List<String>> served) {
        this.served = served;
    }

    /**
     * Plans a fault behind those already planned.
     *
     * @param fault what goes wrong, where and how often
     * @throws IllegalArgumentException when it is for a path that is not served, and so would never strike
     */
    public synchronized void add(Fault fault) {
        fault.path().ifPresent(this::requireServed);
        planned.add(new Planned(fault));
    }

    /**
     * Refuses a path at which nothing is served.
     *
     * @param path where something is planned
     * @throws IllegalArgumentException with the paths that look most like it
     */
    public void requireServed(String path) {
        List<String> paths = served.get();
        if (!paths.isEmpty() && paths.stream().noneMatch(known -> Paths.matches(known, path))) {
            throw new IllegalArgumentException(
                    "nothing is served at " + path + "; near it: " + String.join(", ", Paths.nearest(path, paths)));
        }
    }

    /**
     * The faults that still wait for a request.
     *
     * @return in their order
     */
    public synchronized List<Fault> pending() {
        return planned.stream().map(next -> next.fault).toList();
    }

    /** Lets every request go on that hangs now; later ones hang again. */
    public synchronized void release() {
        hold.countDown();
        hold = new CountDownLatch(1);
    }

    /** Forgets what is planned and releases what hangs. */
    public synchronized void clear() {
        planned.clear();
        release();
    }

    synchronized Optional<Fault> strike(SimRequest request) {
        for (Iterator<Planned> all = planned.iterator(); all.hasNext(); ) {
            Planned next = all.next();
            if (next.fault.strikes(request)) {
                next.left--;
                if (next.left == 0) {
                    all.remove();
                }
                return Optional.of(next.fault);
            }
        }
        return Optional.empty();
    }

    synchronized CountDownLatch hold() {
        return hold;
    }
}
