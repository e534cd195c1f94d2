package dev.opsdk.ccr.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * What {@code /job_status} says. It is not the truth about a paused job: from late 2024 until the end of 2025 it goes on saying
 * {@code running} after a pause, and after a restart of the syncer also in other versions. Ask {@code job_detail} for the state
 * and {@code job_progress} for the phase (recorded).
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableJobStatus.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface JobStatus extends OpenModel {
    /**
     * The job's name.
     *
     * @return the name
     */
    @JsonProperty("name")
    Optional<String> name();

    /**
     * Running or paused, as far as this call can be believed.
     *
     * @return the state
     */
    @JsonProperty("state")
    Optional<JobState> state();

    /**
     * The phase. For up to three seconds after a start, and after a restart of the syncer, every job is said to be in
     * {@code DBFullSync}.
     *
     * @return the phase
     */
    @JsonProperty("progress_state")
    Optional<SyncState> progressState();

    /**
     * The sequence number up to which everything is applied ({@code prev_commit_seq}); since generation 5.
     *
     * @return the number, or empty
     */
    @JsonProperty("commit_seq")
    OptionalLong commitSeq();

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link JobStatus}. */
    final class Builder extends ImmutableJobStatus.Builder {
        Builder() {}
    }
}
