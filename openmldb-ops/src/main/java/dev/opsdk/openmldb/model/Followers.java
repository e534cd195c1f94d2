package dev.opsdk.openmldb.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.List;
import org.immutables.value.Value;

/** What a leader says about its followers ({@code GetTableFollower}). */
@Value.Immutable
@JsonDeserialize(as = ImmutableFollowers.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Followers extends OpenModel {
    /**
     * How far the leader is.
     *
     * @return the offset of its binlog
     */
    @JsonProperty("offset")
    @Value.Default
    default long offset() {
        return 0;
    }

    /**
     * Who is connected.
     *
     * @return followers
     */
    @JsonProperty("follower_info")
    List<Follower> followers();

    /** In one line. */
    default String summary() {
        return "leader at " + offset() + ", followers " + followers();
    }

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Followers}. */
    final class Builder extends ImmutableFollowers.Builder {
        Builder() {}
    }
}
