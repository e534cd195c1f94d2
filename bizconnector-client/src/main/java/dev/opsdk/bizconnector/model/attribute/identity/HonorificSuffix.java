package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Identity attribute value: what stands behind the name. */
@Value.Immutable
@JsonDeserialize(as = ImmutableHonorificSuffix.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface HonorificSuffix extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "HonorificSuffix";
    }

    /** {@return what stands behind the name} */
    @JsonProperty("value")
    String value();

    /** {@return it on one line} */
    default String summary() {
        return type() + " " + value();
    }

    /**
     * One of this kind.
     *
     * @param value what stands behind the name
     * @return the value
     */
    static HonorificSuffix of(String value) {
        return builder().value(value).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link HonorificSuffix}. */
    final class Builder extends ImmutableHonorificSuffix.Builder {
        Builder() {}
    }
}
