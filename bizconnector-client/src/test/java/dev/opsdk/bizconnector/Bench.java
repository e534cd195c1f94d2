package dev.opsdk.bizconnector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** A server that answers as it is told, and a client of it. */
final class Bench implements AutoCloseable {
    static final String KEY = "This_is_a_test_APIKEY_with_30_chars+";

    private static final Set<String> KEPT = Set.of("content-type", "etag", "content-disposition");

    private final MockWebServer server = new MockWebServer();

    Bench() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://" + server.getHostName() + ":" + server.getPort();
    }

    MockWebServer server() {
        return server;
    }

    BizConnectorClient client() {
        return BizConnectorClient.connect(url(), KEY);
    }

    BizConnectorClient client(Consumer<BizConnectorBuilder> more) {
        BizConnectorBuilder builder = BizConnectorClient.builder().url(url());
        more.accept(builder);
        return builder.build();
    }

    Bench answer(int status, String contentType, byte[] body) {
        Buffer buffer = new Buffer().write(body);
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", contentType)
                .body(buffer)
                .build());
        return this;
    }

    Bench json(int status, String body) {
        return answer(status, "application/json; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    Bench result(String result) {
        return json(200, "{\"result\":" + result + "}");
    }

    Bench recorded(String number) {
        Recordings.Exchange exchange = Recordings.number(number);
        MockResponse.Builder response = new MockResponse.Builder().code(exchange.status());
        exchange.headers().properties().forEach(header -> {
            if (KEPT.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                response.setHeader(header.getKey(), header.getValue().asText());
            }
        });
        if (exchange.status() != 204 && exchange.status() != 304) {
            response.body(new Buffer().write(exchange.bytes()));
        }
        server.enqueue(response.build());
        return this;
    }

    Bench error(int status, String code, String message) {
        return json(
                status,
                "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message
                        + "\",\"id\":\"ERRABCDEFGHJKLMNPQRS\",\"time\":\"2026-11-20T10:00:00.000Z\",\"docs\":\"https://enmeshed.eu/x\"}}");
    }

    RecordedRequest request() {
        try {
            RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError("no request arrived");
            }
            return request;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    List<RecordedRequest> requests() {
        List<RecordedRequest> requests = new ArrayList<>();
        for (int i = server.getRequestCount(); i > 0; i--) {
            requests.add(request());
        }
        return requests;
    }

    @Override
    public void close() {
        server.close();
    }
}
