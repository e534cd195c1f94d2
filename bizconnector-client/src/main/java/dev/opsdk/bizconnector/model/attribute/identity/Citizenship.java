package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Identity attribute value: an ISO 3166-1 alpha-2 country code. */
@Value.Immutable
@JsonDeserialize(as = ImmutableCitizenship.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface Citizenship extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "Citizenship";
    }

    /** {@return an ISO 3166-1 alpha-2 country code} */
    @JsonProperty("value")
    String value();

    /** {@return it on one line} */
    default String summary() {
        return type() + " " + value();
    }

    /**
     * One of this kind.
     *
     * @param value an ISO 3166-1 alpha-2 country code
     * @return the value
     */
    static Citizenship of(String value) {
        return builder().value(value).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Citizenship}. */
    final class Builder extends ImmutableCitizenship.Builder {
        Builder() {}
    }
}
