package dev.opsdk.simulator.bizconnector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A plain HTTP client for one connector: follows nothing, retries nothing. */
final class BizWire {

    static final String API = "/api/core/v1";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final String base;
    private final List<String> headers;

    private BizWire(String base, List<String> headers) {
        this.base = base;
        this.headers = headers;
    }

    static BizWire of(SimConnector connector) {
        return new BizWire(connector.url(), List.of("X-API-KEY", connector.apiKey(), "Accept", "application/json"));
    }

    /** The same connector, with these headers and no others. */
    BizWire only(String... all) {
        return new BizWire(base, List.of(all));
    }

    BizWire accepting(String type) {
        List<String> all = new ArrayList<>(headers.subList(0, 2));
        all.addAll(List.of("Accept", type));
        return new BizWire(base, all);
    }

    BizWire with(String name, String value) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(List.of(name, value));
        return new BizWire(base, all);
    }

    HttpResponse<byte[]> send(String method, String target, byte[] body, String type) {
        try {
            return CLIENT.send(request(method, target, body, type), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    CompletableFuture<HttpResponse<byte[]>> later(String method, String target) {
        return CLIENT.sendAsync(request(method, target, new byte[0], ""), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest request(String method, String target, byte[] body, String type) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + target))
                .timeout(Duration.ofSeconds(20))
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (!headers.isEmpty()) {
            builder.headers(headers.toArray(String[]::new));
        }
        if (!type.isEmpty()) {
            builder.header("Content-Type", type);
        }
        return builder.build();
    }

    HttpResponse<byte[]> get(String path) {
        return send("GET", API + path, new byte[0], "");
    }

    HttpResponse<byte[]> raw(String method, String target) {
        return send(method, target, new byte[0], "");
    }

    /** Sends JSON, in which single quotes stand for double ones. */
    HttpResponse<byte[]> json(String method, String path, String body) {
        return send(method, API + path, body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), "application/json");
    }

    HttpResponse<byte[]> post(String path, String body) {
        return json("POST", path, body);
    }

    HttpResponse<byte[]> put(String path, String body) {
        return json("PUT", path, body);
    }

    HttpResponse<byte[]> put(String path) {
        return raw("PUT", API + path);
    }

    HttpResponse<byte[]> delete(String path) {
        return raw("DELETE", API + path);
    }

    HttpResponse<byte[]> sync() {
        return raw("POST", API + "/Account/Sync");
    }

    /** Uploads a file with fields before it, as pairs. */
    HttpResponse<byte[]> upload(String filename, byte[] content, String... fields) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (int i = 0; i < fields.length; i += 2) {
            form.writeBytes(("--XX\r\nContent-Disposition: form-data; name=\"" + fields[i] + "\"\r\n\r\n"
                            + fields[i + 1] + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        form.writeBytes(("--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + filename
                        + "\"\r\nContent-Type: text/plain\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n--XX--\r\n".getBytes(StandardCharsets.UTF_8));
        return send("POST", API + "/Files/Own", form.toByteArray(), "multipart/form-data; boundary=XX");
    }

    static JsonNode read(HttpResponse<byte[]> answer) {
        return read(new String(answer.body(), StandardCharsets.UTF_8));
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }
}
