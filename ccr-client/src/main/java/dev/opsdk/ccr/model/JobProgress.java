package dev.opsdk.ccr.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * What {@code /job_progress} says: how far a job is. Read from the metadata store without locks, so it answers at once even while
 * the job hangs. Sequence numbers are those of the source's binlog.
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableJobProgress.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface JobProgress extends OpenModel {
    /**
     * The job's name.
     *
     * @return the name
     */
    @JsonProperty("job_name")
    Optional<String> jobName();

    /**
     * The phase.
     *
     * @return the phase
     */
    @JsonProperty("sync_state")
    Optional<SyncState> syncState();

    /**
     * The step inside the phase.
     *
     * @return the step
     */
    @JsonProperty("sub_sync_state")
    Optional<SubSync> subSync();

    /**
     * The id of the current round of snapshots; since generation 3. If it changes, a full or partial sync was started.
     *
     * @return the id
     */
    @JsonProperty("job_sync_id")
    OptionalLong jobSyncId();

    /**
     * The last sequence number that is fully applied.
     *
     * @return the number
     */
    @JsonProperty("prev_commit_seq")
    OptionalLong prevCommitSeq();

    /**
     * The sequence number in work; the same as {@link #prevCommitSeq()} when idle. After a failure it is rolled back.
     *
     * @return the number
     */
    @JsonProperty("commit_seq")
    OptionalLong commitSeq();

    /**
     * The sequence number last attempted; since generation 4. Of a stuck job it is the one to skip.
     *
     * @return the number; 0 when none was attempted
     */
    @JsonProperty("last_commit_seq")
    OptionalLong lastCommitSeq();

    /**
     * The sequence number at the last rollback; since generation 5.
     *
     * @return the number
     */
    @JsonProperty("unknown_commit_seq")
    OptionalLong unknownCommitSeq();

    /**
     * Table ids, source to destination.
     *
     * @return the mapping
     */
    @JsonProperty("table_mapping")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<Long, Long> tableMapping();

    /**
     * Source table id to name; since generation 3.
     *
     * @return the mapping
     */
    @JsonProperty("table_name_mapping")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<Long, String> tableNameMapping();

    /**
     * How far each table is. Filled only in {@code DBTablesIncrementalSync}; a value may be {@link Long#MAX_VALUE}.
     *
     * @return source table id to sequence number
     */
    @JsonProperty("table_commit_seq_map")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<Long, Long> tableCommitSeqMap();

    /**
     * How far each partition is; since generation 5.
     *
     * @return partition id to sequence number
     */
    @JsonProperty("partition_commit_seq_map")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<Long, Long> partitionCommitSeqMap();

    /**
     * State of a running step. Huge in generations 1 and 2, always the empty text since; never printed.
     *
     * @return the text
     */
    @JsonProperty("data")
    Optional<String> data();

    /**
     * Which part is being copied anew.
     *
     * @return the part, or empty
     */
    @JsonProperty("partial_sync_data")
    Optional<PartialSyncData> partialSyncData();

    /**
     * Tables that are restored under another name first; since generation 3.
     *
     * @return the aliases
     */
    @JsonProperty("table_aliases")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, String> tableAliases();

    /**
     * The transaction before, as the server writes it; since generation 5. 0 and -1 mean none.
     *
     * @return the id
     */
    @JsonProperty("prev_txn_id")
    OptionalLong prevTxnId();

    /**
     * Ids of shadow indexes; since generation 3.
     *
     * @return the mapping
     */
    @JsonProperty("shadow_index_map")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<Long, Long> shadowIndexMap();

    /**
     * The raw form of {@link #createdAt()}: seconds since 1970.
     *
     * @return seconds; 0 and empty both mean never
     */
    @JsonProperty("created_at")
    OptionalLong createdAtSeconds();

    /**
     * The raw form of {@link #fullSyncStartAt()}: seconds since 1970.
     *
     * @return seconds; 0 and empty both mean never
     */
    @JsonProperty("full_sync_start_at")
    OptionalLong fullSyncStartAtSeconds();

    /**
     * The raw form of {@link #partialSyncStartAt()}: seconds since 1970.
     *
     * @return seconds; 0 and empty both mean never
     */
    @JsonProperty("partial_sync_start_at")
    OptionalLong partialSyncStartAtSeconds();

    /**
     * The raw form of {@link #incrementalSyncStartAt()}: seconds since 1970.
     *
     * @return seconds; 0 and empty both mean never
     */
    @JsonProperty("incremental_sync_start_at")
    OptionalLong incrementalSyncStartAtSeconds();

    /**
     * The raw form of {@link #ingestBinlogAt()}: seconds since 1970.
     *
     * @return seconds; 0 and empty both mean never
     */
    @JsonProperty("ingest_binlog_at")
    OptionalLong ingestBinlogAtSeconds();

    /**
     * Why and from where the last full sync was started; since generation 4.
     *
     * @return the reason, or empty
     */
    @JsonProperty("full_sync_info")
    Optional<FullSyncInfo> fullSyncInfo();

    /**
     * When the job was created.
     *
     * @return the time, to the second by the syncer's clock; empty when the server says 0 or nothing
     */
    default Optional<Instant> createdAt() {
        return UnixSeconds.toInstant(createdAtSeconds());
    }

    /**
     * When the last full sync was started. If it moves, an unplanned full sync runs.
     *
     * @return the time, to the second by the syncer's clock; empty when the server says 0 or nothing
     */
    default Optional<Instant> fullSyncStartAt() {
        return UnixSeconds.toInstant(fullSyncStartAtSeconds());
    }

    /**
     * When the last partial sync was started; since generation 4.
     *
     * @return the time, to the second by the syncer's clock; empty when the server says 0 or nothing
     */
    default Optional<Instant> partialSyncStartAt() {
        return UnixSeconds.toInstant(partialSyncStartAtSeconds());
    }

    /**
     * When the incremental phase began. Entering a full or partial sync resets it.
     *
     * @return the time, to the second by the syncer's clock; empty when the server says 0 or nothing
     */
    default Optional<Instant> incrementalSyncStartAt() {
        return UnixSeconds.toInstant(incrementalSyncStartAtSeconds());
    }

    /**
     * When rows were last taken over.
     *
     * @return the time, to the second by the syncer's clock; empty when the server says 0 or nothing
     */
    default Optional<Instant> ingestBinlogAt() {
        return UnixSeconds.toInstant(ingestBinlogAtSeconds());
    }

    /** Name, phase, step and sequence numbers on one line; neither maps nor data. */
    default String summary() {
        return "job " + jobName().orElse("?")
                + " " + syncState().map(SyncState::toString).orElse("in unknown phase")
                + subSync().map(step -> "/" + step).orElse("")
                + ", prev " + text(prevCommitSeq())
                + ", in work " + text(commitSeq())
                + ", last attempted " + text(lastCommitSeq())
                + fullSyncStartAt().map(time -> ", full sync started " + time).orElse("");
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "?";
    }

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link JobProgress}. */
    final class Builder extends ImmutableJobProgress.Builder {
        Builder() {}

        /**
         * When the job was created.
         *
         * @param time the time; written in whole seconds
         * @return this builder
         */
        public Builder createdAt(Instant time) {
            return createdAtSeconds(time.getEpochSecond());
        }

        /**
         * When the last full sync was started. If it moves, an unplanned full sync runs.
         *
         * @param time the time; written in whole seconds
         * @return this builder
         */
        public Builder fullSyncStartAt(Instant time) {
            return fullSyncStartAtSeconds(time.getEpochSecond());
        }

        /**
         * When the last partial sync was started; since generation 4.
         *
         * @param time the time; written in whole seconds
         * @return this builder
         */
        public Builder partialSyncStartAt(Instant time) {
            return partialSyncStartAtSeconds(time.getEpochSecond());
        }

        /**
         * When the incremental phase began. Entering a full or partial sync resets it.
         *
         * @param time the time; written in whole seconds
         * @return this builder
         */
        public Builder incrementalSyncStartAt(Instant time) {
            return incrementalSyncStartAtSeconds(time.getEpochSecond());
        }

        /**
         * When rows were last taken over.
         *
         * @param time the time; written in whole seconds
         * @return this builder
         */
        public Builder ingestBinlogAt(Instant time) {
            return ingestBinlogAtSeconds(time.getEpochSecond());
        }
    }
}
