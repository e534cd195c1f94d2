package dev.opsdk.bizconnector.assess;

import dev.opsdk.core.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Clocks that differ: tokens are then refused as expired or not yet valid, and ages are wrong. */
public final class ClockAssessment {
    private static final Duration WARN_FROM = Duration.ofSeconds(5);
    private static final Duration FAIL_FROM = Duration.ofSeconds(60);

    private ClockAssessment() {}

    /**
     * A clock that was read over HTTP.
     *
     * @param system whose clock
     * @param told what it said
     * @param resolution how fine it is: 1 s for the header Date, 1 ms for X-Response-Time
     * @param before this machine's time before the request
     * @param after this machine's time after the answer
     */
    public record Reading(String system, Instant told, Duration resolution, Instant before, Instant after) {
        Duration skew() {
            Instant middle = before.plus(Duration.between(before, after).dividedBy(2));
            // a clock that shows whole seconds is half a second late on average
            return Duration.between(middle, told.plus(resolution.dividedBy(2)));
        }

        Duration uncertainty() {
            return Duration.between(before, after).plus(resolution).dividedBy(2);
        }
    }

    /**
     * Judges clocks.
     *
     * @param readings those that could be read
     * @param unreadable a sentence for each that could not
     * @return a finding named {@code clocks}
     */
    public static CheckFinding of(List<Reading> readings, List<String> unreadable) {
        CheckFinding.Builder finding = CheckFinding.of("clocks");
        for (Reading each : readings) {
            Duration skew = each.skew();
            Duration sure = skew.abs().minus(each.uncertainty());
            String text =
                    each.system() + " is " + Durations.text(skew.abs()) + (skew.isNegative() ? " behind" : " ahead")
                            + ", give or take " + Durations.text(each.uncertainty());
            finding.seen(each.system(), each.told(), each.after(), "response header")
                    .reason(
                            sure.compareTo(FAIL_FROM) > 0
                                    ? Verdict.FAIL
                                    : sure.compareTo(WARN_FROM) > 0 ? Verdict.WARN : Verdict.PASS,
                            text);
            if (sure.compareTo(WARN_FROM) > 0) {
                finding.advice("synchronise the clocks (NTP), first of all this machine's");
            }
        }
        unreadable.forEach(finding::unknown);
        return finding.cannotKnow("which clock is right").build();
    }
}
