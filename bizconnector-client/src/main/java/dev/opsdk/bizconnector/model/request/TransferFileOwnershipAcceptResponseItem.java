package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.attribute.AttributeContent;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Response item: the file has a new owner. */
@Value.Immutable
@JsonDeserialize(as = ImmutableTransferFileOwnershipAcceptResponseItem.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface TransferFileOwnershipAcceptResponseItem extends ResponseItem, OpenModel {
    @Override
    default String type() {
        return "TransferFileOwnershipAcceptResponseItem";
    }

    /** {@return how it was answered} */
    @JsonProperty("result")
    @Value.Default
    default ItemResult result() {
        return ItemResult.of(ItemResult.Known.ACCEPTED);
    }

    /** {@return the id of the reference attribute} */
    @JsonProperty("attributeId")
    String attributeId();

    /** {@return the reference attribute} */
    @JsonProperty("attribute")
    AttributeContent attribute();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TransferFileOwnershipAcceptResponseItem}. */
    final class Builder extends ImmutableTransferFileOwnershipAcceptResponseItem.Builder {
        Builder() {}
    }
}
