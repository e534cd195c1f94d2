package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Response item: the field is filled in. */
@Value.Immutable
@JsonDeserialize(as = ImmutableFormFieldAcceptResponseItem.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface FormFieldAcceptResponseItem extends ResponseItem, OpenModel {
    @Override
    default String type() {
        return "FormFieldAcceptResponseItem";
    }

    /** {@return how it was answered} */
    @JsonProperty("result")
    @Value.Default
    default ItemResult result() {
        return ItemResult.of(ItemResult.Known.ACCEPTED);
    }

    /** {@return what was entered} */
    @JsonProperty("response")
    FormFieldResponse response();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link FormFieldAcceptResponseItem}. */
    final class Builder extends ImmutableFormFieldAcceptResponseItem.Builder {
        Builder() {}
    }
}
