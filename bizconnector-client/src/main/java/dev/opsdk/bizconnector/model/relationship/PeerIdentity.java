package dev.opsdk.bizconnector.model.relationship;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** The identity at the other side. */
@Value.Immutable
@JsonDeserialize(as = ImmutablePeerIdentity.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface PeerIdentity extends OpenModel {
    /** {@return the address} */
    @JsonProperty("address")
    String address();

    /** {@return the public key} */
    @JsonProperty("publicKey")
    Optional<String> publicKey();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link PeerIdentity}. */
    final class Builder extends ImmutablePeerIdentity.Builder {
        Builder() {}
    }
}
