package dev.opsdk.ccr.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.Redaction;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Why and from where the last full sync was started; since generation 4. */
@Value.Immutable
@JsonDeserialize(as = ImmutableFullSyncInfo.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface FullSyncInfo extends OpenModel {
    /**
     * {@code prev_commit_seq} when it was started.
     *
     * @return the number
     */
    @JsonProperty("prev_commit_seq")
    OptionalLong prevCommitSeq();

    /**
     * {@code commit_seq} when it was started.
     *
     * @return the number
     */
    @JsonProperty("commit_seq")
    OptionalLong commitSeq();

    /**
     * The step when it was started.
     *
     * @return the step
     */
    @JsonProperty("sub_sync_state")
    Optional<SubSync> subSync();

    /**
     * Why, in the server's words.
     *
     * @return the reason
     */
    @JsonProperty("info")
    Optional<String> info();

    /** Where the job was, and why it starts over, with what looks like a password masked: the reason is often an error's text. */
    default String summary() {
        return "full sync"
                + (prevCommitSeq().isPresent() ? " after " + prevCommitSeq().getAsLong() : "")
                + info().filter(text -> !text.isBlank())
                        .map(text -> ": " + Redaction.mask(text))
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

    /** Builds a {@link FullSyncInfo}. */
    final class Builder extends ImmutableFullSyncInfo.Builder {
        Builder() {}
    }
}
