package dev.opsdk.bizconnector.model.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.Secret;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** A peer took or refused a credential. */
@Value.Immutable
@JsonDeserialize(as = ImmutableCredentialOfferProcessed.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface CredentialOfferProcessed extends EventData, OpenModel {
    /** {@return the offer; may hold a code, so it is masked} */
    @JsonProperty("credentialOfferUrl")
    Optional<Secret> credentialOfferUrl();

    /** {@return whether it was taken} */
    @JsonProperty("accepted")
    Optional<Boolean> accepted();

    /** {@return the address of the peer} */
    @JsonProperty("peer")
    Optional<String> peer();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link CredentialOfferProcessed}. */
    final class Builder extends ImmutableCredentialOfferProcessed.Builder {
        Builder() {}
    }
}
