package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Identity attribute value: a postal address. */
@Value.Immutable
@JsonDeserialize(as = ImmutableStreetAddress.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface StreetAddress extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "StreetAddress";
    }

    /** {@return the recipient} */
    @JsonProperty("recipient")
    String recipient();

    /** {@return the street} */
    @JsonProperty("street")
    String street();

    /** {@return the house number} */
    @JsonProperty("houseNo")
    String houseNo();

    /** {@return the postal code} */
    @JsonProperty("zipCode")
    String zipCode();

    /** {@return the city} */
    @JsonProperty("city")
    String city();

    /** {@return the ISO 3166-1 alpha-2 country code} */
    @JsonProperty("country")
    String country();

    /** {@return the state} */
    @JsonProperty("state")
    Optional<String> state();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StreetAddress}. */
    final class Builder extends ImmutableStreetAddress.Builder {
        Builder() {}
    }
}
