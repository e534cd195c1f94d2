package dev.opsdk.bizconnector.model.attribute.relationship;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.attribute.ValueHints;
import dev.opsdk.core.Secret;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Relationship attribute value: a truncated reference of a file; holds a key, so it is masked. */
@Value.Immutable
@JsonDeserialize(as = ImmutableProprietaryFileReference.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface ProprietaryFileReference extends RelationshipAttributeValue, OpenModel {
    @Override
    default String type() {
        return "ProprietaryFileReference";
    }

    /** {@return a truncated reference of a file; holds a key, so it is masked} */
    @JsonProperty("value")
    Secret value();

    /** {@return what it is called for people} */
    @JsonProperty("title")
    String title();

    /** {@return what it is for} */
    @JsonProperty("description")
    Optional<String> description();

    /** {@return how it is entered} */
    @JsonProperty("valueHintsOverride")
    Optional<ValueHints> valueHintsOverride();

    /** {@return it on one line} */
    default String summary() {
        return type() + " " + title() + " = " + value();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ProprietaryFileReference}. */
    final class Builder extends ImmutableProprietaryFileReference.Builder {
        Builder() {}
    }
}
