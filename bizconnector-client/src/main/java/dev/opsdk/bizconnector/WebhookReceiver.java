package dev.opsdk.bizconnector;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.opsdk.bizconnector.model.event.ConnectorEvent;
import dev.opsdk.bizconnector.model.event.Trigger;
import dev.opsdk.core.TimeSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A small receiver of webhooks on the JDK's own HTTP server, for integration tests and harnesses. The connector does not repeat a
 * delivery, so a receiver for production has to stand behind something that is always there.
 *
 * <pre>{@code
 * try (WebhookReceiver receiver = WebhookReceiver.start(0, Optional.of(WebhookKey.of(key)))) {
 *     // configure the connector's target as receiver.url() + "{{trigger}}"
 *     Delivery delivery = receiver.await(d -> true, Duration.ofSeconds(10)).orElseThrow();
 * }
 * }</pre>
 */
public final class WebhookReceiver implements AutoCloseable {
    private static final int LARGEST = 4 << 20;
    private static final int MOST_DISCARDED = 64 << 20;

    private final HttpServer server;
    private final ExecutorService executor;
    private final Optional<WebhookKey> key;
    private final TimeSource time = TimeSource.system();
    private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();

    /**
     * What came.
     *
     * @param event what happened
     * @param correlationId the id of the call that caused it, or one of the connector's own; the receiver's link to the
     *     connector's log
     */
    public record Delivery(ConnectorEvent event, Optional<String> correlationId) {
        /**
         * Whether this happened.
         *
         * @param trigger what
         * @return true if it did
         */
        public boolean is(Trigger.Known trigger) {
            return event.trigger().is(trigger);
        }
    }

    private WebhookReceiver(HttpServer server, Optional<WebhookKey> key) {
        this.server = server;
        this.key = key;
        this.executor = Executors.newFixedThreadPool(4, work -> {
            Thread thread = new Thread(work, "opsdk-webhooks");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Listens on this machine only.
     *
     * @param port the port, or 0 for any
     * @param key the key deliveries must have; empty to take any
     * @return the receiver
     * @throws UncheckedIOException if the port is taken
     */
    public static WebhookReceiver start(int port, Optional<WebhookKey> key) {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), key);
    }

    /**
     * Listens on this machine only, at any port, for deliveries that have the key.
     *
     * @param key the key deliveries must have
     * @return the receiver
     */
    public static WebhookReceiver start(WebhookKey key) {
        return start(0, Optional.of(key));
    }

    /**
     * Listens at an address.
     *
     * @param address address and port
     * @param key the key deliveries must have; empty to take any
     * @return the receiver
     * @throws UncheckedIOException if it cannot listen there
     */
    public static WebhookReceiver start(InetSocketAddress address, Optional<WebhookKey> key) {
        try {
            return new WebhookReceiver(HttpServer.create(address, 0), key);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen at " + address, e);
        }
    }

    /** {@return the URL deliveries go to; anything may follow} */
    public String url() {
        InetSocketAddress at = server.getAddress();
        String host = at.getAddress().getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + at.getPort() + "/";
    }

    /**
     * Takes deliveries until the wanted one comes; those before it are dropped.
     *
     * @param wanted which
     * @param longest how long to wait
     * @return the delivery, or empty if none came in time
     * @throws InterruptedException if the thread is interrupted
     */
    public Optional<Delivery> await(Predicate<Delivery> wanted, Duration longest) throws InterruptedException {
        long end = time.nanos() + longest.toNanos();
        for (long left = longest.toNanos(); left > 0; left = end - time.nanos()) {
            Delivery delivery = deliveries.poll(left, TimeUnit.NANOSECONDS);
            if (delivery != null && wanted.test(delivery)) {
                return Optional.of(delivery);
            }
        }
        return Optional.empty();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = status(exchange);
            discard(exchange.getRequestBody());
            exchange.sendResponseHeaders(status, -1);
        }
    }

    /** Who is still sending when the connection ends sees a reset, and not the answer. */
    private static void discard(InputStream body) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        int read = 0;
        for (long left = MOST_DISCARDED; left > 0 && read >= 0; left -= read) {
            read = body.read(buffer);
        }
    }

    private int status(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            return 405;
        }
        if (key.isPresent() && !key.get().matches(header(exchange, key.get().header()))) {
            return 401;
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return 413;
        }
        try {
            deliveries.add(new Delivery(ConnectorEvents.webhook(body), header(exchange, "x-correlation-id")));
            return 204;
        } catch (IllegalArgumentException e) {
            return 400; // the connector logs the status; it has no use for words
        }
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** Stops listening at once. */
    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    @Override
    public String toString() {
        return "WebhookReceiver[" + url() + "]";
    }
}
