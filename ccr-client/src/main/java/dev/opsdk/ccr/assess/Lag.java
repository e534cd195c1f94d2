package dev.opsdk.ccr.assess;

import dev.opsdk.ccr.model.JobLag;
import dev.opsdk.ccr.model.JobSnapshot;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What {@code /get_lag} is worth. The syncer does not check whether the source's frontend answered with an error, and then says
 * success and zero, so a zero counts only with evidence beside it.
 *
 * @param binlogs how many binlogs the source still has for the job; empty when nobody knows
 * @param behind how far that is in time; generation 5 and later only
 * @param confidence how far to trust it
 * @param why the evidence
 */
public record Lag(OptionalLong binlogs, Optional<Duration> behind, Confidence confidence, String why) {
    /** How far to trust a lag. */
    public enum Confidence {
        /** The source said so, and shows the bounds of what it keeps. */
        HIGH,
        /** A number without the evidence that it is not an error in disguise. */
        LOW,
        /** No number at all, or one that is known to mean nothing. */
        UNKNOWN
    }

    /**
     * Judges an answer.
     *
     * @param answer what get_lag said
     * @return what it is worth
     */
    public static Lag of(JobLag answer) {
        if (answer.lag().isEmpty()) {
            return unknown("the answer has no lag");
        }
        long count = answer.lag().getAsLong();
        if (count < 0) {
            return unknown("the answer is " + count + ", which counts nothing");
        }
        if (answer.lastCommitSeq().isEmpty()) {
            return count > 0
                    ? new Lag(answer.lag(), answer.timeBehind(), Confidence.HIGH, "the source counts binlogs left")
                    : new Lag(
                            answer.lag(),
                            Optional.empty(),
                            Confidence.LOW,
                            "this generation also says 0 when the source answered with an error");
        }
        if (answer.lastCommitSeq().getAsLong() == 0) {
            return count > 0
                    ? new Lag(
                            answer.lag(),
                            Optional.empty(),
                            Confidence.LOW,
                            "the source's frontend is too old to say what it keeps")
                    : unknown("0 with last_commit_seq 0 is what the syncer says when the source answered with an error:"
                            + " access denied, binlog disabled, database or table gone");
        }
        return new Lag(answer.lag(), answer.timeBehind(), Confidence.HIGH, "the source says what it keeps");
    }

    /**
     * Judges the lag of a snapshot.
     *
     * @param snapshot a look at a job
     * @return what its lag is worth
     */
    public static Lag of(JobSnapshot snapshot) {
        return snapshot.lag().map(Lag::of).orElseGet(() -> unknown(snapshot.lagFailure()));
    }

    private static Lag unknown(String why) {
        return new Lag(OptionalLong.empty(), Optional.empty(), Confidence.UNKNOWN, why);
    }

    /**
     * Whether the source certainly has nothing left.
     *
     * @return true for a trusted zero
     */
    public boolean isCertainlyZero() {
        return confidence == Confidence.HIGH && binlogs.orElse(-1) == 0;
    }

    /** {@code 42 binlogs, 30 s behind}, {@code unknown: why}. */
    @Override
    public String toString() {
        if (confidence == Confidence.UNKNOWN) {
            return "unknown: " + why;
        }
        return binlogs.orElse(0) + " binlogs"
                + behind.map(time -> ", " + time.toSeconds() + " s behind").orElse("")
                + (confidence == Confidence.LOW ? " (low confidence: " + why + ")" : "");
    }
}
