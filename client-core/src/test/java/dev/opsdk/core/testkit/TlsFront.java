package dev.opsdk.core.testkit;

import dev.opsdk.core.BaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HeldCertificate;

/** TLS in front of a server that has none, as reverse proxies are: shakes hands, then passes on what comes. */
public final class TlsFront implements AutoCloseable {
    private final BaseUrl behind;
    private final SSLServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger passedOn = new AtomicInteger();

    private TlsFront(BaseUrl behind, HeldCertificate certificate, boolean mutual) {
        this.behind = behind;
        try {
            listening = (SSLServerSocket)
                    Certificates.serving(certificate).getServerSocketFactory().createServerSocket();
            listening.setNeedClientAuth(mutual);
            listening.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    /**
     * Starts one.
     *
     * @param behind the server, without TLS
     * @param certificate what is shown to callers
     * @param mutual whether callers must show one, too
     */
    public static TlsFront of(BaseUrl behind, HeldCertificate certificate, boolean mutual) {
        return new TlsFront(behind, certificate, mutual);
    }

    /** Where it is, as {@code https}. */
    public BaseUrl url() {
        return new BaseUrl("https", "127.0.0.1", listening.getLocalPort());
    }

    /** How many connections came. */
    public int connections() {
        return connections.get();
    }

    /** How many of them got through to the server. */
    public int passedOn() {
        return passedOn.get();
    }

    @Override
    public void close() {
        quietly(listening);
        open.forEach(TlsFront::quietly);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                SSLSocket socket = (SSLSocket) listening.accept();
                connections.incrementAndGet();
                open.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(SSLSocket socket) {
        try (socket) {
            socket.startHandshake();
            passedOn.incrementAndGet();
            try (Socket server = new Socket(behind.host(), behind.port())) {
                open.add(server);
                daemon(() -> copy(server, socket));
                copy(socket, server);
                open.remove(server);
            }
        } catch (IOException e) {
            // no handshake, or one of the two went away
        } finally {
            open.remove(socket);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one of them went away; so does the other
        }
        quietly(to);
        quietly(from);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "tls-front");
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // it is gone either way
        }
    }
}
