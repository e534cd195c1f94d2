package dev.opsdk.simulator.bizconnector;

import dev.opsdk.simulator.Listener;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Relays one client connection, one exchange after the other. */
final class FrontConnection implements Runnable, Listener.Connection {

    private static final int CHUNK = 8192;

    private final Front front;
    private final Socket client;
    private final Duration idle;
    private final Thread thread;
    private volatile @Nullable Socket server;

    FrontConnection(Front front, Socket client, Duration idle) {
        this.front = front;
        this.client = client;
        this.idle = idle;
        this.thread = new Thread(this, "biz-front-" + client.getPort());
        thread.setDaemon(true);
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void abort() {
        close(client, true);
        close(server, true);
    }

    @Override
    public boolean ended(Duration atMost) throws InterruptedException {
        thread.join(Math.max(1, atMost.toMillis()));
        return !thread.isAlive();
    }

    @Override
    public void run() {
        try {
            client.setTcpNoDelay(true);
            Socket upstream = front.connect();
            server = upstream;
            if (client.isClosed()) {
                // aborted before there was anything to abort behind it
                close(upstream, true);
            }
            InputStream in = new BufferedInputStream(client.getInputStream());
            InputStream answers = new BufferedInputStream(upstream.getInputStream());
            boolean open = true;
            while (open) {
                open = exchange(in, upstream.getOutputStream(), answers, client.getOutputStream());
            }
        } catch (SocketTimeoutException e) {
            // an idle connection is simply closed, as Node does after five seconds
            close(client, false);
        } catch (IOException e) {
            close(client, true);
        } finally {
            close(client, false);
            close(server, false);
            front.gone(this);
        }
    }

    /** Returns whether the connection stays open. */
    private boolean exchange(InputStream in, OutputStream server, InputStream answers, OutputStream out)
            throws IOException {
        client.setSoTimeout(Math.toIntExact(idle.toMillis()));
        int first = in.read();
        if (first < 0) {
            return false;
        }
        client.setSoTimeout(0);
        HttpHead head = HttpHead.read(first, in);
        if (head.header("Expect").equalsIgnoreCase("100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        byte[] body = head.body(in);
        byte[] sent = RawBytes.isMultipart(head.header("Content-Type")) ? RawBytes.inward(body) : body;
        HttpHead relayed = head.without("Transfer-Encoding").without("Expect");
        boolean none = sent.length == 0 && head.header("Content-Length").isEmpty();
        server.write((none ? relayed : relayed.with("Content-Length", Integer.toString(sent.length))).bytes());
        server.write(sent);
        server.flush();
        return answer(head.start().startsWith("HEAD "), answers, out)
                && !head.header("Connection").equalsIgnoreCase("close");
    }

    private static boolean answer(boolean headOnly, InputStream answers, OutputStream out) throws IOException {
        int first = answers.read();
        if (first < 0) {
            return false;
        }
        HttpHead head = HttpHead.read(first, answers);
        int length = Integer.parseInt("0" + head.header("Content-Length"));
        String status = head.start().split(" ", 3)[1];
        HttpHead told = head.without(RawBytes.MARK).withStart(Reasons.statusLine(status));
        if (status.equals("204") || status.equals("304")) {
            told = told.without("Content-Length");
        }
        boolean marked = !head.header(RawBytes.MARK).isEmpty();
        if (headOnly || length == 0) {
            int real = marked ? length / 2 : length;
            out.write((length == 0 ? told : told.with("Content-Length", Integer.toString(real))).bytes());
            out.flush();
            return true;
        }
        PushbackInputStream body = new PushbackInputStream(answers);
        int start = body.read();
        if (start < 0) {
            out.write(told.bytes());
            out.flush();
            return false;
        }
        body.unread(start);
        boolean raw = marked && RawBytes.isEncoded(start);
        int real = raw ? length / 2 : length;
        out.write(told.with("Content-Length", Integer.toString(real)).bytes());
        return copy(raw ? RawBytes.decoded(body) : body, real, out);
    }

    /** Passes on what is there as soon as it is there, so that a slow answer stays slow. */
    private static boolean copy(InputStream from, int length, OutputStream to) throws IOException {
        byte[] buffer = new byte[CHUNK];
        int left = length;
        while (left > 0) {
            int count = from.read(buffer, 0, Math.min(left, CHUNK));
            if (count < 0) {
                to.flush();
                return false;
            }
            to.write(buffer, 0, count);
            to.flush();
            left -= count;
        }
        to.flush();
        return true;
    }

    private static void close(@Nullable Socket socket, boolean reset) {
        if (socket == null) {
            return;
        }
        try (socket) {
            if (reset && !socket.isClosed()) {
                socket.setSoLinger(true, 0);
            }
        } catch (IOException e) {
            // the line is gone already, which is what was wanted
            return;
        }
    }
}
