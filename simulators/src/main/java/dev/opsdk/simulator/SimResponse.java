package dev.opsdk.simulator;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer as it will go over the wire. {@code Content-Length} is written by the server, and so is
 * {@code Date} unless the answer has one of its own.
 *
 * @param status the HTTP status
 * @param headers header lines in the order of writing
 * @param body the body, sent as UTF-8
 * @param outcome what became of the request, for the journal
 */
public record SimResponse(int status, Map<String, String> headers, String body, Outcome outcome) {

    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(301, "Moved Permanently"),
            Map.entry(303, "See Other"),
            Map.entry(400, "Bad Request"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    /**
     * An answer without a body.
     *
     * @param status the HTTP status
     * @param outcome what became of the request
     * @return the answer
     */
    public static SimResponse empty(int status, Outcome outcome) {
        return new SimResponse(status, Map.of(), "", outcome);
    }

    /**
     * An answer with a body of text.
     *
     * @param status the HTTP status
     * @param contentType the value of Content-Type
     * @param body the text, sent as UTF-8
     * @param outcome what became of the request
     * @return the answer
     */
    public static SimResponse text(int status, String contentType, String body, Outcome outcome) {
        return new SimResponse(status, Map.of("Content-Type", contentType), body, outcome);
    }

    /**
     * The same answer with one more header line.
     *
     * @param name the header
     * @param value its value
     * @return the new answer
     */
    public SimResponse with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new SimResponse(status, all, body, outcome);
    }

    /**
     * The same answer with another body.
     *
     * @param other the new body
     * @return the new answer
     */
    SimResponse withBody(String other) {
        return new SimResponse(status, headers, other, outcome);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The words behind the status.
     *
     * @return for example {@code Not Found}
     */
    public String reason() {
        return REASONS.getOrDefault(status, "Status " + status);
    }
}
