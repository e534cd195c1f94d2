package dev.opsdk.bizconnector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Exchanges recorded of real connectors with throw-away identities. */
public final class Recordings {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<Exchange> ALL = load("/recordings").stream()
            .map(entry -> new Exchange(entry.getKey(), entry.getValue()))
            .toList();

    private Recordings() {}

    /** One exchange. */
    public record Exchange(String file, JsonNode json) {
        public String method() {
            return json.at("/request/method").asText();
        }

        public String path() {
            return json.at("/request/path").asText();
        }

        public JsonNode requestBody() {
            return json.at("/request/body");
        }

        public int status() {
            return json.at("/response/status").asInt();
        }

        public JsonNode headers() {
            return json.at("/response/headers");
        }

        public JsonNode body() {
            return json.at("/response/body");
        }

        public byte[] bytes() {
            JsonNode response = json.path("response");
            if (response.has("body")) {
                return response.path("body").toString().getBytes(StandardCharsets.UTF_8);
            }
            return response.has("bodyBase64")
                    ? Base64.getDecoder().decode(response.path("bodyBase64").asText())
                    : response.path("bodyRaw").asText().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return file;
        }
    }

    public static List<Exchange> all() {
        return ALL;
    }

    /** The exchange whose file begins with a number. */
    public static Exchange number(String number) {
        return ALL.stream()
                .filter(exchange -> exchange.file().startsWith(number + "-"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no recording has the number " + number));
    }

    /** Deliveries to webhooks. */
    public static List<Map.Entry<String, JsonNode>> webhooks() {
        return load("/webhooks");
    }

    private static List<Map.Entry<String, JsonNode>> load(String folder) {
        try {
            URL url = Recordings.class.getResource(folder);
            try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
                Map<String, JsonNode> found = new TreeMap<>();
                for (Path file : files.toList()) {
                    found.put(file.getFileName().toString(), MAPPER.readTree(file.toFile()));
                }
                return List.copyOf(found.entrySet());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
