package dev.opsdk.bizconnector.model.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.request.Response;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Creation content: the answer to the request of the template. */
@Value.Immutable
@JsonDeserialize(as = ImmutableRelationshipCreationContent.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface RelationshipCreationContent extends CreationContent, OpenModel {
    @Override
    default String type() {
        return "RelationshipCreationContent";
    }

    /** {@return the answer} */
    @JsonProperty("response")
    Response response();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RelationshipCreationContent}. */
    final class Builder extends ImmutableRelationshipCreationContent.Builder {
        Builder() {}
    }
}
