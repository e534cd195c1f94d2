package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Identity attribute value: a name given at birth. */
@Value.Immutable
@JsonDeserialize(as = ImmutableBirthName.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface BirthName extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "BirthName";
    }

    /** {@return a name given at birth} */
    @JsonProperty("value")
    String value();

    /** {@return it on one line} */
    default String summary() {
        return type() + " " + value();
    }

    /**
     * One of this kind.
     *
     * @param value a name given at birth
     * @return the value
     */
    static BirthName of(String value) {
        return builder().value(value).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link BirthName}. */
    final class Builder extends ImmutableBirthName.Builder {
        Builder() {}
    }
}
