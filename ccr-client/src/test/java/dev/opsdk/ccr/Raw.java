package dev.opsdk.ccr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Requests that this client refuses to send. */
final class Raw {
    private Raw() {}

    /** Makes a database job whatever its name is. */
    static void create(String url, String name) {
        String side = "\"host\":\"127.0.0.1\",\"thrift_port\":\"19020\",\"user\":\"root\",\"port\":\"1903";
        post(
                url + "/create_ccr",
                "{\"name\":\"" + name + "\",\"src\":{" + side + "0\",\"database\":\"demo\"},\"dest\":{" + side
                        + "1\",\"database\":\"demo2\"}}");
    }

    static String post(String url, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
