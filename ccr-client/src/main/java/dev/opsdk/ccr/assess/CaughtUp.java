package dev.opsdk.ccr.assess;

import dev.opsdk.ccr.model.JobProgress;
import dev.opsdk.ccr.model.JobSnapshot;
import dev.opsdk.ccr.model.JobState;
import dev.opsdk.ccr.model.SubSync;
import dev.opsdk.ccr.model.SubSyncState;
import dev.opsdk.ccr.model.SyncState;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a job has applied everything there is, by all of: running, in the last incremental phase, idle, nothing in work, no lag by
 * a lag that can be trusted, no transaction left.
 *
 * @param missing what is still missing; empty when it has caught up
 */
public record CaughtUp(List<String> missing) {
    /** Keeps the list. */
    public CaughtUp {
        missing = List.copyOf(missing);
    }

    /**
     * Judges a snapshot.
     *
     * @param snapshot a look at a job
     * @return what is missing
     */
    public static CaughtUp of(JobSnapshot snapshot) {
        JobProgress progress = snapshot.progress();
        List<String> missing = new ArrayList<>();
        if (snapshot.paused()) {
            missing.add("it is paused");
        } else if (snapshot.detail()
                .state()
                .filter(state -> state.is(JobState.Known.RUNNING))
                .isEmpty()) {
            missing.add("its state is "
                    + snapshot.detail().state().map(Object::toString).orElse("unknown"));
        }
        boolean lastPhase = progress.syncState()
                .filter(phase -> phase.is(SyncState.Known.DB_INCREMENTAL_SYNC)
                        || phase.is(SyncState.Known.TABLE_INCREMENTAL_SYNC))
                .isPresent();
        if (!lastPhase) {
            missing.add(
                    "its phase is " + progress.syncState().map(Object::toString).orElse("unknown"));
        }
        if (progress.subSync()
                .flatMap(SubSync::state)
                .filter(step -> step.is(SubSyncState.Known.DONE))
                .isEmpty()) {
            missing.add(
                    "its step is " + progress.subSync().map(Object::toString).orElse("unknown"));
        }
        if (progress.prevCommitSeq().isEmpty() || !progress.prevCommitSeq().equals(progress.commitSeq())) {
            missing.add("a binlog is in work");
        }
        if (progress.prevTxnId().orElse(0) > 0) {
            missing.add("a transaction is open");
        }
        Lag lag = Lag.of(snapshot);
        if (lag.confidence() == Lag.Confidence.UNKNOWN || lag.binlogs().orElse(-1) != 0) {
            missing.add("its lag is " + lag);
        }
        return new CaughtUp(missing);
    }

    /**
     * Whether nothing is missing.
     *
     * @return true if it has caught up
     */
    public boolean yes() {
        return missing.isEmpty();
    }

    @Override
    public String toString() {
        return yes() ? "caught up" : "not caught up: " + String.join("; ", missing);
    }
}
