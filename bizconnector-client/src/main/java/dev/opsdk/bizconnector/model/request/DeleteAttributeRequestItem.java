package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Request item: to delete a shared attribute. */
@Value.Immutable
@JsonDeserialize(as = ImmutableDeleteAttributeRequestItem.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface DeleteAttributeRequestItem extends RequestItem, OpenModel {
    @Override
    default String type() {
        return "DeleteAttributeRequestItem";
    }

    /** {@return the id of the attribute} */
    @JsonProperty("attributeId")
    String attributeId();

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

    /** Builds a {@link DeleteAttributeRequestItem}. */
    final class Builder extends ImmutableDeleteAttributeRequestItem.Builder {
        Builder() {}
    }
}
