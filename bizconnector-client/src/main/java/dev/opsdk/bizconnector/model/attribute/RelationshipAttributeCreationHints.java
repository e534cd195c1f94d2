package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** How the asked attribute is made if there is none. */
@Value.Immutable
@JsonDeserialize(as = ImmutableRelationshipAttributeCreationHints.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface RelationshipAttributeCreationHints extends OpenModel {
    /** {@return what it is called} */
    @JsonProperty("title")
    String title();

    /** {@return the {@code @type} of its value} */
    @JsonProperty("valueType")
    String valueType();

    /** {@return what it is for} */
    @JsonProperty("description")
    Optional<String> description();

    /** {@return how it is entered} */
    @JsonProperty("valueHints")
    Optional<ValueHints> valueHints();

    /** {@return who may learn of it} */
    @JsonProperty("confidentiality")
    Confidentiality confidentiality();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RelationshipAttributeCreationHints}. */
    final class Builder extends ImmutableRelationshipAttributeCreationHints.Builder {
        Builder() {}
    }
}
