package dev.opsdk.openmldb.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** How far a tablet is with a partition, loaded or only on its disk ({@code GetTermPair}). */
@Value.Immutable
@JsonDeserialize(as = ImmutableTermPair.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface TermPair extends OpenModel {
    /**
     * The term.
     *
     * @return a number that grows with every leader
     */
    @JsonProperty("term")
    @Value.Default
    default long term() {
        return 0;
    }

    /**
     * How far it is.
     *
     * @return the offset of its binlog; of its snapshot when the partition is not loaded
     */
    @JsonProperty("offset")
    @Value.Default
    default long offset() {
        return 0;
    }

    /**
     * Whether the tablet has the partition loaded.
     *
     * @return true if it has
     */
    @JsonProperty("has_table")
    @Value.Default
    default boolean loaded() {
        return false;
    }

    /**
     * Whether the tablet holds it as leader.
     *
     * @return true if it does
     */
    @JsonProperty("is_leader")
    @Value.Default
    default boolean leader() {
        return false;
    }

    /** In one line. */
    default String summary() {
        return "term " + term() + " at " + offset() + (loaded() ? " loaded" : " not loaded")
                + (leader() ? " as leader" : "");
    }

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TermPair}. */
    final class Builder extends ImmutableTermPair.Builder {
        Builder() {}
    }
}
