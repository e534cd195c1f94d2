package dev.opsdk.core.internal;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Call;

/**
 * The calls that are under way. A thread that reads from a socket does not notice an interrupt, so one daemon thread looks after
 * the callers while there are any: handing every call to another thread would cost each of them two thread switches.
 */
final class InFlight implements AutoCloseable {
    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(10).toNanos();
    private static final int IDLE_LOOKS_BEFORE_REST = 100;

    private final Set<Entry> entries = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean watching = new AtomicBoolean();
    private volatile boolean closed;

    static final class Entry {
        private final Call call;
        private final Thread caller = Thread.currentThread();
        private volatile boolean interrupted;

        private Entry(Call call) {
            this.call = call;
        }

        boolean interrupted() {
            return interrupted;
        }
    }

    Entry enter(Call call) {
        Entry entry = new Entry(call);
        entries.add(entry);
        if (closed) {
            call.cancel();
        }
        if (watching.compareAndSet(false, true)) {
            Threads.daemon("opsdk-interrupt-watch", this::watch).start();
        }
        return entry;
    }

    void leave(Entry entry) {
        entries.remove(entry);
    }

    boolean closed() {
        return closed;
    }

    private void watch() {
        int idle = 0;
        while (idle < IDLE_LOOKS_BEFORE_REST && !closed) {
            idle = entries.isEmpty() ? idle + 1 : 0;
            for (Entry entry : entries) {
                if (entry.caller.isInterrupted()) {
                    entry.interrupted = true;
                    entry.call.cancel();
                }
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        watching.set(false);
        if (!entries.isEmpty() && !closed && watching.compareAndSet(false, true)) {
            watch();
        }
    }

    @Override
    public void close() {
        closed = true;
        entries.forEach(entry -> entry.call.cancel());
    }
}
