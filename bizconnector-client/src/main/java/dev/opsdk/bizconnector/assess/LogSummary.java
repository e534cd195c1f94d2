package dev.opsdk.bizconnector.assess;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a log holds.
 *
 * @param lines lines of text
 * @param events things that were logged
 * @param from time of the first event that has one
 * @param to time of the last event that has one
 * @param byLevel level to category to events
 * @param byStatus HTTP status to requests, as the connector logged them
 * @param errors failures with an id, the latest ones when there are very many
 * @param sicknesses troubles that were recognised
 * @param bootFailures starts that failed
 * @param starts how often a process began
 * @param orderlyStops how often a process ended as it was told to
 */
public record LogSummary(
        long lines,
        long events,
        Optional<Instant> from,
        Optional<Instant> to,
        Map<LogLevel, SortedMap<String, Long>> byLevel,
        SortedMap<Integer, Long> byStatus,
        List<LoggedError> errors,
        Map<Sickness, Sighting> sicknesses,
        List<FailedStart> bootFailures,
        long starts,
        long orderlyStops) {

    /**
     * How often something was seen.
     *
     * @param times how often
     * @param first when first, where that is known
     * @param last when last, where that is known
     * @param example a line of it, secrets masked
     */
    public record Sighting(long times, Optional<Instant> first, Optional<Instant> last, String example) {
        Sighting again(LogEvent event) {
            return new Sighting(times + 1, first.or(event::at), event.at().or(() -> last), example);
        }
    }

    /**
     * A start that failed.
     *
     * @param why the reason
     * @param at when, where that is known
     * @param words the log's own words, secrets masked
     */
    public record FailedStart(BootFailure why, Optional<Instant> at, String words) {}

    /** Keeps copies. */
    public LogSummary {
        Map<LogLevel, SortedMap<String, Long>> levels = new EnumMap<>(LogLevel.class);
        byLevel.forEach((level, counts) -> levels.put(level, Collections.unmodifiableSortedMap(new TreeMap<>(counts))));
        byLevel = Collections.unmodifiableMap(levels);
        byStatus = Collections.unmodifiableSortedMap(new TreeMap<>(byStatus));
        errors = List.copyOf(errors);
        Map<Sickness, Sighting> seen = new EnumMap<>(Sickness.class);
        seen.putAll(sicknesses);
        sicknesses = Collections.unmodifiableMap(seen);
        bootFailures = List.copyOf(bootFailures);
    }

    /**
     * Events of a level.
     *
     * @param level the level
     * @return how many
     */
    public long count(LogLevel level) {
        return byLevel.getOrDefault(level, Collections.emptySortedMap()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /**
     * What the log says about an error that a caller got.
     *
     * @param errorId {@code error.id} of the answer, which begins with {@code ERR}
     * @return the logged error; empty when the log does not have it, as with most 400 and 404
     */
    public Optional<LoggedError> error(String errorId) {
        return errors.stream().filter(each -> each.id().equals(errorId)).findFirst();
    }
}
