package dev.opsdk.simulator.bizconnector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What clients connect to. It hands every exchange on to a server that only knows text, and adds what Node does at the
 * socket: bytes as they are, its words behind a status, no length where there is no body, the end of idle connections.
 */
final class Front implements AutoCloseable {

    private static final InetAddress LOCAL = loopback();

    private final int target;
    private final Duration idle;
    private final Set<FrontConnection> connections = ConcurrentHashMap.newKeySet();
    private final int port;
    private @Nullable ServerSocket listener;
    private @Nullable Thread acceptor;
    private @Nullable Socket placeholder;

    Front(String url, Duration idle) {
        this.target = URI.create(url).getPort();
        this.idle = idle;
        this.port = listen(0);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    Socket connect() throws IOException {
        return new Socket(LOCAL, target);
    }

    void gone(FrontConnection connection) {
        connections.remove(connection);
    }

    /** Resets what is open and refuses what comes, without giving the port away. */
    synchronized void kill() {
        ServerSocket open = listener;
        if (open == null) {
            return;
        }
        listener = null;
        closeQuietly(open);
        awaitAcceptor();
        placeholder = reserve();
        List.copyOf(connections).forEach(FrontConnection::abort);
    }

    synchronized void restart() {
        if (listener == null) {
            listen(port);
            freePort();
        }
    }

    @Override
    public synchronized void close() {
        kill();
        freePort();
    }

    private synchronized int listen(int wanted) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOCAL, wanted), 1024);
            listener = socket;
            Thread thread = new Thread(() -> accept(socket), "biz-front-accept");
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
                FrontConnection connection = new FrontConnection(this, from.accept(), idle);
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

    /** Bound but not listening: connections are refused, and nobody else gets the port. */
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

    private static InetAddress loopback() {
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
