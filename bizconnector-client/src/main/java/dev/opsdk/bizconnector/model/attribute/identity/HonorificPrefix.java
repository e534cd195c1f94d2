package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Identity attribute value: what stands before the name. */
@Value.Immutable
@JsonDeserialize(as = ImmutableHonorificPrefix.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface HonorificPrefix extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "HonorificPrefix";
    }

    /** {@return what stands before the name} */
    @JsonProperty("value")
    String value();

    /** {@return it on one line} */
    default String summary() {
        return type() + " " + value();
    }

    /**
     * One of this kind.
     *
     * @param value what stands before the name
     * @return the value
     */
    static HonorificPrefix of(String value) {
        return builder().value(value).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link HonorificPrefix}. */
    final class Builder extends ImmutableHonorificPrefix.Builder {
        Builder() {}
    }
}
