package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.Checked;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.bizconnector.model.attribute.AttributeContent;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Request item: to keep a new attribute. */
@Value.Immutable
@JsonDeserialize(as = ImmutableCreateAttributeRequestItem.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface CreateAttributeRequestItem extends RequestItem, OpenModel, Checked {
    @Override
    default String type() {
        return "CreateAttributeRequestItem";
    }

    /** {@return the attribute} */
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

    @Override
    default void check() {
        Checked.ifNeeded(attribute());
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link CreateAttributeRequestItem}. */
    final class Builder extends ImmutableCreateAttributeRequestItem.Builder {
        Builder() {}
    }
}
