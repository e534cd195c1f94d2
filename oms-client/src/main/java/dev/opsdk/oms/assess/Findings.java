package dev.opsdk.oms.assess;

import dev.opsdk.oms.model.Observed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Collects facts and reasons on the way to a verdict. */
final class Findings {
    private static final Duration SKEW = Duration.ofSeconds(2);

    private final List<String> reasons = new ArrayList<>();
    private final Map<String, String> facts = new LinkedHashMap<>();

    Findings fact(String name, Optional<?> value) {
        value.ifPresent(present ->
                facts.put(name, present instanceof Duration time ? time.toSeconds() + " s" : String.valueOf(present)));
        return this;
    }

    Findings lag(Lag lag) {
        fact("lag", lag.behind()).fact("lagAtSample", lag.atSample()).fact("sampleAge", lag.sampleAge());
        if (lag.clamped()) {
            reasons.add("its position is ahead of the clock: clocks differ, so its lag says little");
        }
        return this;
    }

    Findings trend(Trend trend) {
        return number("speed", trend.speed())
                .number("recordsPerSecond", trend.recordsPerSecond())
                .fact("catchesUpIn", trend.catchesUpIn());
    }

    private Findings number(String name, OptionalDouble value) {
        if (value.isPresent()) {
            facts.put(name, String.valueOf(Math.round(value.getAsDouble() * 100) / 100.0));
        }
        return this;
    }

    /** Says by which clock lag is measured, and how far this machine's is off. */
    Findings clock(Observed<?> look) {
        fact("at", Optional.of(look.now()));
        if (look.serverTime().isEmpty()) {
            facts.put("clock", "this machine's, the server told no time");
        }
        look.clockSkew().filter(skew -> skew.abs().compareTo(SKEW) > 0).ifPresent(skew -> {
            fact("clockSkew", Optional.of(skew));
            reasons.add("this machine's clock is " + skew.abs().toSeconds() + " s "
                    + (skew.isNegative() ? "behind" : "ahead of") + " the server's; lag is by the server's");
        });
        return this;
    }

    /** The last of the questions, the same for stores and writers: moving, on time? */
    Verdict byLag(Lag lag, Trend trend, Thresholds thresholds) {
        if (lag.behind().isEmpty()) {
            return verdict(Level.UNKNOWN, "the time that it has reached is not known");
        }
        Duration behind = lag.behind().get();
        Optional<String> exceeded = thresholds.exceeded(behind);
        if (trend.stalled()) {
            return verdict(
                    Level.STALLED,
                    "its position stands still, " + lag + "; an idle source whose heartbeat rests looks the same");
        }
        return exceeded.map(grade -> verdict(Level.LAGGING, lag + " (more than " + grade + ")"))
                .orElseGet(() -> verdict(Level.HEALTHY));
    }

    Verdict verdict(Level level, String... why) {
        List<String> all = new ArrayList<>(List.of(why));
        all.addAll(reasons);
        return new Verdict(level, all, facts);
    }
}
