package dev.opsdk.simulator.bizconnector;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** One event on its way, over a connection of its own that {@link #close} cuts. */
final class WebhookPost implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PROCESSING = 102;
    private static final int FIRST_FINAL = 200;

    private final URI target;
    private final Socket socket = new Socket();
    private volatile @Nullable Socket secured;

    WebhookPost(String url) {
        this.target = URI.create(url);
        if (target.getHost() == null) {
            throw new IllegalArgumentException("no host in " + url);
        }
    }

    /** Returns the status of the answer, whose body nobody reads. */
    int send(Map<String, String> headers, String body) throws IOException {
        boolean secure = "https".equals(target.getScheme());
        int port = target.getPort() > 0 ? target.getPort() : secure ? 443 : 80;
        socket.connect(new InetSocketAddress(target.getHost(), port), Math.toIntExact(PATIENCE.toMillis()));
        socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
        Socket line = secure ? secured(port) : socket;
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head =
                new StringBuilder(256).append("POST ").append(path()).append(" HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Host: ").append(target.getAuthority()).append("\r\nContent-Length: ");
        head.append(bytes.length).append("\r\nConnection: close\r\n\r\n");
        line.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        line.getOutputStream().write(bytes);
        line.getOutputStream().flush();
        return status(new BufferedInputStream(line.getInputStream()));
    }

    private static int status(InputStream in) throws IOException {
        int status = PROCESSING;
        while (status < FIRST_FINAL) {
            String[] start = HttpHead.read(in.read(), in).start().split(" ", 3);
            if (start.length < 2 || !start[1].matches("[1-5][0-9][0-9]")) {
                throw new IOException("not an answer");
            }
            status = Integer.parseInt(start[1]);
        }
        return status;
    }

    private Socket secured(int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        Socket layer = factory.createSocket(socket, target.getHost(), port, true);
        secured = layer;
        return layer;
    }

    private String path() {
        String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        return target.getRawQuery() == null ? path : path + "?" + target.getRawQuery();
    }

    @Override
    public void close() throws IOException {
        Socket layer = secured;
        try (socket;
                layer) {
            return;
        }
    }
}
