package dev.opsdk.bizconnector.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads from systems around the connector, which are none of the client's business. No redirects, no credentials of the connector. */
final class Web {
    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int MOST_PORT = 65_535;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client;
    private final Duration timeout;

    Web(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    record Page(int status, HttpHeaders headers, String body) {
        boolean ok() {
            return status / 100 == 2;
        }

        JsonNode json(String what) throws IOException {
            try {
                JsonNode node = JSON.readTree(body);
                if (node != null && node.isObject()) {
                    return node;
                }
            } catch (IOException e) {
                throw new IOException(what + " is not JSON", e);
            }
            throw new IOException(what + " is not a JSON object");
        }
    }

    Page get(URI uri, String... headers) throws IOException, InterruptedException {
        if (uri.getPort() > MOST_PORT) {
            throw new IOException("no machine has the port " + uri.getPort());
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(timeout).header("Accept", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<InputStream> response =
                client.send(request.GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("the answer of " + uri.getHost() + " is larger than " + MOST_BYTES + " bytes");
            }
            return new Page(response.statusCode(), response.headers(), new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
