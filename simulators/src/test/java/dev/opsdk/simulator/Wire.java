package dev.opsdk.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A plain HTTP client for tests: follows nothing, retries nothing. */
public final class Wire {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;

    public Wire(String base) {
        this.base = base;
    }

    public HttpResponse<String> send(String method, String target, String body) throws IOException {
        try {
            return client.send(request(method, target, body), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> post(String target, String body) {
        try {
            return send("POST", target, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public CompletableFuture<HttpResponse<String>> postLater(String target, String body) {
        return client.sendAsync(request("POST", target, body), HttpResponse.BodyHandlers.ofString());
    }

    /** The body of a POST. */
    public String text(String target, String body) {
        return post(target, body).body();
    }

    /** The body of a POST about a job, as JSON. */
    public JsonNode json(String target, String job) {
        return read(text(target, named(job)));
    }

    public static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    public static String named(String job) {
        return "{\"name\":\"" + job + "\"}";
    }

    private HttpRequest request(String method, String target, String body) {
        return HttpRequest.newBuilder(URI.create(base + target))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
