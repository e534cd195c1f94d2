package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.attribute.AttributeContent;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Response item: the attribute is shared. */
@Value.Immutable
@JsonDeserialize(as = ImmutableReadAttributeAcceptResponseItem.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface ReadAttributeAcceptResponseItem extends ResponseItem, OpenModel {
    @Override
    default String type() {
        return "ReadAttributeAcceptResponseItem";
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

    /** {@return the third party it is about} */
    @JsonProperty("initialAttributePeer")
    Optional<String> initialAttributePeer();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ReadAttributeAcceptResponseItem}. */
    final class Builder extends ImmutableReadAttributeAcceptResponseItem.Builder {
        Builder() {}
    }
}
