package dev.opsdk.ccr.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.Redaction;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One job as {@code /view?type=json} shows it (generation 6, read in source). Every value is a text, glued together without escaping,
 * so a quote in a name or a reason spoils the whole answer.
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableViewRow.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface ViewRow extends OpenModel {
    /**
     * The job's name.
     *
     * @return the name
     */
    @JsonProperty("jobName")
    Optional<String> jobName();

    /**
     * Database or table.
     *
     * @return the type
     */
    @JsonProperty("type")
    Optional<SyncType> type();

    /**
     * Binlogs behind.
     *
     * @return a number as text
     */
    @JsonProperty("lag")
    Optional<String> lag();

    /**
     * Meaningless: the lag divided by the retained range.
     *
     * @return a number as text
     */
    @JsonProperty("lagSec")
    Optional<String> lagSec();

    /**
     * The phase.
     *
     * @return the phase
     */
    @JsonProperty("syncState")
    Optional<SyncState> syncState();

    /**
     * The step in the server's words.
     *
     * @return the words
     */
    @JsonProperty("subSyncState")
    Optional<String> subSyncState();

    /**
     * When the last full sync was started, in the syncer's own zone.
     *
     * @return a date as text
     */
    @JsonProperty("lastFullSyncTime")
    Optional<String> lastFullSyncTime();

    /**
     * Why.
     *
     * @return the reason
     */
    @JsonProperty("lastFullSyncReason")
    Optional<String> lastFullSyncReason();

    /**
     * Whether addresses are mapped.
     *
     * @return a text
     */
    @JsonProperty("isHostMapping")
    Optional<String> isHostMapping();

    /**
     * Anything else.
     *
     * @return a text
     */
    @JsonProperty("otherArgs")
    Optional<String> otherArgs();

    /** The row on one line, with what looks like a password masked: the reason is often an error's text. */
    default String summary() {
        return jobName().orElse("?") + ": " + type().map(SyncType::toString).orElse("?") + ", "
                + syncState().map(SyncState::toString).orElse("?") + "/"
                + subSyncState().orElse("?") + ", lag "
                + lag().orElse("?")
                + lastFullSyncReason()
                        .filter(text -> !text.isBlank())
                        .map(text -> ", last full sync: " + Redaction.mask(text))
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

    /** Builds a {@link ViewRow}. */
    final class Builder extends ImmutableViewRow.Builder {
        Builder() {}
    }
}
