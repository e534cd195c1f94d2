package dev.opsdk.ccr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The transcripts of a real syncer behind curl, as exchanges. What stands between exchanges and is none is left out. */
public final class RecordedExchanges {
    private static final Pattern URL = Pattern.compile(" http://[0-9.:]+(/\\S*)$");
    private static final Pattern METHOD = Pattern.compile(" -X ([A-Z]+) ");
    private static final Pattern BODY = Pattern.compile(" -d ('.*'|\\S+) http://");

    private RecordedExchanges() {}

    /**
     * All exchanges of all transcripts.
     *
     * @return the exchanges, in the order they were recorded
     */
    public static List<Exchange> all() {
        List<Exchange> all = new ArrayList<>();
        for (String file : List.of("recorded.txt", "recorded2.txt", "recorded3.txt")) {
            all.addAll(in(file));
        }
        return all;
    }

    /**
     * The exchanges of one transcript.
     *
     * @param file its name
     * @return its exchanges
     */
    public static List<Exchange> in(String file) {
        return Arrays.stream(text(file).split("(?m)^### "))
                .skip(1)
                .map(block -> exchange(file, block))
                .toList();
    }

    /**
     * The one exchange with a title.
     *
     * @param title the words behind {@code ###}
     * @return the first exchange of that title
     */
    public static Exchange titled(String title) {
        return all().stream()
                .filter(exchange -> exchange.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no recording is titled " + title));
    }

    /**
     * How many exchanges the transcripts announce, counted without parsing them.
     *
     * @return the number of titles
     */
    public static long titles() {
        return List.of("recorded.txt", "recorded2.txt", "recorded3.txt").stream()
                .flatMap(file -> text(file).lines())
                .filter(line -> line.startsWith("### "))
                .count();
    }

    private static String text(String file) {
        try (InputStream in = RecordedExchanges.class.getResourceAsStream("/recordings/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Exchange exchange(String file, String block) {
        int lineEnd = block.indexOf('\n');
        String title = block.substring(0, lineEnd);
        String rest = block.substring(lineEnd + 1);
        Request request = new Request("GET", "/metrics", Optional.empty());
        if (rest.startsWith("$ ")) {
            int commandEnd = rest.indexOf('\n');
            request = request(rest.substring(0, commandEnd));
            rest = rest.substring(commandEnd + 1);
        }
        return new Exchange(
                file + ": " + title,
                title,
                request,
                responses(rest, request.method().equals("HEAD")));
    }

    private static Request request(String command) {
        Matcher url = URL.matcher(command);
        if (!url.find()) {
            throw new IllegalArgumentException("no URL in " + command);
        }
        Matcher body = BODY.matcher(command);
        Optional<String> data = body.find()
                ? Optional.of(
                        body.group(1).startsWith("'")
                                ? body.group(1).substring(1, body.group(1).length() - 1)
                                : body.group(1))
                : Optional.empty();
        Matcher method = METHOD.matcher(command);
        String verb =
                method.find() ? method.group(1) : command.contains(" -I ") ? "HEAD" : data.isPresent() ? "POST" : "GET";
        return new Request(verb, url.group(1), data);
    }

    private static List<Response> responses(String text, boolean headOnly) {
        List<Response> responses = new ArrayList<>();
        String rest = text;
        while (rest.startsWith("HTTP/1.1 ")) {
            int headEnd = rest.indexOf("\n\n");
            List<String> head = rest.substring(0, headEnd).lines().toList();
            int status = Integer.parseInt(head.get(0).substring(9, 12));
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String header : head.subList(1, head.size())) {
                int colon = header.indexOf(':');
                headers.put(header.substring(0, colon), header.substring(colon + 2));
            }
            byte[] after = rest.substring(headEnd + 2).getBytes(StandardCharsets.UTF_8);
            int length = headOnly ? 0 : length(headers, after);
            if (length > after.length) {
                throw new IllegalArgumentException("the recording has less than Content-Length says: " + head.get(0));
            }
            String body = new String(after, 0, length, StandardCharsets.UTF_8);
            responses.add(new Response(status, new LinkedHashMap<>(headers), body));
            rest = new String(after, length, after.length - length, StandardCharsets.UTF_8);
        }
        return responses;
    }

    /** The chunked answer of {@code /metrics} has no length; the blank line behind it is the recorder's. */
    private static int length(Map<String, String> headers, byte[] after) {
        String length = headers.get("Content-Length");
        return length == null ? after.length - 1 : Integer.parseInt(length);
    }

    /**
     * One exchange.
     *
     * @param id file and title
     * @param title the words behind {@code ###}
     * @param request what was sent
     * @param responses what came back: more than one where curl followed a redirect
     */
    public record Exchange(String id, String title, Request request, List<Response> responses) {
        /**
         * The answer that counts.
         *
         * @return the last one
         */
        public Response response() {
            return responses.get(responses.size() - 1);
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * What was sent.
     *
     * @param method the HTTP verb
     * @param path the path, with its query
     * @param body the body, if there was one
     */
    public record Request(String method, String path, Optional<String> body) {}

    /**
     * What came back.
     *
     * @param status the HTTP status
     * @param headers the headers
     * @param body the body, to the byte where Content-Length tells
     */
    public record Response(int status, Map<String, String> headers, String body) {}
}
