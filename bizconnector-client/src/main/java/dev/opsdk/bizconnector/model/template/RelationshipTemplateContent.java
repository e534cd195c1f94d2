package dev.opsdk.bizconnector.model.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.bizconnector.model.request.Request;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Template content: what a new peer is asked, and what an existing one. */
@Value.Immutable
@JsonDeserialize(as = ImmutableRelationshipTemplateContent.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface RelationshipTemplateContent extends TemplateContent, OpenModel {
    @Override
    default String type() {
        return "RelationshipTemplateContent";
    }

    /** {@return the title} */
    @JsonProperty("title")
    Optional<String> title();

    /** {@return anything for programs} */
    @JsonProperty("metadata")
    Optional<FreeJson> metadata();

    /** {@return asked when a relationship is to be made} */
    @JsonProperty("onNewRelationship")
    Request onNewRelationship();

    /** {@return asked when there is one} */
    @JsonProperty("onExistingRelationship")
    Optional<Request> onExistingRelationship();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RelationshipTemplateContent}. */
    final class Builder extends ImmutableRelationshipTemplateContent.Builder {
        Builder() {}
    }
}
