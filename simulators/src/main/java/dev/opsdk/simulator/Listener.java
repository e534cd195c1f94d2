package dev.opsdk.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A listening socket on 127.0.0.1 that can be killed and restarted, and the connections that came in. It keeps its
 * port in between.
 */
public final class Listener implements AutoCloseable {

    /** One client, on a thread of its own. */
    public interface Connection {

        /** Begins to serve it. */
        void start();

        /** Cuts the line and wakes whatever waits. */
        void abort();

        /**
         * Waits for the end of its thread.
         *
         * @param atMost real time
         * @return whether it has ended
         * @throws InterruptedException when the waiting thread is interrupted
         */
        boolean ended(Duration atMost) throws InterruptedException;
    }

    /** Where all of them listen: 127.0.0.1. */
    public static final InetAddress LOCAL = ipv4Loopback();

    private static final int BACKLOG = 1024;
    private static final int SPARE = 16;
    /** Its threads were interrupted; only one that the test itself holds up takes longer to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final Function<Socket, Connection> serve;
    private final int port;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket listener;
    private @Nullable Thread acceptor;
    private @Nullable Socket placeholder;

    /**
     * Begins to listen.
     *
     * @param bound where
     * @param name of its thread
     * @param serve makes a connection, which is started here
     */
    public Listener(ServerSocket bound, String name, Function<Socket, Connection> serve) {
        this.name = name;
        this.serve = serve;
        this.port = bound.getLocalPort();
        accepting(bound);
    }

    /**
     * Takes a random port.
     *
     * @return the socket, bound
     */
    public static ServerSocket random() {
        return bind(0);
    }

    /**
     * Takes random ports, the lowest first: what is sorted by address stays in the order it was made in. Above the
     * highest there is room for {@link #randomAbove}.
     *
     * @param count how many
     * @return the sockets, bound
     */
    public static List<ServerSocket> ascending(int count) {
        return lowest(count, some(2 * count + SPARE));
    }

    /**
     * Takes a random port above another, if there is one to be had.
     *
     * @param other the other port
     * @return the socket, bound
     */
    public static ServerSocket randomAbove(int other) {
        List<ServerSocket> some = some(SPARE);
        some.sort(Comparator.comparing(socket -> socket.getLocalPort() < other));
        return lowest(1, some).get(0);
    }

    private static List<ServerSocket> some(int count) {
        List<ServerSocket> bound = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bound.add(random());
        }
        bound.sort(Comparator.comparingInt(ServerSocket::getLocalPort));
        return bound;
    }

    private static List<ServerSocket> lowest(int count, List<ServerSocket> of) {
        of.subList(count, of.size()).forEach(Listener::closeQuietly);
        return List.copyOf(of.subList(0, count));
    }

    /**
     * Its port.
     *
     * @return the same over its whole life
     */
    public int port() {
        return port;
    }

    /**
     * Its address.
     *
     * @return {@code http://127.0.0.1:port}
     */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /**
     * Whether it accepts connections.
     *
     * @return false after a kill or close
     */
    public synchronized boolean isUp() {
        return listener != null;
    }

    /**
     * Forgets a connection that has ended.
     *
     * @param connection one that was made here
     */
    public void gone(Connection connection) {
        connections.remove(connection);
    }

    /** Resets what is open and refuses what comes, without giving the port away. */
    public synchronized void kill() {
        ServerSocket open = listener;
        if (open == null) {
            return;
        }
        listener = null;
        closeQuietly(open);
        awaitAcceptor();
        placeholder = reserve();
        List.copyOf(connections).forEach(Connection::abort);
    }

    /** Listens again on the same port. */
    public synchronized void restart() {
        if (listener == null) {
            accepting(bind(port));
            freePort();
        }
    }

    /** Ends it for good: the port is free, and no thread of it is left. */
    @Override
    public void close() {
        List<Connection> last;
        synchronized (this) {
            last = List.copyOf(connections);
            kill();
            freePort();
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (Connection connection : last) {
                if (!connection.ended(Duration.ofNanos(end - System.nanoTime()))) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ServerSocket bind(int wanted) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOCAL, wanted), BACKLOG);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + wanted, e);
        }
    }

    private synchronized void accepting(ServerSocket socket) {
        listener = socket;
        Thread thread = new Thread(() -> accept(socket), name);
        thread.setDaemon(true);
        thread.start();
        acceptor = thread;
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Connection connection = serve.apply(from.accept());
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
