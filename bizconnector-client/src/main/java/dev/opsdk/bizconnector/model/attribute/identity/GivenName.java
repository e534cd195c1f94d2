package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Identity attribute value: a given name. */
@Value.Immutable
@JsonDeserialize(as = ImmutableGivenName.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface GivenName extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "GivenName";
    }

    /** {@return a given name} */
    @JsonProperty("value")
    String value();

    /** {@return it on one line} */
    default String summary() {
        return type() + " " + value();
    }

    /**
     * One of this kind.
     *
     * @param value a given name
     * @return the value
     */
    static GivenName of(String value) {
        return builder().value(value).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link GivenName}. */
    final class Builder extends ImmutableGivenName.Builder {
        Builder() {}
    }
}
