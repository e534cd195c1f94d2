package dev.opsdk.bizconnector.assess;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts what a log holds, line by line, in bounded memory. Several files go through one scan, the oldest first. Not thread-safe.
 */
public final class LogScan {
    private static final Pattern REQUEST = Pattern.compile("[A-Z]{3,7} \\S{1,8000} (\\d{3}) -- \\d+ms");
    private static final int MOST_ERRORS = 10_000;
    private static final int MOST_CATEGORIES = 1_000;
    private static final int EXAMPLE = 300;

    private final LogParser parser;
    private final Optional<Instant> notBefore;
    private final Map<LogLevel, SortedMap<String, Long>> byLevel = new EnumMap<>(LogLevel.class);
    private final SortedMap<Integer, Long> byStatus = new TreeMap<>();
    private final Deque<LoggedError> errors = new ArrayDeque<>();
    private final Map<Sickness, LogSummary.Sighting> sicknesses = new EnumMap<>(Sickness.class);
    private final List<LogSummary.FailedStart> bootFailures = new ArrayList<>();
    private long lines;
    private long events;
    private long starts;
    private long orderlyStops;
    private boolean counting = true;
    private Optional<Instant> from = Optional.empty();
    private Optional<Instant> to = Optional.empty();

    /**
     * A scan of everything.
     *
     * @param zone the connector's time zone
     */
    public LogScan(ZoneId zone) {
        this(zone, Optional.empty());
    }

    /**
     * A scan of the recent past.
     *
     * @param zone the connector's time zone
     * @param notBefore what is older is read, and not counted
     */
    public LogScan(ZoneId zone, Optional<Instant> notBefore) {
        this.parser = new LogParser(zone);
        this.notBefore = notBefore;
    }

    /**
     * Reads a line.
     *
     * @param line without its line end
     */
    public void line(String line) {
        lines++;
        parser.feed(line).ifPresent(this::count);
    }

    /**
     * Ends the text.
     *
     * @return what it held
     */
    public LogSummary end() {
        parser.end().ifPresent(this::count);
        return new LogSummary(
                lines,
                events,
                from,
                to,
                byLevel,
                byStatus,
                List.copyOf(errors),
                sicknesses,
                bootFailures,
                starts,
                orderlyStops);
    }

    private void count(LogEvent event) {
        // text without a time is as old as what stands before it
        event.at().ifPresent(at -> counting = notBefore.filter(at::isBefore).isEmpty());
        if (!counting) {
            return;
        }
        events++;
        from = from.or(event::at);
        to = event.at().or(() -> to);
        SortedMap<String, Long> categories = byLevel.computeIfAbsent(event.level(), any -> new TreeMap<>());
        String category = categories.size() < MOST_CATEGORIES || categories.containsKey(event.category())
                ? event.category()
                : "(others)";
        categories.merge(category, 1L, Long::sum);
        life(event);
        if (event.category().equals("HttpServer")) {
            request(event);
        }
        LoggedError.in(event).ifPresent(this::keep);
        for (Sickness sickness : Sickness.in(event)) {
            LogSummary.Sighting before = sicknesses.get(sickness);
            sicknesses.put(
                    sickness,
                    before == null
                            ? new LogSummary.Sighting(1, event.at(), event.at(), example(event))
                            : before.again(event));
        }
        BootFailure.in(event)
                .ifPresent(why -> bootFailures.add(new LogSummary.FailedStart(
                        why, event.at(), Masking.text(why.words(event).orElse("")))));
    }

    private void life(LogEvent event) {
        if (event.category().equals("Transport.Transport") && event.message().equals("Transport initialized")) {
            starts++;
        }
        if (event.category().equals("ConnectorRuntime") && event.message().startsWith("Stopping modules")) {
            orderlyStops++;
        }
    }

    private void request(LogEvent event) {
        Matcher matcher = REQUEST.matcher(event.message());
        if (matcher.matches()) {
            byStatus.merge(Integer.parseInt(matcher.group(1)), 1L, Long::sum);
        }
    }

    private void keep(LoggedError error) {
        if (errors.size() == MOST_ERRORS) {
            errors.removeFirst();
        }
        errors.addLast(error);
    }

    private static String example(LogEvent event) {
        String masked = Masking.text(event.message())
                .lines()
                .limit(2)
                .reduce((a, b) -> a + " | " + b)
                .orElse("");
        return Masking.cut(masked, EXAMPLE);
    }

    /**
     * Reads a whole text.
     *
     * @param text its lines
     * @param zone the connector's time zone
     * @return its events, in order
     */
    public static List<LogEvent> events(Iterable<String> text, ZoneId zone) {
        LogParser parser = new LogParser(zone);
        List<LogEvent> events = new ArrayList<>();
        text.forEach(line -> parser.feed(line).ifPresent(events::add));
        parser.end().ifPresent(events::add);
        return Collections.unmodifiableList(events);
    }
}
