package dev.opsdk.ccr.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** What {@code /job_detail} says: the truth about whether a job is paused, and its two sides. */
@Value.Immutable
@JsonDeserialize(as = ImmutableJobDetail.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface JobDetail extends OpenModel {
    /**
     * The job's name.
     *
     * @return the name
     */
    @JsonProperty("name")
    Optional<String> name();

    /**
     * A hash, in hexadecimal digits; since generation 5.
     *
     * @return the id, or empty
     */
    @JsonProperty("id")
    Optional<String> id();

    /**
     * Database or table.
     *
     * @return the type
     */
    @JsonProperty("sync_type")
    Optional<SyncType> syncType();

    /**
     * Where data comes from.
     *
     * @return the source
     */
    @JsonProperty("src")
    Optional<ClusterSpec> src();

    /**
     * Where data goes.
     *
     * @return the destination
     */
    @JsonProperty("dest")
    Optional<ClusterSpec> dest();

    /**
     * Running or paused. This is the authoritative state; {@code job_status} is not.
     *
     * @return the state
     */
    @JsonProperty("state")
    Optional<JobState> state();

    /**
     * Whether errors are skipped; up to generation 3 only.
     *
     * @return true, false, or empty
     */
    @JsonProperty("skip_error")
    Optional<Boolean> skipError();

    /**
     * Options and a pending skip; since generation 4.
     *
     * @return the extra, or empty
     */
    @JsonProperty("extra")
    Optional<JobExtra> extra();

    /** Name, state, type, source and destination on one line. */
    default String summary() {
        return "job " + name().orElse("?")
                + " " + state().map(JobState::toString).orElse("in unknown state")
                + " " + syncType().map(SyncType::toString).orElse("of unknown type")
                + " from " + src().map(ClusterSpec::summary).orElse("?")
                + " to " + dest().map(ClusterSpec::summary).orElse("?")
                + extra().filter(e -> e.skipBinlog().orElse(false))
                        .map(e -> ", skip pending: " + e.skipBy().orElse("?"))
                        .orElse("");
    }

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link JobDetail}. */
    final class Builder extends ImmutableJobDetail.Builder {
        Builder() {}
    }
}
