package dev.opsdk.simulator.bizconnector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** An exchange with a real connector. */
record Recorded(String name, JsonNode json) {

    static List<Recorded> folder(String folder) {
        URL url = Recorded.class.getResource("/bizconnector/" + folder);
        if (url == null) {
            throw new IllegalArgumentException(folder);
        }
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Recorded::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Recorded read(Path file) {
        try {
            return new Recorded(file.getFileName().toString(), BizWire.read(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int number() {
        return Integer.parseInt(name.substring(0, 3));
    }

    String connector() {
        return json.at("/request/connector").asText();
    }

    String method() {
        return json.at("/request/method").asText();
    }

    String path() {
        return json.at("/request/path").asText();
    }

    String header(String header) {
        return json.at("/request/headers").path(header).asText("");
    }

    /** The body as text, empty when there was none. */
    String body() {
        JsonNode request = json.get("request");
        if (request.has("bodyRaw")) {
            return request.get("bodyRaw").asText();
        }
        JsonNode body = request.path("body");
        return body instanceof MissingNode || body.isNull() ? "" : body.isTextual() ? body.asText() : body.toString();
    }

    byte[] bytes(String rewritten) {
        boolean raw = json.get("request").has("bodyRaw");
        return rewritten.getBytes(raw ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    int status() {
        return json.at("/response/status").asInt();
    }

    JsonNode answer() {
        return json.at("/response/body");
    }

    String answerHeader(String header) {
        JsonNode headers = json.at("/response/headers");
        return headers.has(header)
                ? headers.get(header).asText()
                : headers.path(header.toLowerCase(Locale.ROOT)).asText("");
    }

    @Override
    public String toString() {
        return name;
    }
}
