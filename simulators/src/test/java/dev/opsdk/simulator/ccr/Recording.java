package dev.opsdk.simulator.ccr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The exchanges with a real syncer, as they were recorded with curl. */
record Recording(
        String title, String method, int port, String target, String requestBody, String head, String responseBody) {

    private static final Pattern CURL = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)(/\\S*)$");
    private static final Pattern DATA = Pattern.compile(" -d '?(.*?)'? http://127\\.0\\.0\\.1:\\d+/\\S*$");

    static List<Recording> load(String name) {
        List<Recording> all = new ArrayList<>();
        for (String block : text(name).split("(?m)^### ", -1)) {
            String[] lines = block.split("\n", 3);
            if (lines.length == 3 && lines[1].startsWith("$ curl ") && lines[2].startsWith("HTTP/1.1 ")) {
                all.add(parse(lines[0], lines[1], lines[2]));
            }
        }
        return all;
    }

    private static Recording parse(String title, String curl, String answer) {
        Matcher address = CURL.matcher(curl);
        if (!address.find()) {
            throw new IllegalStateException(curl);
        }
        Matcher data = DATA.matcher(curl);
        String body = data.find() ? data.group(1) : "";
        // curl -L prints every answer of the chain; the first is the one to compare
        String[] parts = answer.split("\n\n", 3);
        return new Recording(
                title,
                method(curl, body),
                Integer.parseInt(address.group(1)),
                address.group(2),
                body,
                parts[0],
                parts.length < 2 || parts[1].startsWith("HTTP/1.1 ") ? "" : parts[1].strip());
    }

    private static String method(String curl, String body) {
        Matcher explicit = Pattern.compile(" -X (\\w+)").matcher(curl);
        if (explicit.find()) {
            return explicit.group(1);
        }
        if (curl.contains(" -I ")) {
            return "HEAD";
        }
        return body.isEmpty() ? "GET" : "POST";
    }

    int status() {
        return Integer.parseInt(head.split(" ", 3)[1]);
    }

    /** Header lines that depend neither on time nor on length. */
    List<String> stableHeaders() {
        return Arrays.stream(head.split("\n", -1))
                .skip(1)
                .filter(line -> !line.startsWith("Date:") && !line.startsWith("Content-Length:"))
                .sorted()
                .toList();
    }

    private static String text(String name) {
        try (InputStream in = Recording.class.getResourceAsStream("/ccr/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
