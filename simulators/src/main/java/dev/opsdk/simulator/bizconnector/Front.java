package dev.opsdk.simulator.bizconnector;

import dev.opsdk.simulator.Listener;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/**
 * What clients connect to. It hands every exchange on to a server that only knows text, and adds what Node does at the
 * socket: bytes as they are, its words behind a status, no length where there is no body, the end of idle connections.
 */
final class Front implements AutoCloseable {

    private final int target;
    private final Listener listener;

    Front(String url, Duration idle) {
        this.target = URI.create(url).getPort();
        this.listener =
                new Listener(Listener.random(), "biz-front-accept", client -> new FrontConnection(this, client, idle));
    }

    String url() {
        return listener.url();
    }

    int port() {
        return listener.port();
    }

    Socket connect() throws IOException {
        return new Socket(Listener.LOCAL, target);
    }

    void gone(FrontConnection connection) {
        listener.gone(connection);
    }

    boolean isUp() {
        return listener.isUp();
    }

    void kill() {
        listener.kill();
    }

    void restart() {
        listener.restart();
    }

    @Override
    public void close() {
        listener.close();
    }
}
