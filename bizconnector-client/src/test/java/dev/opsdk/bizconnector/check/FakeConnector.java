package dev.opsdk.bizconnector.check;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.assess.Recorded;
import dev.opsdk.core.Secret;
import dev.opsdk.core.testkit.FakeTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers as it is told, on a port of its own. */
final class FakeConnector implements AutoCloseable {
    static final String KEY = "This_is_a_test_APIKEY_with_30_chars+";
    static final Instant NOW = Instant.parse("2026-11-20T10:45:00Z");

    static {
        // else the body of each answer waits 40 ms for the acknowledgement of its head
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException, InterruptedException;
    }

    final List<String> requests = new CopyOnWriteArrayList<>();
    final Map<String, List<String>> queries = new ConcurrentHashMap<>();
    final Set<String> keys = ConcurrentHashMap.newKeySet();
    final FakeTime time = FakeTime.startingAt(NOW);
    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private HttpServer server;
    private int port;

    FakeConnector() {
        keys.add(KEY);
        headers.put("X-Response-Time", NOW.toString());
        up();
        recorded("GET /health", 200, "101-prod-health");
        recorded("GET /Monitoring/Version", 200, "005-version");
        recorded("GET /Monitoring/Requests", 200, "009-requests");
        recorded("GET /Monitoring/Support", 200, "103-prod-support-mongodb");
        recorded("GET /api/core/v1/Account/IdentityInfo", 200, "201-account-identity-info");
        recorded("GET /api/core/v1/Account/SyncInfo", 200, "633-backbone-down-sync-info");
        recorded("GET /api/core/v1/Announcements", 200, "206-announcements");
        recorded("POST /api/core/v1/Challenges", 201, "247-challenge-create-identity");
        for (String list : List.of(
                "Attributes",
                "Files/Own",
                "Tokens/Own",
                "Files",
                "Relationships",
                "RelationshipTemplates/Own",
                "Requests/Incoming",
                "Requests/Outgoing",
                "Messages")) {
            list(list);
        }
    }

    void up() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = server.getAddress().getPort();
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    void down() {
        server.stop(0);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    BizConnectorClient client() {
        return client(KEY);
    }

    BizConnectorClient client(String key) {
        return BizConnectorClient.builder()
                .url(url())
                .apiKey(Secret.of(key))
                .timeSource(time)
                .build();
    }

    void header(String name, String value) {
        headers.put(name, value);
    }

    void recorded(String route, int status, String recording) {
        answer(route, status, Recorded.body(recording).toString());
    }

    void answer(String route, int status, String body) {
        handlers.put(route, exchange -> reply(exchange, status, body));
    }

    void list(String list, String... elements) {
        answer("GET /api/core/v1/" + list, 200, "{\"result\":[" + String.join(",", elements) + "]}");
    }

    static String message(String id, String at) {
        return "{\"id\":\"" + id + "\",\"isOwn\":false,\"createdAt\":\"" + at
                + "\",\"content\":{\"@type\":\"ArbitraryMessageContent\",\"value\":1},\"recipients\":[],\"attachments\":[]}";
    }

    void error(String route, int status, String code, String message) {
        answer(
                route,
                status,
                "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message
                        + "\",\"id\":\"ERRRZLD8YG6R247Q8H7C\",\"time\":\"2026-11-20T10:41:44.125Z\",\"docs\":\"x\"}}");
    }

    void gone(String route) {
        error(route, 404, "error.runtime.recordNotFound", "not found");
    }

    /** Answers once, then as told later by another call of this. */
    void then(String route, Runnable after) {
        Handler before = handlers.get(route);
        handlers.put(route, exchange -> {
            after.run();
            before.handle(exchange);
        });
    }

    /** Does it, and closes the connection without an answer. */
    void cut(String route, Runnable effect) {
        handlers.put(route, exchange -> {
            effect.run();
            exchange.close();
        });
    }

    void hang(String route, java.util.concurrent.CountDownLatch until) {
        handlers.put(route, exchange -> {
            until.await();
            exchange.close();
        });
    }

    long count(String route) {
        return requests.stream().filter(route::equals).count();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String route = exchange.getRequestMethod() + " " + path;
        requests.add(route);
        String query = exchange.getRequestURI().getRawQuery();
        queries.computeIfAbsent(route, any -> new ArrayList<>()).add(query == null ? "" : query);
        exchange.getRequestBody().readAllBytes();
        String key = exchange.getRequestHeaders().getFirst("X-API-KEY");
        try {
            if (!path.equals("/health") && (key == null || !keys.contains(key))) {
                reply(
                        exchange,
                        401,
                        "{\"error\":{\"code\":\"error.connector.unauthorized\",\"message\":\"Unauthorized.\",\"id\":\"ERRRZLD8YG6R247Q8H7C\",\"time\":\"2026-11-20T10:41:44.125Z\",\"docs\":\"x\"}}");
                return;
            }
            Handler handler = handlers.get(route);
            if (handler == null) {
                reply(
                        exchange,
                        404,
                        "{\"error\":{\"code\":\"error.runtime.recordNotFound\",\"message\":\"no\",\"id\":\"ERRRZLD8YG6R247Q8H7C\",\"time\":\"2026-11-20T10:41:44.125Z\",\"docs\":\"x\"}}");
            } else {
                handler.handle(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    private void reply(HttpExchange exchange, int status, String body) throws IOException {
        headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
