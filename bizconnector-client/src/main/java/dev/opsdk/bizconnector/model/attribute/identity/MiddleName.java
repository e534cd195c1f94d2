package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Identity attribute value: a middle name. */
@Value.Immutable
@JsonDeserialize(as = ImmutableMiddleName.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface MiddleName extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "MiddleName";
    }

    /** {@return a middle name} */
    @JsonProperty("value")
    String value();

    /** {@return it on one line} */
    default String summary() {
        return type() + " " + value();
    }

    /**
     * One of this kind.
     *
     * @param value a middle name
     * @return the value
     */
    static MiddleName of(String value) {
        return builder().value(value).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link MiddleName}. */
    final class Builder extends ImmutableMiddleName.Builder {
        Builder() {}
    }
}
