package dev.opsdk.openmldb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** A nameserver whose role a test changes while it runs. */
final class FakeNameServer implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Function<String, MockResponse> role = method -> standby();

    private FakeNameServer() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String method = request.getTarget().replaceFirst(".*/", "");
                asked.add(method);
                return role.apply(method);
            }
        });
        try {
            server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FakeNameServer standing() {
        return new FakeNameServer();
    }

    static FakeNameServer leading() {
        FakeNameServer fake = new FakeNameServer();
        fake.lead();
        return fake;
    }

    String name() {
        return "127.0.0.1:" + server.getPort();
    }

    /** What it was asked since the last time. */
    List<String> asked() {
        List<String> seen = List.copyOf(asked);
        asked.clear();
        return seen;
    }

    void lead() {
        role = method -> answer("{\"code\":0,\"msg\":\"ok\",\"conf\":{}}");
    }

    void standBy() {
        role = method -> standby();
    }

    /** Says that it leads, and does something else with all but that. */
    void leadBut(MockResponse other) {
        role = method -> method.equals("ConfGet") ? answer("{\"code\":0,\"conf\":{}}") : other;
    }

    void play(Function<String, MockResponse> other) {
        role = other;
    }

    static MockResponse standby() {
        return answer("{\"code\":300,\"msg\":\"nameserver is not leader\"}");
    }

    static MockResponse answer(String json) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(json)
                .build();
    }

    /** Reads the request and closes the connection without a byte. */
    static MockResponse hangingUp() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
