package dev.opsdk.ccr.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** The syncer's ways to write times, and its ways to say that it knows none. */
final class SyncerTime {
    private static final DateTimeFormatter WALL_CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    /** The epoch in the syncer's zone lies on this day or on the next; the literal sentinel on the next. */
    private static final LocalDate EPOCH_FAR_WEST = LocalDate.of(1969, 12, 31);

    private static final LocalDate EPOCH = LocalDate.of(1970, 1, 1);
    /** Beyond 280 years no interval is one. */
    private static final double MOST_SECONDS = 9e9;

    private SyncerTime() {}

    static Optional<LocalDateTime> parse(String text) {
        try {
            LocalDateTime time = LocalDateTime.parse(text, WALL_CLOCK);
            LocalDate day = time.toLocalDate();
            return day.equals(EPOCH) || day.equals(EPOCH_FAR_WEST) ? Optional.empty() : Optional.of(time);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Optional<Duration> seconds(BigDecimal number) {
        double seconds = number.doubleValue();
        return seconds >= 0 && seconds <= MOST_SECONDS
                ? Optional.of(Duration.ofNanos(Math.round(seconds * 1e9)))
                : Optional.empty();
    }
}
