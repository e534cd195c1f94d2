package dev.opsdk.examples.openmldb;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 30s}, {@code 5m}, {@code 2h}, {@code 1h30m}, or as ISO 8601 has it: {@code PT30S}. */
final class TimeLimit implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
        String text = value.strip().toUpperCase(Locale.ROOT);
        try {
            Duration limit = Duration.parse(text.startsWith("P") ? text : "PT" + text);
            if (limit.isZero() || limit.isNegative()) {
                throw new TypeConversionException("'" + value + "' is not longer than zero");
            }
            return limit;
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + value + "' is not a time such as 30s, 5m, 2h or PT30S");
        }
    }
}
