package dev.opsdk.bizconnector.model.attribute.relationship;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Relationship attribute value: that somebody agreed to something. */
@Value.Immutable
@JsonDeserialize(as = ImmutableConsent.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface Consent extends RelationshipAttributeValue, OpenModel {
    @Override
    default String type() {
        return "Consent";
    }

    /** {@return what was agreed to} */
    @JsonProperty("consent")
    String consent();

    /** {@return where it can be read} */
    @JsonProperty("link")
    Optional<String> link();

    /** {@return what the link is called} */
    @JsonProperty("linkDisplayText")
    Optional<String> linkDisplayText();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Consent}. */
    final class Builder extends ImmutableConsent.Builder {
        Builder() {}
    }
}
