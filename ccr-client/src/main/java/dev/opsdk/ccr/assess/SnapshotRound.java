package dev.opsdk.ccr.assess;

import dev.opsdk.ccr.model.FullSyncInfo;
import dev.opsdk.ccr.model.JobProgress;
import dev.opsdk.ccr.model.PartialSyncData;
import dev.opsdk.ccr.model.SyncState;
import dev.opsdk.core.Redaction;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A round of copying that began between two looks. A full one that nobody asked for costs hours, and the syncer writes its reason
 * to its log only, until generation 4 shows it as {@code full_sync_info.info}.
 *
 * @param full whether everything is copied, or one table
 * @param reason why, in the syncer's words, what looks like a password masked; says so when it does not tell
 * @param sinceSeq the position it was at
 */
public record SnapshotRound(boolean full, String reason, OptionalLong sinceSeq) {

    /**
     * Compares two looks.
     *
     * @param before the earlier
     * @param after the later
     * @return the round that began between them, or empty
     */
    public static Optional<SnapshotRound> between(JobProgress before, JobProgress after) {
        boolean full = changed(before.fullSyncStartAtSeconds(), after.fullSyncStartAtSeconds());
        boolean partial = changed(before.partialSyncStartAtSeconds(), after.partialSyncStartAtSeconds());
        if (!full && !partial && !changed(before.jobSyncId(), after.jobSyncId())) {
            return Optional.empty();
        }
        // generation 3 keeps no time of a partial sync
        boolean everything = full || !(partial || copiesAPart(after));
        String reason = everything
                ? after.fullSyncInfo()
                        .flatMap(FullSyncInfo::info)
                        .filter(text -> !text.isBlank())
                        .map(Redaction::mask)
                        .orElse("the syncer does not say why")
                : "table "
                        + after.partialSyncData()
                                .flatMap(PartialSyncData::table)
                                .orElse("unknown") + " is copied again";
        return Optional.of(new SnapshotRound(everything, reason, before.commitSeq()));
    }

    private static boolean copiesAPart(JobProgress progress) {
        return progress.syncState()
                .filter(phase ->
                        phase.is(SyncState.Known.DB_PARTIAL_SYNC) || phase.is(SyncState.Known.TABLE_PARTIAL_SYNC))
                .isPresent();
    }

    private static boolean changed(OptionalLong before, OptionalLong after) {
        return after.orElse(0) > 0 && before.orElse(0) != after.orElse(0);
    }
}
