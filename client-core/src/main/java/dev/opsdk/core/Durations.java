package dev.opsdk.core;

import java.time.Duration;

/** Durations for people: {@code 5 min}, {@code 90 s}, {@code 1.3 s}, {@code 300 ms}. */
public final class Durations {
    private Durations() {}

    /**
     * Writes a duration rounded, because what is left of a limit of 5 min after a microsecond is 5 min for a person.
     *
     * @param duration not negative
     * @return a number and a unit
     */
    public static String text(Duration duration) {
        long millis = duration.plusNanos(500_000).toMillis();
        if (millis < 100) {
            return millis + " ms";
        }
        if (millis < 950) {
            return (millis + 5) / 10 * 10 + " ms";
        }
        long tenths = (millis + 50) / 100;
        if (tenths < 600 && tenths % 10 != 0) {
            return tenths / 10 + "." + tenths % 10 + " s";
        }
        long seconds = (millis + 500) / 1000;
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
