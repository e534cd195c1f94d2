package dev.opsdk.simulator.bizconnector;

import dev.opsdk.simulator.SimClock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What a connector writes to its standard output: log4js with colours, local time without a zone. */
final class LogText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final String GREEN = "\u001B[32m";
    private static final String RED = "\u001B[91m";
    private static final String END = "\u001B[39m";

    private final SimClock clock;
    private final List<String> lines = new ArrayList<>();

    LogText(SimClock clock) {
        this.clock = clock;
    }

    void info(String category, String message, String correlation) {
        add(GREEN, "INFO", category, message, correlation);
    }

    void error(String category, String message, String correlation) {
        add(RED, "ERROR", category, message, correlation);
    }

    /** Text that does not come from the logger. */
    synchronized void bare(String text) {
        lines.add(text);
    }

    private synchronized void add(String colour, String level, String category, String message, String correlation) {
        lines.add(colour + "[" + TIME.format(clock.now()) + "] [" + level + "] " + category + " - " + message + " "
                + correlation + END);
    }

    synchronized String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    synchronized void clear() {
        lines.clear();
    }
}
