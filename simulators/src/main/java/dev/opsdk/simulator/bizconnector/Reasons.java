package dev.opsdk.simulator.bizconnector;

import java.util.Map;

/** The words behind a status, as Node has them. */
final class Reasons {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("200", "OK"),
            Map.entry("201", "Created"),
            Map.entry("204", "No Content"),
            Map.entry("303", "See Other"),
            Map.entry("304", "Not Modified"),
            Map.entry("400", "Bad Request"),
            Map.entry("401", "Unauthorized"),
            Map.entry("403", "Forbidden"),
            Map.entry("404", "Not Found"),
            Map.entry("405", "Method Not Allowed"),
            Map.entry("406", "Not Acceptable"),
            Map.entry("409", "Conflict"),
            Map.entry("429", "Too Many Requests"),
            Map.entry("500", "Internal Server Error"),
            Map.entry("502", "Bad Gateway"),
            Map.entry("503", "Service Unavailable"),
            Map.entry("504", "Gateway Timeout"));

    private Reasons() {}

    static String statusLine(String status) {
        return "HTTP/1.1 " + status + " " + WORDS.getOrDefault(status, "Unknown");
    }
}
