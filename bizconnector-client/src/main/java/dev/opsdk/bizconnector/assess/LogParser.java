package dev.opsdk.bizconnector.assess;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the connector's log, line by line: {@code [2026-11-20T10:31:10.605] [INFO] HttpServer - text correlation-id}. Colours are
 * taken off, and so are the time stamps that {@code docker logs -t} and Kubernetes put before each line. What follows a line without
 * being one itself (stack traces, printed objects) belongs to it. Never throws for any text, and loses no line. Not thread-safe.
 */
public final class LogParser {
    /** No event has more lines; what follows is an event of its own, without a level. */
    public static final int MOST_LINES = 500;

    private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;]{0,32}[A-Za-z]");
    private static final Pattern HEAD = Pattern.compile(
            "\\[(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3})] \\[(TRACE|DEBUG|INFO|WARN|ERROR|FATAL|MARK)] (\\S+) - (.*)",
            Pattern.DOTALL);
    private static final Pattern CONTAINER = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:\\d\\d)) (?:(?:stdout|stderr) [FP] )?(.*)",
            Pattern.DOTALL);
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANY_ID = Pattern.compile("[\\w.:+/=-]{1,128}");

    private final ZoneId zone;
    private final List<String> lines = new ArrayList<>();
    private long number;
    private long firstLine = 1;
    private @Nullable Matcher head;
    private Optional<Instant> stamp = Optional.empty();
    private boolean keepsTrailingSpace;

    /**
     * A parser for one text.
     *
     * @param zone the connector's time zone, because its log has local times; UTC in its image
     */
    public LogParser(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Reads a line.
     *
     * @param line any text, without its line end
     * @return the event before it, when this line ends one
     */
    public Optional<LogEvent> feed(String line) {
        number++;
        String plain = COLOURS.matcher(line).replaceAll("");
        Optional<Instant> before = Optional.empty();
        Matcher container = CONTAINER.matcher(plain);
        if (container.matches()) {
            before = instant(container.group(1));
            plain = container.group(2);
        }
        Matcher begins = HEAD.matcher(plain);
        boolean newEvent = begins.matches();
        Optional<LogEvent> ended = newEvent || lines.size() >= MOST_LINES ? end() : Optional.empty();
        if (lines.isEmpty()) {
            firstLine = number;
            head = newEvent ? begins : null;
            stamp = before;
        }
        lines.add(plain);
        return ended;
    }

    /**
     * Ends the text.
     *
     * @return the last event
     */
    public Optional<LogEvent> end() {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        LogEvent event = head == null ? loose() : event(head);
        lines.clear();
        head = null;
        return Optional.of(event);
    }

    private LogEvent loose() {
        return new LogEvent(
                stamp, LogLevel.NONE, "", String.join("\n", lines), Optional.empty(), firstLine, List.copyOf(lines));
    }

    private LogEvent event(Matcher parts) {
        List<String> said = new ArrayList<>(lines);
        said.set(0, parts.group(4));
        String message = String.join("\n", said);
        Optional<String> correlation = correlation(message);
        String rest = correlation
                .map(id -> message.substring(0, message.length() - id.length()))
                .orElse(message)
                .stripTrailing();
        return new LogEvent(
                stamp.or(() -> local(parts.group(1))),
                LogLevel.valueOf(parts.group(2)),
                parts.group(3),
                rest,
                correlation,
                firstLine,
                List.copyOf(lines));
    }

    /**
     * The pattern ends with a space and the id. A caller may have sent any id; unless the text is known to keep its trailing spaces, the
     * last word of a message without an id would look like one, so only the server's own form counts then.
     */
    private Optional<String> correlation(String message) {
        if (message.endsWith(" ")) {
            keepsTrailingSpace = true;
            return Optional.empty();
        }
        int at = Math.max(message.lastIndexOf(' '), message.lastIndexOf('\n'));
        if (at < 0 || message.charAt(at) == '\n') {
            return Optional.empty();
        }
        String last = message.substring(at + 1);
        boolean isId = UUID.matcher(last).matches()
                || (keepsTrailingSpace && ANY_ID.matcher(last).matches());
        return isId ? Optional.of(last) : Optional.empty();
    }

    private Optional<Instant> local(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // the 30th of February has a log line, and no instant
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
