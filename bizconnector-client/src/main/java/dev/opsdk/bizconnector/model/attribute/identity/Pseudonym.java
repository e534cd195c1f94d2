package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Identity attribute value: a pseudonym. */
@Value.Immutable
@JsonDeserialize(as = ImmutablePseudonym.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface Pseudonym extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "Pseudonym";
    }

    /** {@return a pseudonym} */
    @JsonProperty("value")
    String value();

    /** {@return it on one line} */
    default String summary() {
        return type() + " " + value();
    }

    /**
     * One of this kind.
     *
     * @param value a pseudonym
     * @return the value
     */
    static Pseudonym of(String value) {
        return builder().value(value).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Pseudonym}. */
    final class Builder extends ImmutablePseudonym.Builder {
        Builder() {}
    }
}
