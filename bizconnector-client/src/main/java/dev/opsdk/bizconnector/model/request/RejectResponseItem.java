package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Response item: rejected. */
@Value.Immutable
@JsonDeserialize(as = ImmutableRejectResponseItem.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface RejectResponseItem extends ResponseItem, OpenModel {
    @Override
    default String type() {
        return "RejectResponseItem";
    }

    /** {@return how it was answered} */
    @JsonProperty("result")
    @Value.Default
    default ItemResult result() {
        return ItemResult.of(ItemResult.Known.REJECTED);
    }

    /** {@return why, as a code} */
    @JsonProperty("code")
    Optional<String> code();

    /** {@return why} */
    @JsonProperty("message")
    Optional<String> message();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RejectResponseItem}. */
    final class Builder extends ImmutableRejectResponseItem.Builder {
        Builder() {}
    }
}
