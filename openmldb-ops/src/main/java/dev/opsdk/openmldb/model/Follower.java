package dev.opsdk.openmldb.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** A follower that is connected to its leader. */
@Value.Immutable
@JsonDeserialize(as = ImmutableFollower.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Follower extends OpenModel {
    /**
     * The tablet.
     *
     * @return its name in this cluster
     */
    @JsonProperty("endpoint")
    String endpoint();

    /**
     * How far it is.
     *
     * @return the offset of its binlog
     */
    @JsonProperty("offset")
    @Value.Default
    default long offset() {
        return 0;
    }

    /** In one line. */
    default String summary() {
        return endpoint() + " at " + offset();
    }

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Follower}. */
    final class Builder extends ImmutableFollower.Builder {
        Builder() {}
    }
}
