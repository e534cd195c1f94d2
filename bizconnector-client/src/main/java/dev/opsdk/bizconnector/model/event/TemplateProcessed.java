package dev.opsdk.bizconnector.model.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.template.RelationshipTemplate;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** The deciders are through with a template. */
@Value.Immutable
@JsonDeserialize(as = ImmutableTemplateProcessed.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface TemplateProcessed extends EventData, OpenModel {
    /** {@return the template} */
    @JsonProperty("template")
    RelationshipTemplate template();

    /** {@return what they made of it} */
    @JsonProperty("result")
    TemplateProcessingResult result();

    /** {@return the request, if there is one} */
    @JsonProperty("requestId")
    Optional<String> requestId();

    /** {@return the relationship, if there is one} */
    @JsonProperty("relationshipId")
    Optional<String> relationshipId();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TemplateProcessed}. */
    final class Builder extends ImmutableTemplateProcessed.Builder {
        Builder() {}
    }
}
