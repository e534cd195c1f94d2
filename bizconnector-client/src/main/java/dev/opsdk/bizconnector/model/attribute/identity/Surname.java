package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Identity attribute value: a surname. */
@Value.Immutable
@JsonDeserialize(as = ImmutableSurname.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface Surname extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "Surname";
    }

    /** {@return a surname} */
    @JsonProperty("value")
    String value();

    /** {@return it on one line} */
    default String summary() {
        return type() + " " + value();
    }

    /**
     * One of this kind.
     *
     * @param value a surname
     * @return the value
     */
    static Surname of(String value) {
        return builder().value(value).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Surname}. */
    final class Builder extends ImmutableSurname.Builder {
        Builder() {}
    }
}
