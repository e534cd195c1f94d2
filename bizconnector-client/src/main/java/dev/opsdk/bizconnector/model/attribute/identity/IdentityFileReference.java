package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.Secret;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Identity attribute value: a truncated reference of a file. */
@Value.Immutable
@JsonDeserialize(as = ImmutableIdentityFileReference.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface IdentityFileReference extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "IdentityFileReference";
    }

    /** {@return a truncated reference of a file; holds a key, so it is masked} */
    @JsonProperty("value")
    Secret value();

    /** {@return it on one line} */
    default String summary() {
        return type() + " " + value();
    }

    /**
     * One of this kind.
     *
     * @param value a truncated reference of a file
     * @return the value
     */
    static IdentityFileReference of(Secret value) {
        return builder().value(value).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link IdentityFileReference}. */
    final class Builder extends ImmutableIdentityFileReference.Builder {
        Builder() {}
    }
}
