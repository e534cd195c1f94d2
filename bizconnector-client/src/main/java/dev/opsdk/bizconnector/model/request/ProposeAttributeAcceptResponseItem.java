package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.attribute.AttributeContent;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Response item: the proposal or another attribute is shared. */
@Value.Immutable
@JsonDeserialize(as = ImmutableProposeAttributeAcceptResponseItem.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface ProposeAttributeAcceptResponseItem extends ResponseItem, OpenModel {
    @Override
    default String type() {
        return "ProposeAttributeAcceptResponseItem";
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

    /** {@return the attribute} */
    @JsonProperty("attribute")
    AttributeContent attribute();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ProposeAttributeAcceptResponseItem}. */
    final class Builder extends ImmutableProposeAttributeAcceptResponseItem.Builder {
        Builder() {}
    }
}
