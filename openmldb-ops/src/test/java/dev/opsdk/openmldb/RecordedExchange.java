package dev.opsdk.openmldb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One recorded exchange with a real server library.
 *
 * @param file its name
 * @param method the HTTP method of the request
 * @param path the path of the request
 * @param request the body of the request
 * @param status the status of the answer, 0 when the connection was closed instead
 * @param headers the headers of the answer
 * @param answer the body of the answer
 */
record RecordedExchange(
        String file,
        String method,
        String path,
        String request,
        int status,
        Map<String, String> headers,
        String answer) {

    static List<RecordedExchange> all() {
        return text("index.txt").lines().map(RecordedExchange::in).toList();
    }

    static RecordedExchange numbered(int number) {
        String start = String.format("%03d-", number);
        return all().stream()
                .filter(exchange -> exchange.file().startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private static RecordedExchange in(String file) {
        String text = text(file);
        int line = text.indexOf("\n--------\n");
        String asked = text.substring(0, line);
        asked = asked.replaceFirst("^(# .*\n)+", "");
        String[] start = asked.substring(0, asked.indexOf('\n')).split(" ", -1);
        String request = asked.substring(asked.indexOf("\n\n") + 2).strip();
        String answered = text.substring(line + 10);
        if (!answered.startsWith("HTTP/")) {
            return new RecordedExchange(file, start[0], start[1], request, 0, Map.of(), "");
        }
        String head = answered.substring(0, answered.indexOf("\n\n"));
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Arrays.stream(head.split("\n", -1)).skip(1).forEach(header -> {
            int colon = header.indexOf(':');
            headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
        });
        return new RecordedExchange(
                file,
                start[0],
                start[1],
                request,
                Integer.parseInt(head.substring(9, 12)),
                headers,
                answered.substring(head.length() + 2).strip());
    }

    private static String text(String file) {
        try (InputStream in = RecordedExchange.class.getResourceAsStream("/recordings/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
