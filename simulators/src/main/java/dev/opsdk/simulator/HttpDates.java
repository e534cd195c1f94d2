package dev.opsdk.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The value of a Date header. */
public final class HttpDates {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private HttpDates() {}

    /**
     * Writes an instant as HTTP does.
     *
     * @param instant any time
     * @return for example {@code Thu, 15 Jan 2026 08:00:00 GMT}
     */
    public static String format(Instant instant) {
        return DATE.format(instant);
    }
}
