package dev.opsdk.bizconnector.model.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Creation content: any JSON, for a template with any JSON. */
@Value.Immutable
@JsonDeserialize(as = ImmutableArbitraryRelationshipCreationContent.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface ArbitraryRelationshipCreationContent extends CreationContent, OpenModel {
    @Override
    default String type() {
        return "ArbitraryRelationshipCreationContent";
    }

    /** {@return the JSON} */
    @JsonProperty("value")
    FreeJson value();

    /**
     * Any JSON.
     *
     * @param value the JSON
     * @return the content
     */
    static ArbitraryRelationshipCreationContent of(FreeJson value) {
        return builder().value(value).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ArbitraryRelationshipCreationContent}. */
    final class Builder extends ImmutableArbitraryRelationshipCreationContent.Builder {
        Builder() {}
    }
}
