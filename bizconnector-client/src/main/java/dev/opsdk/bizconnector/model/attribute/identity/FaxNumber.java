package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Identity attribute value: a fax number. */
@Value.Immutable
@JsonDeserialize(as = ImmutableFaxNumber.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface FaxNumber extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "FaxNumber";
    }

    /** {@return a fax number} */
    @JsonProperty("value")
    String value();

    /** {@return it on one line} */
    default String summary() {
        return type() + " " + value();
    }

    /**
     * One of this kind.
     *
     * @param value a fax number
     * @return the value
     */
    static FaxNumber of(String value) {
        return builder().value(value).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link FaxNumber}. */
    final class Builder extends ImmutableFaxNumber.Builder {
        Builder() {}
    }
}
