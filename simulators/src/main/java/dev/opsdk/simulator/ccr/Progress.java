package dev.opsdk.simulator.ccr;

import java.util.Map;
import java.util.TreeMap;

/** How far a job is: the row of the progresses table, which survives its syncer. Guarded by the world's lock. */
final class Progress {

    static final int DONE = -1;
    static final int BEGIN_CREATE_SNAPSHOT = 0;
    static final int GET_SNAPSHOT_INFO = 1;
    static final int RESTORE_SNAPSHOT = 3;
    static final int INGEST_BINLOG = 12;

    String jobName = "";
    SyncState state = SyncState.DB_FULL_SYNC;
    int subState;
    int binlogType;
    long syncId;
    long prevCommitSeq;
    long commitSeq;
    long lastCommitSeq;
    long unknownCommitSeq;
    Map<Long, Long> tableMapping = new TreeMap<>();
    Map<Long, String> tableNames = new TreeMap<>();
    Map<Long, Long> tableCommitSeqs = new TreeMap<>();
    String partialTable = "";
    long partialTableId;
    long createdAt;
    long fullSyncStartAt;
    long partialSyncStartAt;
    long incrementalSyncStartAt;
    long ingestBinlogAt;
    long snapshotSeq;
    long fullSyncPrevSeq;
    long fullSyncCommitSeq;
    int fullSyncSubState;
    int fullSyncBinlogType;
    String fullSyncInfo = "";

    /** Starts a snapshot round. */
    void startFullSync(SyncState full, long snapshot, long nowSeconds, String reason) {
        fullSyncPrevSeq = prevCommitSeq;
        fullSyncCommitSeq = commitSeq;
        fullSyncSubState = subState;
        fullSyncBinlogType = -1;
        fullSyncInfo = reason;
        state = full;
        subState = BEGIN_CREATE_SNAPSHOT;
        binlogType = -1;
        syncId++;
        snapshotSeq = snapshot;
        fullSyncStartAt = nowSeconds;
        incrementalSyncStartAt = 0;
        tableCommitSeqs.clear();
    }

    Json json(CcrGeneration generation) {
        Json json = Json.object()
                .put("job_name", jobName)
                .put("sync_state", state.number)
                .put("sub_sync_state", sub(subState, binlogType));
        if (generation.since(CcrGeneration.G3)) {
            json.put("job_sync_id", syncId);
        }
        json.put("prev_commit_seq", prevCommitSeq).put("commit_seq", commitSeq);
        if (generation.since(CcrGeneration.G4)) {
            json.put("last_commit_seq", lastCommitSeq);
        }
        if (generation.since(CcrGeneration.G5)) {
            json.put("unknown_commit_seq", unknownCommitSeq).putUnlessZero("table_mapping", tableMapping);
        } else {
            json.putOrNull("table_mapping", tableMapping);
        }
        if (generation.since(CcrGeneration.G3)) {
            json.putUnlessZero("table_name_mapping", tableNames);
        }
        if (generation.since(CcrGeneration.G5)) {
            json.putUnlessZero("table_commit_seq_map", tableCommitSeqs);
        } else {
            json.putOrNull("table_commit_seq_map", tableCommitSeqs);
        }
        json.put("data", "");
        if (!partialTable.isEmpty()) {
            json.put("partial_sync_data", partial(generation));
        }
        json.putUnlessZero("created_at", createdAt).putUnlessZero("full_sync_start_at", fullSyncStartAt);
        if (generation.since(CcrGeneration.G4)) {
            json.putUnlessZero("partial_sync_start_at", partialSyncStartAt);
        }
        json.putUnlessZero("incremental_sync_start_at", incrementalSyncStartAt)
                .putUnlessZero("ingest_binlog_at", ingestBinlogAt);
        if (generation.since(CcrGeneration.G4)) {
            json.put("full_sync_info", fullSync());
        }
        return json;
    }

    private Json partial(CcrGeneration generation) {
        Json json = Json.object().put("table_id", partialTableId).put("table", partialTable);
        if (generation.since(CcrGeneration.G5)) {
            json.put("is_view", false);
        }
        return json.put("partition_ids", null).put("partitions", null);
    }

    private Json fullSync() {
        return Json.object()
                .put("prev_commit_seq", fullSyncPrevSeq)
                .put("commit_seq", fullSyncCommitSeq)
                .put("sub_sync_state", sub(fullSyncSubState, fullSyncBinlogType))
                .put("info", fullSyncInfo);
    }

    private static Json sub(int state, int binlogType) {
        return Json.object().put("state", state).put("binlog_type", binlogType);
    }
}
