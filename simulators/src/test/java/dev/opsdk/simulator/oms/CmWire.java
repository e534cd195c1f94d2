package dev.opsdk.simulator.oms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.simulator.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Speaks to a cluster manager as curl does: forms, queries, empty posts. */
final class CmWire {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    CmWire(OmsSimulator sim) {
        this.base = sim.url();
    }

    HttpResponse<String> get(String path, String... pairs) {
        return now(request("GET", path + query(pairs), "", ""));
    }

    HttpResponse<String> postQuery(String path, String... pairs) {
        return now(request("POST", path + query(pairs), "", ""));
    }

    HttpResponse<String> postJson(String target, String body) {
        return now(request("POST", target, "application/json; charset=UTF-8", body));
    }

    HttpResponse<String> form(String path, String... pairs) {
        return now(formRequest(path, pairs));
    }

    CompletableFuture<HttpResponse<String>> formLater(String path, String... pairs) {
        return client.sendAsync(formRequest(path, pairs), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> raw(String method, String target, String contentType, String body) {
        return now(request(method, target, contentType, body));
    }

    static JsonNode json(HttpResponse<String> answer) {
        return Wire.read(answer.body());
    }

    static String encoded(String... pairs) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            out.append(i == 0 ? "" : "&").append(code(pairs[i])).append('=').append(code(pairs[i + 1]));
        }
        return out.toString();
    }

    private static String query(String... pairs) {
        return pairs.length == 0 ? "" : "?" + encoded(pairs);
    }

    private static String code(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest formRequest(String path, String... pairs) {
        return request("POST", path, "application/x-www-form-urlencoded", encoded(pairs));
    }

    private HttpRequest request(String method, String target, String contentType, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + target))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        return request.build();
    }

    private HttpResponse<String> now(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
