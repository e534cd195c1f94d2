package dev.opsdk.ccr.assess;

import dev.opsdk.ccr.model.JobProgress;
import dev.opsdk.ccr.model.JobSnapshot;
import dev.opsdk.core.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether a job gets anywhere. No call tells a job's last error, and a job that fails for good still looks {@code running} (trap
 * T12), so it takes several looks: something to do, and nothing done between them.
 *
 * @param verdict what it comes to
 * @param stuckAt the sequence number that was last attempted and failed; the one a skip would name
 * @param over the time between the first and the last look that count
 * @param why the evidence
 */
public record Stall(Verdict verdict, OptionalLong stuckAt, Duration over, String why) {
    /** What several looks come to. */
    public enum Verdict {
        /** Something was applied. */
        MOVING,
        /** Nothing to do. */
        IDLE,
        /** Something to do, and nothing done. */
        STALLED,
        /** Somebody paused it. */
        PAUSED,
        /** It copies a snapshot, which shows no progress and may take hours. */
        COPYING,
        /** Too few looks, or a lag that cannot be trusted. */
        UNKNOWN
    }

    /** How many looks it takes at least. */
    public static final int LOOKS = 3;

    /**
     * Judges the last {@link #LOOKS} looks.
     *
     * @param history looks at one job, the oldest first, at least a syncer's step (3 s) apart
     * @return the verdict
     */
    public static Stall of(List<JobSnapshot> history) {
        if (history.isEmpty()) {
            return new Stall(Verdict.UNKNOWN, OptionalLong.empty(), Duration.ZERO, "no look was taken");
        }
        JobSnapshot last = history.get(history.size() - 1);
        if (last.paused()) {
            return new Stall(Verdict.PAUSED, OptionalLong.empty(), Duration.ZERO, "job_detail.state is paused");
        }
        if (history.size() < LOOKS) {
            return new Stall(
                    Verdict.UNKNOWN, OptionalLong.empty(), Duration.ZERO, "it takes " + LOOKS + " looks to tell");
        }
        List<JobSnapshot> looks = history.subList(history.size() - LOOKS, history.size());
        Duration over = Duration.between(looks.get(0).at(), last.at());
        if (looks.stream().anyMatch(JobSnapshot::paused)) {
            return new Stall(Verdict.UNKNOWN, OptionalLong.empty(), over, "it was paused a moment ago");
        }
        JobProgress now = last.progress();
        boolean moved = looks.stream().anyMatch(look -> !sameWork(look.progress(), now));
        if (moved) {
            return new Stall(Verdict.MOVING, OptionalLong.empty(), over, "its progress changed");
        }
        if (!last.incremental()) {
            return new Stall(
                    Verdict.COPYING,
                    OptionalLong.empty(),
                    over,
                    "a snapshot is being copied since "
                            + now.fullSyncStartAt().map(Object::toString).orElse("an unknown time"));
        }
        return incremental(looks, last, over);
    }

    private static Stall incremental(List<JobSnapshot> looks, JobSnapshot last, Duration over) {
        JobProgress now = last.progress();
        boolean attempted = now.lastCommitSeq().orElse(0) > now.prevCommitSeq().orElse(Long.MAX_VALUE);
        Lag lag = Lag.of(last);
        if (attempted || looks.stream().allMatch(look -> Lag.of(look).binlogs().orElse(0) > 0)) {
            return new Stall(
                    Verdict.STALLED,
                    attempted ? now.lastCommitSeq() : OptionalLong.empty(),
                    over,
                    "prev_commit_seq stays at " + now.prevCommitSeq().orElse(0)
                            + (attempted ? ", binlog " + now.lastCommitSeq().getAsLong() + " was attempted" : "")
                            + ", lag " + lag);
        }
        if (lag.binlogs().orElse(-1) == 0) {
            return new Stall(Verdict.IDLE, OptionalLong.empty(), over, "nothing to apply, lag " + lag);
        }
        return new Stall(Verdict.UNKNOWN, OptionalLong.empty(), over, "nothing moves, and the lag is " + lag);
    }

    private static boolean sameWork(JobProgress then, JobProgress now) {
        return then.prevCommitSeq().equals(now.prevCommitSeq())
                && then.jobSyncId().equals(now.jobSyncId())
                && then.syncState().equals(now.syncState())
                && (now.lastCommitSeq().orElse(0) > 0 || then.subSync().equals(now.subSync()))
                && then.lastCommitSeq().equals(now.lastCommitSeq());
    }

    /**
     * What one look can say: a binlog was attempted and is not applied. It may be a large one, or one that fails.
     *
     * @param look a look at a job
     * @return the hint, or empty
     */
    public static Optional<String> hint(JobSnapshot look) {
        JobProgress progress = look.progress();
        boolean attempted = look.incremental()
                && !look.paused()
                && progress.lastCommitSeq().orElse(0) > progress.prevCommitSeq().orElse(Long.MAX_VALUE);
        return attempted
                ? Optional.of("binlog " + progress.lastCommitSeq().getAsLong()
                        + " was attempted and is not applied; more looks tell whether it is stuck")
                : Optional.empty();
    }

    @Override
    public String toString() {
        String over = this.over.isZero() ? "" : " over " + Durations.text(this.over);
        return verdict + (stuckAt.isPresent() ? " at binlog " + stuckAt.getAsLong() : "") + over + ": " + why;
    }
}
