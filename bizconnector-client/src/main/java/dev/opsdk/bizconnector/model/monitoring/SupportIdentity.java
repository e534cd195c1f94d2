package dev.opsdk.bizconnector.model.monitoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** The identity as support information tells it, or why it could not. */
@Value.Immutable
@JsonDeserialize(as = ImmutableSupportIdentity.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface SupportIdentity extends OpenModel {
    /** {@return the address} */
    @JsonProperty("address")
    Optional<String> address();

    /** {@return the public key} */
    @JsonProperty("publicKey")
    Optional<String> publicKey();

    /** {@return why there is none} */
    @JsonProperty("error")
    Optional<String> error();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SupportIdentity}. */
    final class Builder extends ImmutableSupportIdentity.Builder {
        Builder() {}
    }
}
