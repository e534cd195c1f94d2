package dev.opsdk.simulator.openmldb;

import dev.opsdk.simulator.SimRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A recorded exchange with one server. */
record Recording(SimRequest request, int port, int status, Map<String, String> headers, String body) {

    private static final Pattern START = Pattern.compile("([A-Z]+) (\\S+) HTTP/1\\.1   \\(port (\\d+)\\)");

    static Recording load(String name) {
        String text = text(name);
        String[] halves = text.split("--------\n", 2);
        int first = halves[0].startsWith("# ") ? halves[0].indexOf('\n') + 1 : 0;
        String[] asked = halves[0].substring(first).split("\n\n", 2);
        String[] lines = asked[0].split("\n", -1);
        Matcher start = START.matcher(lines[0]);
        if (!start.matches()) {
            throw new IllegalStateException(lines[0]);
        }
        Map<String, List<String>> sent = new LinkedHashMap<>();
        headers(lines).forEach((header, value) -> {
            // the recorder's word for none
            if (!value.equals("None")) {
                sent.put(header, List.of(value));
            }
        });
        String body = asked.length < 2 ? "" : asked[1].strip();
        SimRequest request = new SimRequest(start.group(1), start.group(2), sent, body);
        int port = Integer.parseInt(start.group(3));
        if (!halves[1].startsWith("HTTP/1.1 ")) {
            return new Recording(request, port, 0, Map.of(), "");
        }
        String[] answer = halves[1].split("\n\n", 2);
        String[] head = answer[0].split("\n", -1);
        return new Recording(
                request,
                port,
                Integer.parseInt(head[0].split(" ", 3)[1]),
                headers(head),
                answer.length < 2 ? "" : answer[1].strip());
    }

    private static Map<String, String> headers(String[] lines) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            String[] parts = lines[i].split(":", 2);
            if (parts.length == 2) {
                headers.put(parts[0], parts[1].strip());
            }
        }
        headers.remove("Content-Length");
        return headers;
    }

    private static String text(String name) {
        try (InputStream in = Recording.class.getResourceAsStream("/openmldb/" + name + ".txt")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
