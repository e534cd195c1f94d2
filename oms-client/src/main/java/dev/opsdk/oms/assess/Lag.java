package dev.opsdk.oms.assess;

import dev.opsdk.oms.model.Checkpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How late a position is. Never negative: a position ahead of the clock is a clock that is wrong.
 *
 * @param behind from the time that is reached to now; empty when that time is not known (0 on the wire is "unknown", not 1970)
 * @param atSample how late it was when it was sampled: needs no clock of ours; writers only
 * @param sampleAge how long ago it was sampled; writers only, so that a store's old sample cannot be told from real lag
 * @param clamped whether the position, or its sample, is ahead of the clock, so that clocks differ
 */
public record Lag(
        Optional<Duration> behind, Optional<Duration> atSample, Optional<Duration> sampleAge, boolean clamped) {

    /** From this age on, a sample says little about now. */
    private static final Duration OLD = Duration.ofSeconds(30);

    /**
     * Measures a position.
     *
     * @param position the position
     * @param now best the server's time
     * @return how late it is
     */
    public static Lag of(Checkpoint position, Instant now) {
        Optional<Duration> behind = position.time().map(reached -> Duration.between(reached, now));
        Optional<Duration> age = position.sampledAt().map(at -> Duration.between(at, now));
        Optional<Duration> atSample =
                position.time().flatMap(reached -> position.sampledAt().map(at -> Duration.between(reached, at)));
        boolean ahead = behind.filter(Lag::ahead).isPresent()
                || age.filter(Lag::ahead).isPresent()
                || atSample.filter(Lag::ahead).isPresent();
        return new Lag(behind.map(Lag::clamp), atSample.map(Lag::clamp), age.map(Lag::clamp), ahead);
    }

    /** Times on the wire are cut to the second, so one second ahead may be none. */
    private static boolean ahead(Duration time) {
        return time.compareTo(Duration.ofSeconds(-1)) <= 0;
    }

    private static Duration clamp(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }

    /** {@code 12 s behind}, {@code at least 3 s behind, the sample is 4000 s old}, {@code unknown}. */
    @Override
    public String toString() {
        String clocks = clamped ? " (ahead of the clock: clocks differ)" : "";
        if (sampleAge.filter(age -> age.compareTo(OLD) > 0).isPresent()) {
            return "at least " + atSample.map(lag -> lag.toSeconds() + " s").orElse("an unknown time")
                    + " behind, the sample is " + sampleAge.get().toSeconds() + " s old" + clocks;
        }
        return behind.map(lag -> lag.toSeconds() + " s behind").orElse("unknown") + clocks;
    }
}
