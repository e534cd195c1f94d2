package dev.opsdk.ccr.assess;

import dev.opsdk.ccr.model.JobLag;
import dev.opsdk.ccr.model.JobSnapshot;

/**
 * Whether the source still keeps what the job needs next. Once {@code first_commit_seq} is beyond the job's {@code commit_seq},
 * needed binlogs are gone and a full sync is about to begin.
 *
 * @param verdict what it comes to
 * @param why the evidence
 */
public record Retention(Verdict verdict, String why) {
    /** What it comes to. */
    public enum Verdict {
        /** The source keeps more than a tenth of its window before the job's position. */
        SAFE,
        /** The job's position is in the oldest tenth of what the source keeps, and there is something to apply. */
        NEAR,
        /** Needed binlogs are gone. */
        LOST,
        /** Nobody can say: not an incremental phase, or the source does not say what it keeps. */
        UNKNOWN
    }

    /**
     * Judges a snapshot.
     *
     * @param snapshot a look at a job
     * @return the verdict
     */
    public static Retention of(JobSnapshot snapshot) {
        if (!snapshot.incremental()) {
            return new Retention(Verdict.UNKNOWN, "it is not applying binlogs");
        }
        if (snapshot.lag().isEmpty() || snapshot.progress().commitSeq().isEmpty()) {
            return new Retention(Verdict.UNKNOWN, "lag or progress is unknown");
        }
        JobLag lag = snapshot.lag().get();
        long first = lag.firstCommitSeq().orElse(0);
        long last = lag.lastCommitSeq().orElse(0);
        long position = snapshot.progress().commitSeq().getAsLong();
        if (first <= 0 || last <= 0) {
            return new Retention(Verdict.UNKNOWN, "the source does not say what it keeps");
        }
        String evidence = "the job is at " + position + ", the source keeps " + first + ".." + last;
        if (first > position) {
            return new Retention(Verdict.LOST, evidence + ": a full sync is about to begin");
        }
        boolean oldestTenth = position - first < (last - first) / 10;
        return new Retention(oldestTenth && lag.lag().orElse(0) > 0 ? Verdict.NEAR : Verdict.SAFE, evidence);
    }

    @Override
    public String toString() {
        return verdict + ": " + why;
    }
}
