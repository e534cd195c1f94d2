package dev.opsdk.bizconnector.assess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What a real connector said and logged. */
public final class Recorded {
    private Recorded() {}

    /** The body of an answer. */
    public static JsonNode body(String name) {
        try {
            return new JsonMapper()
                    .readTree(text(name + ".json"))
                    .path("response")
                    .path("body");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a log. */
    public static List<String> lines(String name) {
        return text(name).lines().toList();
    }

    /** A whole file. */
    public static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Recorded.class.getResourceAsStream("/check/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
