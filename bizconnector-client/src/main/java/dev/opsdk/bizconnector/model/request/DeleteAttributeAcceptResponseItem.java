package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.WireTime;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import org.immutables.value.Value;

/** Response item: the attribute will be deleted. */
@Value.Immutable
@JsonDeserialize(as = ImmutableDeleteAttributeAcceptResponseItem.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface DeleteAttributeAcceptResponseItem extends ResponseItem, OpenModel {
    @Override
    default String type() {
        return "DeleteAttributeAcceptResponseItem";
    }

    /** {@return how it was answered} */
    @JsonProperty("result")
    @Value.Default
    default ItemResult result() {
        return ItemResult.of(ItemResult.Known.ACCEPTED);
    }

    /** {@return when} */
    @JsonProperty("deletionDate")
    @WireTime
    Instant deletionDate();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DeleteAttributeAcceptResponseItem}. */
    final class Builder extends ImmutableDeleteAttributeAcceptResponseItem.Builder {
        Builder() {}
    }
}
