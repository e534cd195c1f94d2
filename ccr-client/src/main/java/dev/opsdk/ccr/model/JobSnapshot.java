package dev.opsdk.ccr.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One look at a job through the calls that take no lock and do not lie about a pause: detail, progress, and the lag if it could be
 * had. Not atomic: three answers, one after the other.
 *
 * @param job the job's name
 * @param at when it was taken, by this machine's clock
 * @param detail what it is, and whether it runs
 * @param progress how far it is
 * @param lag what the source still has for it; empty when the syncer could not ask the source
 * @param lagFailure why the lag is empty, or empty text
 */
public record JobSnapshot(
        String job, Instant at, JobDetail detail, JobProgress progress, Optional<JobLag> lag, String lagFailure) {

    /**
     * Whether somebody paused it.
     *
     * @return true if job_detail says so
     */
    public boolean paused() {
        return detail.state().filter(state -> state.is(JobState.Known.PAUSED)).isPresent();
    }

    /**
     * Whether it applies binlogs, rather than copying a snapshot.
     *
     * @return true in the incremental phases
     */
    public boolean incremental() {
        return progress.syncState()
                .flatMap(SyncState::known)
                .filter(phase -> phase == SyncState.Known.DB_INCREMENTAL_SYNC
                        || phase == SyncState.Known.TABLE_INCREMENTAL_SYNC
                        || phase == SyncState.Known.DB_TABLES_INCREMENTAL_SYNC)
                .isPresent();
    }

    /**
     * Whether everything up to a position is applied. Not while a snapshot is copied: the position then is the one before the copy.
     *
     * @param commitSeq a sequence number of the source
     * @return true if it applies binlogs and is there or beyond
     */
    public boolean reached(long commitSeq) {
        return incremental() && progress.prevCommitSeq().orElse(-1) >= commitSeq;
    }

    /** {@code orders: RUNNING, DB_INCREMENTAL_SYNC, prev 1000, lag 3 binlogs}. */
    @Override
    public String toString() {
        return job + ": " + detail.state().map(Object::toString).orElse("state unknown") + ", "
                + progress.syncState().map(Object::toString).orElse("phase unknown") + ", prev "
                + (progress.prevCommitSeq().isPresent()
                        ? progress.prevCommitSeq().getAsLong()
                        : "?") + ", "
                + lag.map(JobLag::summary).orElse("lag unknown (" + lagFailure + ")") + ", seen "
                + at.truncatedTo(ChronoUnit.SECONDS);
    }
}
