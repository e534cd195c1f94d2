package dev.opsdk.core.testkit;

import dev.opsdk.core.BaseUrl;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP server on the loopback interface that fails its clients on demand and counts what arrives. Request after request gets the
 * next {@link Behaviour}, the last one for ever. It speaks from raw sockets, because a proper server library will not cut, stall and
 * babble at every place. Answers keep the connection open; faults close it.
 */
public final class FaultServer implements AutoCloseable {
    /** Stands in the body of every fault, so that a test can look for it where no body may be. */
    public static final String MARKER = "fault-body-marker";

    private static final String PAGE = "<!DOCTYPE html><html><body>Please log in: " + MARKER + "</body></html>";
    private static final long DRIP_MILLIS = 25;
    private static final long PATIENCE_SECONDS = 20;

    private final List<Behaviour> behaviours;
    private final Map<String, Answer> preludes = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger played = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AutoCloseable port;
    private final BaseUrl url;
    private volatile String properAnswer = "{}";

    /**
     * A request that arrived whole.
     *
     * @param method the HTTP method
     * @param path the path without the query, as it was on the wire
     * @param query what stood behind the question mark, or empty
     * @param headers by name, in any case; the last one counts
     * @param body the body, read as UTF-8
     */
    public record Arrival(String method, String path, String query, Map<String, String> headers, String body) {}

    private FaultServer(InetAddress host, List<Behaviour> behaviours) {
        this.behaviours = List.copyOf(behaviours);
        try {
            InetSocketAddress anywhere = new InetSocketAddress(host, 0);
            int number;
            if (behaviours.contains(Fault.REFUSED)) {
                // bound but not listening: connections are refused, and nobody else can take the port meanwhile
                Socket holder = new Socket();
                holder.bind(anywhere);
                number = holder.getLocalPort();
                port = holder;
            } else {
                ServerSocket listening = new ServerSocket();
                listening.bind(anywhere, 200);
                number = listening.getLocalPort();
                port = listening;
                daemon(() -> accept(listening));
            }
            url = new BaseUrl(behaviours.contains(Fault.TLS_GARBAGE) ? "https" : "http", host.getHostAddress(), number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts a server.
     *
     * @param inOrder what it does with the first request, the second ...; the last one is for all that follow
     */
    public static FaultServer start(Behaviour... inOrder) {
        try {
            return at(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), inOrder);
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts a server at another address of the loopback interface.
     *
     * @param host the address
     * @param inOrder what it does with the first request, the second ...; the last one is for all that follow
     */
    public static FaultServer at(InetAddress host, Behaviour... inOrder) {
        if (inOrder.length == 0) {
            throw new IllegalArgumentException("a server needs at least one behaviour");
        }
        return new FaultServer(host, List.of(inOrder));
    }

    /**
     * Answers a path properly and does not count it: for what a client has to ask before the call under test.
     *
     * @param path the path without a query
     * @param answer the answer
     * @return this
     */
    public FaultServer prelude(String path, Answer answer) {
        preludes.put(path, answer);
        return this;
    }

    /**
     * What {@link Fault#WRONG_CONTENT_TYPE} answers.
     *
     * @param json a proper answer to the call under test
     * @return this
     */
    public FaultServer properAnswer(String json) {
        properAnswer = json;
        return this;
    }

    /** Where it is. */
    public BaseUrl url() {
        return url;
    }

    /** The requests that arrived whole, preludes left out. */
    public List<Arrival> arrivals() {
        synchronized (arrivals) {
            return List.copyOf(arrivals);
        }
    }

    /** How many requests arrived whole, preludes left out. */
    public int arrived() {
        return arrivals().size();
    }

    /** How many connections were opened, also those that brought no request. */
    public int connections() {
        return connections.get();
    }

    /**
     * Waits for requests.
     *
     * @param count how many must have arrived
     * @throws AssertionError if they do not come in 20 s
     */
    public void awaitArrived(int count) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (arrivals) {
            while (arrivals.size() < count) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError(arrivals.size() + " requests arrived instead of " + count);
                }
                arrivals.wait(left);
            }
        }
    }

    /** Cuts what is open and goes on listening, as a server does that was restarted between two requests. */
    public void cutConnections() {
        open.forEach(socket -> {
            // only this is at once: a thread that reads keeps a closed socket until it notices, and may take a request
            quietly(socket::shutdownInput);
            quietly(socket);
        });
    }

    @Override
    public void close() {
        closed.countDown();
        quietly(port);
        open.forEach(FaultServer::quietly);
    }

    private void accept(ServerSocket listening) {
        while (closed.getCount() > 0) {
            try {
                Socket socket = listening.accept();
                connections.incrementAndGet();
                open.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            Behaviour first = upcoming();
            InputStream in = socket.getInputStream();
            if (first == Fault.RESET_BEFORE) {
                // not before its first byte: a client whose connection dies earlier says rightly that nothing was sent
                in.read();
                played.incrementAndGet();
                reset(socket);
                return;
            }
            in = new BufferedInputStream(in);
            OutputStream out = socket.getOutputStream();
            if (first == Fault.TLS_GARBAGE) {
                out.write(ascii("220 this is " + MARKER + ", not TLS\r\n"));
                out.flush();
                // whoever hangs up with unread bytes sends a reset, which may overtake what was written
                in.readNBytes(1);
                socket.shutdownOutput();
                closed.await(DRIP_MILLIS, TimeUnit.MILLISECONDS);
                return;
            }
            boolean goOn = true;
            while (goOn) {
                goOn = answerOne(socket, in, out);
            }
        } catch (IOException e) {
            // the client went away, or the test is over
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private boolean answerOne(Socket socket, InputStream in, OutputStream out)
            throws IOException, InterruptedException {
        Arrival arrival = read(in);
        Answer prelude = preludes.get(arrival.path());
        if (prelude != null) {
            return write(prelude, out);
        }
        Behaviour behaviour = behaviours.get(Math.min(played.getAndIncrement(), behaviours.size() - 1));
        synchronized (arrivals) {
            arrivals.add(arrival);
            arrivals.notifyAll();
        }
        if (behaviour instanceof Answer answer) {
            return write(answer, out);
        }
        if (behaviour instanceof Written written) {
            written.to(out);
            return false;
        }
        fail((Fault) behaviour, arrival, socket, out);
        return false;
    }

    private Behaviour upcoming() {
        return behaviours.get(Math.min(played.get(), behaviours.size() - 1));
    }

    private void fail(Fault fault, Arrival arrival, Socket socket, OutputStream out)
            throws IOException, InterruptedException {
        switch (fault) {
            case RESET_BEFORE, RESET_AFTER -> reset(socket);
            case STALLED -> closed.await();
            case CUT_BODY -> {
                out.write(ascii(head(200, "application/json") + "Content-Length: 100000\r\n\r\n"));
                out.write(ascii("{\"text\": \"" + MARKER));
            }
            case GARBAGE -> out.write(ascii("\u0001\u0002 " + MARKER + " speaks no HTTP\r\n\r\n" + MARKER + "\r\n"));
            case GARBAGE_WITHOUT_LINES -> out.write(ascii(MARKER));
            case BAD_GZIP ->
                simple(
                        out,
                        head(200, "application/json") + "Content-Encoding: gzip\r\n",
                        MARKER + " is not compressed");
            case NOT_JSON -> simple(out, head(200, "text/plain"), "all is well, says " + MARKER);
            case WRONG_CONTENT_TYPE -> simple(out, head(200, "text/html"), properAnswer);
            case EMPTY -> simple(out, head(200, "application/json"), "");
            case HUGE -> endless(out, "[\"" + MARKER + "\",".repeat(500), 0);
            case SLOW_DRIP -> endless(out, " ", DRIP_MILLIS);
            case REDIRECT_302, REDIRECT_303, REDIRECT_307 -> {
                String query = arrival.query().isEmpty() ? "" : "?" + arrival.query();
                simple(
                        out,
                        head(fault.status(), "text/html") + "Location: " + url + arrival.path() + query + "\r\n",
                        PAGE);
            }
            case STATUS_503_RETRY_AT_ONCE -> simple(out, head(503, "text/html") + "Retry-After: 0\r\n", PAGE);
            default -> simple(out, head(fault.status(), "text/html"), PAGE);
        }
        out.flush();
    }

    private void endless(OutputStream out, String piece, long pauseMillis) throws IOException, InterruptedException {
        out.write(ascii(head(200, "application/json") + "Transfer-Encoding: chunked\r\n\r\n"));
        byte[] chunk = ascii(Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n");
        while (!closed.await(pauseMillis, TimeUnit.MILLISECONDS)) {
            out.write(chunk);
            out.flush();
        }
    }

    private static boolean write(Answer answer, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder(head(answer.status(), answer.contentType()));
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        whole(out, head.toString(), answer.body());
        return !answer.hangUp();
    }

    private static String head(int status, String contentType) {
        return "HTTP/1.1 " + status + " Whatever\r\n"
                + (contentType.isEmpty() ? "" : "Content-Type: " + contentType + "\r\n");
    }

    /** The connection closes afterwards, and the answer says so: whether a dead connection is reused is another question. */
    private static void simple(OutputStream out, String head, String body) throws IOException {
        whole(out, head + "Connection: close\r\n", body);
    }

    private static void whole(OutputStream out, String head, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(ascii(head + "Content-Length: " + bytes.length + "\r\n\r\n"));
        whole.writeBytes(bytes);
        whole.writeTo(out);
        out.flush();
    }

    private static Arrival read(InputStream in) throws IOException {
        String[] start = line(in).split(" ", -1);
        if (start.length != 3) {
            throw new EOFException("no request");
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new EOFException("no request"); // a handshake, taken for one
            }
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        int mark = start[1].indexOf('?');
        return new Arrival(
                start[0],
                mark < 0 ? start[1] : start[1].substring(0, mark),
                mark < 0 ? "" : start[1].substring(mark + 1),
                headers,
                new String(body(in, headers), StandardCharsets.UTF_8));
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (!headers.getOrDefault("Transfer-Encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
            byte[] body = in.readNBytes(length);
            if (body.length < length) {
                throw new EOFException("the request was cut off");
            }
            return body;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.writeBytes(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "fault-server");
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
