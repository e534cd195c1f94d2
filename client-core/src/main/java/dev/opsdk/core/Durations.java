package dev.opsdk.core;

import java.time.Duration;

/** Durations for people: {@code 5 min}, {@code 90 s}, {@code 300 ms}. */
public final class Durations {
    private Durations() {}

    /**
     * Writes a duration in the largest unit that loses nothing.
     *
     * @param duration any duration
     * @return a number and a unit; fractions of a millisecond are left out
     */
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1000 != 0) {
            return millis + " ms";
        }
        long seconds = millis / 1000;
        return seconds != 0 && seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
