package dev.opsdk.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP server of a simulator: real sockets on 127.0.0.1 and a random port that it keeps over its whole life, also
 * while it is killed. All its threads are daemons.
 */
public final class SimServer implements AutoCloseable {

    private static final InetAddress LOCAL = ipv4Loopback();

    private final int index;
    private final SimHandler handler;
    private final Journal journal;
    private final SimClock clock;
    private final Faults faults = new Faults();
    private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
    private final String advertised;
    private final int port;
    private @Nullable ServerSocket listener;
    private @Nullable Thread acceptor;
    private @Nullable Socket placeholder;

    /**
     * Starts a server.
     *
     * @param index its place in its cluster, for the journal
     * @param advertised the {@code host:port} it names itself by, empty for its real one
     * @param handler answers the requests
     * @param journal where requests are noted
     * @param clock gives the Date header
     */
    public SimServer(int index, String advertised, SimHandler handler, Journal journal, SimClock clock) {
        this.index = index;
        this.handler = handler;
        this.journal = journal;
        this.clock = clock;
        this.port = listen(0);
        this.advertised = advertised.isEmpty() ? "127.0.0.1:" + port : advertised;
    }

    /**
     * Where it can be reached.
     *
     * @return {@code http://127.0.0.1:port}
     */
    public String url() {
        return "http://127.0.0.1:" + port;
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
    public synchronized boolean isUp() {
        return listener != null;
    }

    /** Ends the process: open connections are reset, new ones refused. */
    public synchronized void kill() {
        ServerSocket open = listener;
        if (open == null) {
            return;
        }
        listener = null;
        closeQuietly(open);
        awaitAcceptor();
        placeholder = reserve();
        for (HttpConnection connection : List.copyOf(connections)) {
            connection.abort();
        }
    }

    /** Starts again on the same port. */
    public synchronized void restart() {
        if (listener == null) {
            listen(port);
            freePort();
        }
    }

    @Override
    public synchronized void close() {
        kill();
        freePort();
        faults.clear();
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
        connections.remove(connection);
    }

    private synchronized int listen(int wanted) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOCAL, wanted), 1024);
            listener = socket;
            Thread thread = new Thread(() -> accept(socket), "sim-" + index + "-accept");
            thread.setDaemon(true);
            thread.start();
            acceptor = thread;
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + wanted, e);
        }
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket client = from.accept();
                HttpConnection connection = new HttpConnection(this, client, "sim-" + index + "-" + client.getPort());
                connections.add(connection);
                if (from.isClosed()) {
                    connection.abort();
                }
                connection.start();
            } catch (IOException e) {
                // closed by kill(), which ends the loop, or the client gave up before it was accepted
            }
        }
    }

    /** The kernel lets go of the port only when nobody is inside accept any more. */
    private void awaitAcceptor() {
        boolean interrupted = false;
        while (acceptor != null && acceptor.isAlive()) {
            try {
                acceptor.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A socket that is bound but does not listen: connections are refused, and nobody else gets the port. */
    private @Nullable Socket reserve() {
        Socket bound = new Socket();
        try {
            bound.setReuseAddress(true);
            bound.bind(new InetSocketAddress(LOCAL, port));
            return bound;
        } catch (IOException e) {
            closeQuietly(bound);
            return null;
        }
    }

    private void freePort() {
        if (placeholder != null) {
            closeQuietly(placeholder);
            placeholder = null;
        }
    }

    private static InetAddress ipv4Loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            // nothing depends on how a socket of ours ends
            return;
        }
    }
}
