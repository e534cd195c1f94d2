package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.core.Secret;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Request item: to take a credential; since 7.4.0. */
@Value.Immutable
@JsonDeserialize(as = ImmutableShareCredentialOfferRequestItem.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface ShareCredentialOfferRequestItem extends RequestItem, OpenModel {
    @Override
    default String type() {
        return "ShareCredentialOfferRequestItem";
    }

    /** {@return the offer; may hold a code, so it is masked} */
    @JsonProperty("credentialOfferUrl")
    Secret credentialOfferUrl();

    /** {@return what it is for, for people} */
    @JsonProperty("description")
    Optional<String> description();

    /** {@return anything for programs} */
    @JsonProperty("metadata")
    Optional<FreeJson> metadata();

    /** {@return true if the request cannot be accepted without it} */
    @JsonProperty("mustBeAccepted")
    boolean mustBeAccepted();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ShareCredentialOfferRequestItem}. */
    final class Builder extends ImmutableShareCredentialOfferRequestItem.Builder {
        Builder() {}
    }
}
