package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Identity attribute value: the address of a parcel box. */
@Value.Immutable
@JsonDeserialize(as = ImmutableDeliveryBoxAddress.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface DeliveryBoxAddress extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "DeliveryBoxAddress";
    }

    /** {@return the recipient} */
    @JsonProperty("recipient")
    String recipient();

    /** {@return the user at the operator} */
    @JsonProperty("userId")
    String userId();

    /** {@return the box} */
    @JsonProperty("deliveryBoxId")
    String deliveryBoxId();

    /** {@return the postal code} */
    @JsonProperty("zipCode")
    String zipCode();

    /** {@return the city} */
    @JsonProperty("city")
    String city();

    /** {@return the ISO 3166-1 alpha-2 country code} */
    @JsonProperty("country")
    String country();

    /** {@return a phone number} */
    @JsonProperty("phoneNumber")
    Optional<String> phoneNumber();

    /** {@return the state} */
    @JsonProperty("state")
    Optional<String> state();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DeliveryBoxAddress}. */
    final class Builder extends ImmutableDeliveryBoxAddress.Builder {
        Builder() {}
    }
}
