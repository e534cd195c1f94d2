package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Response item: it could not be processed. */
@Value.Immutable
@JsonDeserialize(as = ImmutableErrorResponseItem.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface ErrorResponseItem extends ResponseItem, OpenModel {
    @Override
    default String type() {
        return "ErrorResponseItem";
    }

    /** {@return how it was answered} */
    @JsonProperty("result")
    @Value.Default
    default ItemResult result() {
        return ItemResult.of(ItemResult.Known.ERROR);
    }

    /** {@return why, as a code} */
    @JsonProperty("code")
    String code();

    /** {@return why} */
    @JsonProperty("message")
    String message();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ErrorResponseItem}. */
    final class Builder extends ImmutableErrorResponseItem.Builder {
        Builder() {}
    }
}
