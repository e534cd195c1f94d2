package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Identity attribute value: a place of birth. */
@Value.Immutable
@JsonDeserialize(as = ImmutableBirthPlace.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface BirthPlace extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "BirthPlace";
    }

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

    /** Builds a {@link BirthPlace}. */
    final class Builder extends ImmutableBirthPlace.Builder {
        Builder() {}
    }
}
