package dev.opsdk.ccr.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/**
 * What {@code /version} says: a free text for people. Builds disagree about its form, and one without a stamp answers a sentence,
 * so nothing should be decided by it.
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableSyncerVersion.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface SyncerVersion extends OpenModel {
    /**
     * The text, as {@code 2.1.8-alpha.2-dev:56d7533}.
     *
     * @return the text
     */
    @JsonProperty("version")
    String version();

    /** The text itself. */
    default String summary() {
        return version();
    }

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SyncerVersion}. */
    final class Builder extends ImmutableSyncerVersion.Builder {
        Builder() {}
    }
}
