package dev.opsdk.ccr.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * What {@code /job_status} says. It is not the truth about a paused job: from late 2024 until the end of 2025 it goes on saying
 * {@code running} after a pause, and after a restart of the syncer also in other versions (contract T1, T2).
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableJobStatus.class)
public interface JobStatus {
    /**
     * The job's name.
     *
     * @return the name
     */
    Optional<String> name();

    @JsonProperty("state")
    Optional<JobState> state();

    @JsonProperty("progress_state")
    Optional<String> progressState();

    /**
     * The sequence number up to which everything is applied; since generation 5.
     *
     * @return the number, or empty
     */
    @JsonProperty("commit_seq")
    OptionalLong commitSeq();

    /**
     * Fields that this version does not know.
     *
     * @return name to value
     */
    @JsonAnyGetter
    @Value.Auxiliary
    Map<String, JsonNode> additionalProperties();

    /**
     * Starts a status, for tests.
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
