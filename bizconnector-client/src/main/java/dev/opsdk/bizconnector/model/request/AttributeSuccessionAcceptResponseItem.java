package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.attribute.AttributeContent;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Response item: a newer version of an attribute. */
@Value.Immutable
@JsonDeserialize(as = ImmutableAttributeSuccessionAcceptResponseItem.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface AttributeSuccessionAcceptResponseItem extends ResponseItem, OpenModel {
    @Override
    default String type() {
        return "AttributeSuccessionAcceptResponseItem";
    }

    /** {@return how it was answered} */
    @JsonProperty("result")
    @Value.Default
    default ItemResult result() {
        return ItemResult.of(ItemResult.Known.ACCEPTED);
    }

    /** {@return the id before} */
    @JsonProperty("predecessorId")
    String predecessorId();

    /** {@return the id after} */
    @JsonProperty("successorId")
    String successorId();

    /** {@return the newer version} */
    @JsonProperty("successorContent")
    AttributeContent successorContent();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link AttributeSuccessionAcceptResponseItem}. */
    final class Builder extends ImmutableAttributeSuccessionAcceptResponseItem.Builder {
        Builder() {}
    }
}
