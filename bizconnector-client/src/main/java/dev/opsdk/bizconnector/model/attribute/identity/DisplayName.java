package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Identity attribute value: the name to be shown. */
@Value.Immutable
@JsonDeserialize(as = ImmutableDisplayName.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface DisplayName extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "DisplayName";
    }

    /** {@return the name to be shown} */
    @JsonProperty("value")
    String value();

    /** {@return it on one line} */
    default String summary() {
        return type() + " " + value();
    }

    /**
     * One of this kind.
     *
     * @param value the name to be shown
     * @return the value
     */
    static DisplayName of(String value) {
        return builder().value(value).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DisplayName}. */
    final class Builder extends ImmutableDisplayName.Builder {
        Builder() {}
    }
}
