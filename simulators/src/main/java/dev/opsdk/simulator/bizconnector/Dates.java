package dev.opsdk.simulator.bizconnector;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The many ways to write a date, and the one the connector answers with. */
final class Dates {

    private static final List<Function<String, OffsetDateTime>> WAYS = List.of(
            OffsetDateTime::parse,
            text -> LocalDateTime.parse(text).atOffset(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC),
            text -> YearMonth.parse(text).atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC),
            text -> Year.parse(text).atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC));

    private Dates() {}

    static String normal(String text) throws Refusal {
        return WAYS.stream()
                .map(way -> tried(way, text))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("expiresAt must match ISO8601 datetime format"));
    }

    private static Optional<String> tried(Function<String, OffsetDateTime> way, String text) {
        try {
            return Optional.of(World.iso(way.apply(text).toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The end of something new. */
    static String future(Node node, String text) throws Refusal {
        String end = normal(text);
        if (node.world.isOver(end)) {
            throw Refusal.invalid("'expiresAt' must be in the future");
        }
        return end;
    }
}
