package dev.opsdk.oms.assess;

import java.time.Duration;
import java.util.Optional;

/**
 * When late is too late. The three grades are those of OMS's own alarms (OMS documentation): the high grade of care alarms first.
 *
 * @param high from here on it is late
 * @param medium from here on it is quite late
 * @param low from here on it is very late
 * @param headroom a writer that has less than this before its data is purged is in danger
 */
public record Thresholds(Duration high, Duration medium, Duration low, Duration headroom) {

    /** 30 s, 300 s and 900 s, as in OMS; one hour of headroom. */
    public static final Thresholds DEFAULT = new Thresholds(
            Duration.ofSeconds(30), Duration.ofSeconds(300), Duration.ofSeconds(900), Duration.ofHours(1));

    /** Refuses what does not rise. */
    public Thresholds {
        if (high.isNegative() || medium.compareTo(high) < 0 || low.compareTo(medium) < 0 || headroom.isNegative()) {
            throw new IllegalArgumentException("thresholds have to rise from high to low and must not be negative: "
                    + high + ", " + medium + ", " + low + ", headroom " + headroom);
        }
    }

    /**
     * Which of them a lag exceeds.
     *
     * @param lag how late it is
     * @return {@code HIGH}, {@code MEDIUM} or {@code LOW} with its time, the last one that is exceeded; empty when it is on time
     */
    public Optional<String> exceeded(Duration lag) {
        if (lag.compareTo(low) > 0) {
            return Optional.of("LOW, " + low.toSeconds() + " s");
        }
        if (lag.compareTo(medium) > 0) {
            return Optional.of("MEDIUM, " + medium.toSeconds() + " s");
        }
        return lag.compareTo(high) > 0 ? Optional.of("HIGH, " + high.toSeconds() + " s") : Optional.empty();
    }
}
