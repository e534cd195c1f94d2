package dev.opsdk.bizconnector.model.metadata;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Any JSON kept beside an identity, under a key or without one. */
@Value.Immutable
@JsonDeserialize(as = ImmutableIdentityMetadata.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface IdentityMetadata extends OpenModel {
    /** {@return the address of the identity: ours or a peer's} */
    @JsonProperty("reference")
    String reference();

    /** {@return the key} */
    @JsonProperty("key")
    Optional<String> key();

    /** {@return the JSON} */
    @JsonProperty("value")
    FreeJson value();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link IdentityMetadata}. */
    final class Builder extends ImmutableIdentityMetadata.Builder {
        Builder() {}
    }
}
