package dev.opsdk.simulator;

import java.time.Duration;
import java.util.List;

/** What all simulators have in common. Each is a world of its own: nothing is shared, not even time, unless asked for. */
public interface Simulator extends AutoCloseable {

    /**
     * The addresses a client is given.
     *
     * @return {@code http://127.0.0.1:port} each, on random ports that stay the same
     */
    List<String> urls();

    /**
     * The first of {@link #urls()}.
     *
     * @return {@code http://127.0.0.1:port}
     */
    default String url() {
        return urls().get(0);
    }

    /**
     * All servers of it.
     *
     * @return in their order
     */
    List<? extends SimNode> nodes();

    /**
     * What was asked of all servers.
     *
     * @return the journal
     */
    Journal journal();

    /**
     * The time it lives in.
     *
     * @return the clock it was built with
     */
    SimClock clock();

    /**
     * Moves the clock; what falls due on the way has happened when this returns.
     *
     * @param by how far
     */
    default void advance(Duration by) {
        clock().advance(by);
    }

    /**
     * What a person wants to see when a test failed: itself, the time, faults that still wait, the latest requests.
     *
     * @return some lines
     */
    default String report() {
        return SimReport.of(this);
    }

    /** Stops all servers; whatever waits in them is cut off. No thread of it is left. */
    @Override
    void close();
}
