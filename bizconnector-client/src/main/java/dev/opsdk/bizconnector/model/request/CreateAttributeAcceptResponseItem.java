package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Response item: the attribute is kept. */
@Value.Immutable
@JsonDeserialize(as = ImmutableCreateAttributeAcceptResponseItem.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface CreateAttributeAcceptResponseItem extends ResponseItem, OpenModel {
    @Override
    default String type() {
        return "CreateAttributeAcceptResponseItem";
    }

    /** {@return how it was answered} */
    @JsonProperty("result")
    @Value.Default
    default ItemResult result() {
        return ItemResult.of(ItemResult.Known.ACCEPTED);
    }

    /** {@return its id} */
    @JsonProperty("attributeId")
    String attributeId();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link CreateAttributeAcceptResponseItem}. */
    final class Builder extends ImmutableCreateAttributeAcceptResponseItem.Builder {
        Builder() {}
    }
}
