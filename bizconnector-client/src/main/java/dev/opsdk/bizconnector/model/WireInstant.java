package dev.opsdk.bizconnector.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times as the server writes and compares them: texts of 24 characters in UTC with milliseconds. The databases compare them letter by
 * letter, so anything shorter sorts wrongly.
 */
public final class WireInstant {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private WireInstant() {}

    /**
     * Writes a time.
     *
     * @param time a time in the years 0 to 9999; what is below a millisecond is cut off
     * @return such as {@code 2026-11-20T10:40:22.726Z}
     * @throws IllegalArgumentException if the year has not four digits
     */
    public static String text(Instant time) {
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new IllegalArgumentException("the server takes years of four digits only, and this is " + time);
        }
        return FORMAT.format(time);
    }

    /**
     * Reads a time.
     *
     * @param text with or without fractions, in any zone, or a date alone, which begins at midnight UTC
     * @return the time
     * @throws DateTimeException if it is none
     */
    static Instant parse(String text) {
        return text.indexOf('T') < 0
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    /** Writes the server's form. */
    public static final class Writer extends JsonSerializer<Instant> {
        /** For Jackson. */
        public Writer() {}

        @Override
        public void serialize(Instant time, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(text(time));
        }
    }

    /** Reads what servers write. */
    public static final class Reader extends JsonDeserializer<Instant> {
        /** For Jackson. */
        public Reader() {}

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getValueAsString("");
            try {
                return parse(text);
            } catch (DateTimeException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, text, "not a time");
            }
        }
    }
}
