package dev.opsdk.simulator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

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

    /** No faults yet. */
    public Faults() {}

    /**
     * Plans a fault behind those already planned.
     *
     * @param fault what goes wrong, where and how often
     */
    public synchronized void add(Fault fault) {
        planned.add(new Planned(fault));
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

    synchronized Optional<Fault> strike(String path) {
        for (Iterator<Planned> all = planned.iterator(); all.hasNext(); ) {
            Planned next = all.next();
            if (next.fault.strikes(path)) {
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
