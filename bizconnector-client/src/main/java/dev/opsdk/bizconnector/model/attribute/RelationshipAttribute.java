package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.attribute.relationship.RelationshipAttributeValue;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** What two identities know within one relationship, with its owner. */
@Value.Immutable
@JsonDeserialize(as = ImmutableRelationshipAttribute.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface RelationshipAttribute extends AttributeContent, OpenModel {
    @Override
    default String type() {
        return "RelationshipAttribute";
    }

    /** {@return the address of the identity that keeps it} */
    @JsonProperty("owner")
    String owner();

    /** {@return what is known} */
    @JsonProperty("value")
    RelationshipAttributeValue value();

    /** {@return by which it is found} */
    @JsonProperty("key")
    String key();

    /** {@return true if people should not see it} */
    @JsonProperty("isTechnical")
    Optional<Boolean> isTechnical();

    /** {@return who may learn of it} */
    @JsonProperty("confidentiality")
    Confidentiality confidentiality();

    /** {@return it on one line} */
    default String summary() {
        return key() + " = " + value() + " of " + owner();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RelationshipAttribute}. */
    final class Builder extends ImmutableRelationshipAttribute.Builder {
        Builder() {}
    }
}
