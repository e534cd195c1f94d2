package dev.opsdk.simulator.ccr;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** A job in the memory of the syncer that runs it; gone with the process. Guarded by the world's lock. */
final class LiveJob {

    final JobRow row;
    /** The job's mutex: a hanging step holds it, and so does each call that changes the job. */
    final Semaphore mutex = new Semaphore(1, true);

    Instant nextStep;
    boolean hangNext;
    boolean hanging;
    boolean forceFullSync;
    /** From G5 on the request is kept here only. */
    Optional<SkipRequest> skip = Optional.empty();
    /** What job_status reports, which is refreshed by a step and by little else. */
    String reportedState = "running";

    String reportedPhase = SyncState.DB_FULL_SYNC.text;
    int failures;

    LiveJob(JobRow row, Instant nextStep) {
        this.row = row;
        this.nextStep = nextStep;
    }
}
