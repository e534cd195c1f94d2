package dev.opsdk.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers each path with the same bytes, after the same time, on one thread: so little work that what is measured is the client. It
 * knows as much of HTTP as the measured clients use of it.
 */
final class CannedServer implements AutoCloseable {
    private static final int LARGEST_REQUEST = 16 << 10;
    private static final int BACKLOG = 4_096;
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "\r\ncontent-length:".getBytes(StandardCharsets.US_ASCII);

    private final Map<String, ByteBuffer> answers = new HashMap<>();
    private final long delay;
    private final Selector selector;
    private final ServerSocketChannel listener;
    private final Deque<Due> pending = new ArrayDeque<>();
    private final Thread thread = new Thread(this::serve, "canned-server");
    private volatile boolean open = true;

    /** An answer and when it is sent. */
    private record Due(long at, Connection connection, ByteBuffer answer) {}

    private CannedServer(Map<String, String> bodies, Duration delay) throws IOException {
        bodies.forEach((path, body) -> answers.put(path, answer("200 OK", body)));
        this.delay = delay.toNanos();
        selector = Selector.open();
        listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
        thread.setDaemon(true);
        thread.start();
    }

    static CannedServer start(Map<String, String> bodies, Duration delay) {
        try {
            return new CannedServer(bodies, delay);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + listener.socket().getLocalPort();
    }

    private static ByteBuffer answer(String status, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        String head =
                "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
        return ByteBuffer.wrap((head + body).getBytes(StandardCharsets.UTF_8));
    }

    private void serve() {
        try {
            while (open) {
                Due next = pending.peek();
                if (next == null) {
                    selector.select();
                } else {
                    long wait = next.at - System.nanoTime();
                    if (wait >= 1_000_000) {
                        selector.select(wait / 1_000_000);
                    } else {
                        selector.selectNow();
                    }
                }
                for (SelectionKey key : selector.selectedKeys()) {
                    if (key.isValid()) {
                        ready(key);
                    }
                }
                selector.selectedKeys().clear();
                sendDue();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sendDue() {
        for (Due due = pending.peek(); due != null && due.at <= System.nanoTime(); due = pending.peek()) {
            pending.remove();
            due.connection.send(due.answer);
        }
    }

    private void ready(SelectionKey key) throws IOException {
        if (key.isAcceptable()) {
            for (SocketChannel channel = listener.accept(); channel != null; channel = listener.accept()) {
                channel.configureBlocking(false);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                SelectionKey its = channel.register(selector, SelectionKey.OP_READ);
                its.attach(new Connection(channel, its));
            }
            return;
        }
        Connection connection = (Connection) key.attachment();
        if (key.isWritable()) {
            connection.goOn();
        } else {
            connection.read();
        }
    }

    @Override
    public void close() {
        open = false;
        selector.wakeup();
        try {
            thread.join();
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One socket: a request is read to its end before it is answered. */
    private final class Connection {
        private final SocketChannel channel;
        private final SelectionKey key;
        private final byte[] request = new byte[LARGEST_REQUEST];
        private final ByteBuffer in = ByteBuffer.wrap(request);
        private @Nullable ByteBuffer rest;

        private Connection(SocketChannel channel, SelectionKey key) {
            this.channel = channel;
            this.key = key;
        }

        private void read() {
            try {
                if (channel.read(in) < 0) {
                    channel.close();
                    return;
                }
            } catch (IOException e) {
                drop();
                return;
            }
            int head = indexOf(END_OF_HEAD, in.position());
            if (head < 0 || in.position() < head + END_OF_HEAD.length + length(head)) {
                return;
            }
            ByteBuffer answer = answers.getOrDefault(path(), answer("404 Not Found", "{}"));
            in.clear();
            if (delay == 0) {
                send(answer);
            } else {
                pending.add(new Due(System.nanoTime() + delay, this, answer));
            }
        }

        private void send(ByteBuffer answer) {
            rest = answer.duplicate();
            goOn();
        }

        private void goOn() {
            ByteBuffer out = rest;
            if (out == null || !key.isValid()) {
                return;
            }
            try {
                channel.write(out);
            } catch (IOException e) {
                drop();
                return;
            }
            key.interestOps(out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
            if (!out.hasRemaining()) {
                rest = null;
            }
        }

        /** The client is gone. */
        private void drop() {
            key.cancel();
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String path() {
            int start = 0;
            while (request[start++] != ' ') {}
            int end = start;
            while (request[end] != ' ' && request[end] != '?') {
                end++;
            }
            return new String(request, start, end - start, StandardCharsets.US_ASCII);
        }

        private int length(int head) {
            int at = indexOf(LENGTH, head + 2);
            int length = 0;
            if (at >= 0) {
                for (int i = at + LENGTH.length; request[i] != '\r'; i++) {
                    length = request[i] == ' ' ? length : length * 10 + request[i] - '0';
                }
            }
            return length;
        }

        /** Letters in either case. */
        private int indexOf(byte[] text, int end) {
            for (int i = 0; i + text.length <= end; i++) {
                int k = 0;
                while (k < text.length && lower(request[i + k]) == text[k]) {
                    k++;
                }
                if (k == text.length) {
                    return i;
                }
            }
            return -1;
        }

        private static int lower(byte letter) {
            return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
        }
    }
}
