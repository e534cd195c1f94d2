package dev.opsdk.bizconnector.model.attribute.relationship;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Relationship attribute value: any JSON. */
@Value.Immutable
@JsonDeserialize(as = ImmutableProprietaryJson.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface ProprietaryJson extends RelationshipAttributeValue, OpenModel {
    @Override
    default String type() {
        return "ProprietaryJSON";
    }

    /** {@return any JSON} */
    @JsonProperty("value")
    FreeJson value();

    /** {@return what it is called for people} */
    @JsonProperty("title")
    String title();

    /** {@return what it is for} */
    @JsonProperty("description")
    Optional<String> description();

    /** {@return it on one line} */
    default String summary() {
        return type() + " " + title() + " = " + value();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ProprietaryJson}. */
    final class Builder extends ImmutableProprietaryJson.Builder {
        Builder() {}
    }
}
