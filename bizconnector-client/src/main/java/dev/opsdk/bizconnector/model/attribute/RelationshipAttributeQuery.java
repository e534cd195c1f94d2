package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Asks for an attribute of a relationship. */
@Value.Immutable
@JsonDeserialize(as = ImmutableRelationshipAttributeQuery.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface RelationshipAttributeQuery extends AttributeQuery, OpenModel {
    @Override
    default String type() {
        return "RelationshipAttributeQuery";
    }

    /** {@return by which it is found} */
    @JsonProperty("key")
    String key();

    /** {@return the address of its owner; empty for the asked side} */
    @JsonProperty("owner")
    String owner();

    /** {@return how it is made if there is none} */
    @JsonProperty("attributeCreationHints")
    RelationshipAttributeCreationHints attributeCreationHints();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RelationshipAttributeQuery}. */
    final class Builder extends ImmutableRelationshipAttributeQuery.Builder {
        Builder() {}
    }
}
