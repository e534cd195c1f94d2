package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Response item: accepted. */
@Value.Immutable
@JsonDeserialize(as = ImmutableAcceptResponseItem.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface AcceptResponseItem extends ResponseItem, OpenModel {
    @Override
    default String type() {
        return "AcceptResponseItem";
    }

    /** {@return how it was answered} */
    @JsonProperty("result")
    @Value.Default
    default ItemResult result() {
        return ItemResult.of(ItemResult.Known.ACCEPTED);
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link AcceptResponseItem}. */
    final class Builder extends ImmutableAcceptResponseItem.Builder {
        Builder() {}
    }
}
