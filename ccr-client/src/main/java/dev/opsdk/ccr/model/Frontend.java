package dev.opsdk.ccr.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** A frontend that the syncer found in a cluster. */
@Value.Immutable
@JsonDeserialize(as = ImmutableFrontend.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Frontend extends OpenModel {
    /**
     * The address, public if a host mapping is set.
     *
     * @return the address
     */
    @JsonProperty("host")
    Optional<String> host();

    /**
     * The MySQL port, a text on the wire.
     *
     * @return the port
     */
    @JsonProperty("port")
    Optional<String> port();

    /**
     * The RPC port, a text on the wire.
     *
     * @return the port
     */
    @JsonProperty("thrift_port")
    Optional<String> thriftPort();

    /**
     * Whether it was the master when it was found.
     *
     * @return true, false, or empty
     */
    @JsonProperty("is_master")
    Optional<Boolean> master();

    /** The address, and whether it is the master. */
    default String summary() {
        return host().orElse("?") + ":" + port().orElse("?") + (master().orElse(false) ? " (master)" : "");
    }

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Frontend}. */
    final class Builder extends ImmutableFrontend.Builder {
        Builder() {}
    }
}
