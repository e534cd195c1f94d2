package dev.opsdk.openmldb.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.Durations;
import dev.opsdk.core.model.OpenModel;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A tablet as the nameserver sees it ({@code TabletStatus}). */
@Value.Immutable
@JsonDeserialize(as = ImmutableTablet.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Tablet extends OpenModel {
    /**
     * The name that requests use: {@code host:port}, or a server name.
     *
     * @return the name
     */
    @JsonProperty("endpoint")
    String endpoint();

    /**
     * Whether it is there.
     *
     * @return the state
     */
    @JsonProperty("state")
    Optional<TabletState> state();

    /**
     * How long the state lasts, as on the wire.
     *
     * @return milliseconds
     */
    @JsonProperty("age")
    OptionalLong ageMillis();

    /**
     * The address behind a server name.
     *
     * @return {@code host:port}; only in clusters with server names
     */
    @JsonProperty("real_endpoint")
    Optional<String> realEndpoint();

    /**
     * Whether the nameserver can work with it.
     *
     * @return true when its state is {@code kHealthy}
     */
    @JsonIgnore
    default boolean healthy() {
        return state().filter(state -> state.is(TabletState.Known.HEALTHY)).isPresent();
    }

    /** In one line. */
    default String summary() {
        return endpoint() + realEndpoint().map(real -> " (" + real + ")").orElse("") + " "
                + state().map(Object::toString).orElse("?")
                + (ageMillis().isPresent()
                        ? " for " + Durations.text(Duration.ofMillis(ageMillis().getAsLong()))
                        : "");
    }

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Tablet}. */
    final class Builder extends ImmutableTablet.Builder {
        Builder() {}
    }
}
