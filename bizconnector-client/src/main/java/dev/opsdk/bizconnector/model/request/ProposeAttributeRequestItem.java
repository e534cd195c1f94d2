package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.bizconnector.model.attribute.AttributeContent;
import dev.opsdk.bizconnector.model.attribute.AttributeQuery;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Request item: to share an attribute, with a proposal. */
@Value.Immutable
@JsonDeserialize(as = ImmutableProposeAttributeRequestItem.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface ProposeAttributeRequestItem extends RequestItem, OpenModel {
    @Override
    default String type() {
        return "ProposeAttributeRequestItem";
    }

    /** {@return what is asked for} */
    @JsonProperty("query")
    AttributeQuery query();

    /** {@return the proposal} */
    @JsonProperty("attribute")
    AttributeContent attribute();

    /** {@return what it is for, for people} */
    @JsonProperty("description")
    Optional<String> description();

    /** {@return anything for programs} */
    @JsonProperty("metadata")
    Optional<FreeJson> metadata();

    /** {@return true if the request cannot be accepted without it} */
    @JsonProperty("mustBeAccepted")
    boolean mustBeAccepted();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ProposeAttributeRequestItem}. */
    final class Builder extends ImmutableProposeAttributeRequestItem.Builder {
        Builder() {}
    }
}
