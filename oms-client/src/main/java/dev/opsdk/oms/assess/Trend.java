package dev.opsdk.oms.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Where several looks at one position lead.
 *
 * @param stalled whether the position stood still over enough looks while the lag grew
 * @param over the time between the looks that count
 * @param speed seconds of changes per second: 1 keeps up, above catches up
 * @param catchesUpIn when the lag will be gone at that speed; empty when it is not shrinking
 * @param recordsPerSecond records passed per second (inferred from the record's number)
 */
public record Trend(
        boolean stalled,
        Duration over,
        OptionalDouble speed,
        Optional<Duration> catchesUpIn,
        OptionalDouble recordsPerSecond) {

    /** How many looks it takes to call it a stall. */
    public static final int LOOKS = 4;

    /** How long these looks have to span. */
    public static final Duration SPAN = Duration.ofSeconds(30);

    /**
     * One look at a position.
     *
     * @param now when, best by the server's time
     * @param position how far it was
     * @param record the record's number
     */
    public record Sample(Instant now, Optional<Instant> position, OptionalLong record) {}

    /**
     * Compares looks.
     *
     * @param samples the oldest first
     * @return where they lead
     */
    public static Trend of(List<Sample> samples) {
        List<Sample> known =
                samples.stream().filter(sample -> sample.position.isPresent()).toList();
        if (known.size() < 2) {
            return new Trend(false, Duration.ZERO, OptionalDouble.empty(), Optional.empty(), OptionalDouble.empty());
        }
        Sample first = known.get(0);
        Sample last = known.get(known.size() - 1);
        Duration over = Duration.between(first.now, last.now);
        if (over.isNegative() || over.isZero()) {
            return new Trend(false, Duration.ZERO, OptionalDouble.empty(), Optional.empty(), OptionalDouble.empty());
        }
        double seconds = over.toMillis() / 1000.0;
        double speed = Duration.between(at(first), at(last)).toMillis() / 1000.0 / seconds;
        double behind = Duration.between(at(last), last.now).toSeconds();
        Optional<Duration> catchesUpIn = speed > 1 && behind > 0
                ? Optional.of(Duration.ofSeconds(Math.round(behind / (speed - 1))))
                : Optional.empty();
        return new Trend(stalled(known), over, OptionalDouble.of(speed), catchesUpIn, records(first, last, seconds));
    }

    /** The looks back to the last movement have to be enough, and to span enough; the position stands, so the lag grows with time. */
    private static boolean stalled(List<Sample> samples) {
        Sample last = samples.get(samples.size() - 1);
        int still = 0;
        Instant since = last.now;
        for (int i = samples.size() - 1; i >= 0 && at(samples.get(i)).equals(at(last)); i--) {
            still++;
            since = samples.get(i).now;
        }
        return still >= LOOKS && Duration.between(since, last.now).compareTo(SPAN) >= 0;
    }

    private static OptionalDouble records(Sample first, Sample last, double seconds) {
        return first.record.isPresent()
                        && last.record.isPresent()
                        && last.record.getAsLong() >= first.record.getAsLong()
                ? OptionalDouble.of((last.record.getAsLong() - first.record.getAsLong()) / seconds)
                : OptionalDouble.empty();
    }

    private static Instant at(Sample sample) {
        return sample.position.orElseThrow();
    }
}
