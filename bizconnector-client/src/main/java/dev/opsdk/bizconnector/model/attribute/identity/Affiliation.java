package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Identity attribute value: an organization somebody belongs to. */
@Value.Immutable
@JsonDeserialize(as = ImmutableAffiliation.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface Affiliation extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "Affiliation";
    }

    /** {@return the organization} */
    @JsonProperty("organization")
    String organization();

    /** {@return the role in it} */
    @JsonProperty("role")
    Optional<String> role();

    /** {@return the unit of it} */
    @JsonProperty("unit")
    Optional<String> unit();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Affiliation}. */
    final class Builder extends ImmutableAffiliation.Builder {
        Builder() {}
    }
}
