package dev.opsdk.bizconnector.model.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Template content: any JSON. */
@Value.Immutable
@JsonDeserialize(as = ImmutableArbitraryRelationshipTemplateContent.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface ArbitraryRelationshipTemplateContent extends TemplateContent, OpenModel {
    @Override
    default String type() {
        return "ArbitraryRelationshipTemplateContent";
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
    static ArbitraryRelationshipTemplateContent of(FreeJson value) {
        return builder().value(value).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ArbitraryRelationshipTemplateContent}. */
    final class Builder extends ImmutableArbitraryRelationshipTemplateContent.Builder {
        Builder() {}
    }
}
