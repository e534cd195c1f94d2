package dev.opsdk.bizconnector.model.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.WireTimeIfAny;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** Somebody a message goes to. */
@Value.Immutable
@JsonDeserialize(as = ImmutableRecipient.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Recipient extends OpenModel {
    /** {@return the address} */
    @JsonProperty("address")
    String address();

    /** {@return when it was fetched} */
    @JsonProperty("receivedAt")
    @WireTimeIfAny
    Optional<Instant> receivedAt();

    /** {@return the device that fetched it} */
    @JsonProperty("receivedByDevice")
    Optional<String> receivedByDevice();

    /** {@return the relationship with the recipient} */
    @JsonProperty("relationshipId")
    Optional<String> relationshipId();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Recipient}. */
    final class Builder extends ImmutableRecipient.Builder {
        Builder() {}
    }
}
