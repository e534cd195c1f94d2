package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Identity attribute value: a sex. */
@Value.Immutable
@JsonDeserialize(as = ImmutableSex.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface Sex extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "Sex";
    }

    /** {@return a sex} */
    @JsonProperty("value")
    String value();

    /** {@return it on one line} */
    default String summary() {
        return type() + " " + value();
    }

    /**
     * One of this kind.
     *
     * @param value a sex
     * @return the value
     */
    static Sex of(String value) {
        return builder().value(value).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Sex}. */
    final class Builder extends ImmutableSex.Builder {
        Builder() {}
    }
}
