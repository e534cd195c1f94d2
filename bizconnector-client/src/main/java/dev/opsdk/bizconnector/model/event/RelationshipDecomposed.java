package dev.opsdk.bizconnector.model.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** We deleted a relationship. */
@Value.Immutable
@JsonDeserialize(as = ImmutableRelationshipDecomposed.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface RelationshipDecomposed extends EventData, OpenModel {
    /** {@return the relationship} */
    @JsonProperty("relationshipId")
    String relationshipId();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RelationshipDecomposed}. */
    final class Builder extends ImmutableRelationshipDecomposed.Builder {
        Builder() {}
    }
}
