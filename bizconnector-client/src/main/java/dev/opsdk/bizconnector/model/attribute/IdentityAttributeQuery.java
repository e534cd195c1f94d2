package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.List;
import org.immutables.value.Value;

/** Asks for what an identity says about itself. */
@Value.Immutable
@JsonDeserialize(as = ImmutableIdentityAttributeQuery.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface IdentityAttributeQuery extends AttributeQuery, OpenModel {
    @Override
    default String type() {
        return "IdentityAttributeQuery";
    }

    /** {@return the {@code @type} of the asked value, such as {@code GivenName}} */
    @JsonProperty("valueType")
    String valueType();

    /** {@return tags, one of which it must have} */
    @JsonProperty("tags")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<String> tags();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link IdentityAttributeQuery}. */
    final class Builder extends ImmutableIdentityAttributeQuery.Builder {
        Builder() {}
    }
}
