package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Identity attribute value: a marital status. */
@Value.Immutable
@JsonDeserialize(as = ImmutableMaritalStatus.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface MaritalStatus extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "MaritalStatus";
    }

    /** {@return a marital status} */
    @JsonProperty("value")
    String value();

    /** {@return it on one line} */
    default String summary() {
        return type() + " " + value();
    }

    /**
     * One of this kind.
     *
     * @param value a marital status
     * @return the value
     */
    static MaritalStatus of(String value) {
        return builder().value(value).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link MaritalStatus}. */
    final class Builder extends ImmutableMaritalStatus.Builder {
        Builder() {}
    }
}
