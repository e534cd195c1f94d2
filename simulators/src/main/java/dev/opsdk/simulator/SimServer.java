package dev.opsdk.simulator;

import java.net.ServerSocket;

/**
 * One HTTP server of a simulator: real sockets on 127.0.0.1 and a random port that it keeps over its whole life, also
 * while it is killed. All its threads are daemons.
 */
public final class SimServer implements AutoCloseable {

    private final int index;
    private final SimHandler handler;
    private final Journal journal;
    private final SimClock clock;
    private final Faults faults;
    private final String advertised;
    private final Listener listener;

    /**
     * Starts a server on a port of its own.
     *
     * @param index its place in its cluster, for the journal
     * @param advertised the {@code host:port} it names itself by, empty for its real one
     * @param handler answers the requests
     * @param journal where requests are noted
     * @param clock gives the Date header
     */
    public SimServer(int index, String advertised, SimHandler handler, Journal journal, SimClock clock) {
        this(Listener.random(), index, advertised, handler, journal, clock);
    }

    /**
     * Starts a server on a port that was taken for it.
     *
     * @param bound where it listens
     * @param index its place in its cluster, for the journal
     * @param advertised the {@code host:port} it names itself by, empty for its real one
     * @param handler answers the requests
     * @param journal where requests are noted
     * @param clock gives the Date header
     */
    public SimServer(
            ServerSocket bound, int index, String advertised, SimHandler handler, Journal journal, SimClock clock) {
        this.index = index;
        this.handler = handler;
        this.faults = new Faults(handler::paths);
        this.journal = journal;
        this.clock = clock;
        this.advertised = advertised.isEmpty() ? "127.0.0.1:" + bound.getLocalPort() : advertised;
        this.listener = new Listener(
                bound,
                "sim-" + index + "-accept",
                client -> new HttpConnection(this, client, "sim-" + index + "-" + client.getPort()));
    }

    /**
     * Where it can be reached.
     *
     * @return {@code http://127.0.0.1:port}
     */
    public String url() {
        return listener.url();
    }

    /**
     * Its port.
     *
     * @return the same over its whole life
     */
    public int port() {
        return listener.port();
    }

    /**
     * The address it gives to others, which need not be one they can reach.
     *
     * @return {@code host:port}
     */
    public String advertisedAddress() {
        return advertised;
    }

    /**
     * What will go wrong here.
     *
     * @return the plan
     */
    public Faults faults() {
        return faults;
    }

    /**
     * Whether it accepts connections.
     *
     * @return false after a kill or close
     */
    public boolean isUp() {
        return listener.isUp();
    }

    /** Ends the process: open connections are reset, new ones refused. */
    public void kill() {
        listener.kill();
    }

    /** Starts again on the same port. */
    public void restart() {
        listener.restart();
    }

    /** Ends it for good: the port is free, and no thread of it is left. */
    @Override
    public void close() {
        // in this order: what hangs dies with the process, and is not served at its end
        listener.kill();
        faults.clear();
        listener.close();
    }

    int index() {
        return index;
    }

    SimHandler handler() {
        return handler;
    }

    Journal journal() {
        return journal;
    }

    SimClock clock() {
        return clock;
    }

    void gone(HttpConnection connection) {
        listener.gone(connection);
    }
}
