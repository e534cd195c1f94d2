package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.bizconnector.model.attribute.AttributeContent;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Request item: to take an attribute of the asking side. */
@Value.Immutable
@JsonDeserialize(as = ImmutableShareAttributeRequestItem.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface ShareAttributeRequestItem extends RequestItem, OpenModel {
    @Override
    default String type() {
        return "ShareAttributeRequestItem";
    }

    /** {@return the attribute} */
    @JsonProperty("attribute")
    AttributeContent attribute();

    /** {@return its id} */
    @JsonProperty("attributeId")
    String attributeId();

    /** {@return the third party it is about} */
    @JsonProperty("initialAttributePeer")
    Optional<String> initialAttributePeer();

    /** {@return what it is for, for people} */
    @JsonProperty("description")
    Optional<String> description();

    /** {@return anything for programs} */
    @JsonProperty("metadata")
    Optional<FreeJson> metadata();

    /** {@return true if the request cannot be accepted without it} */
    @JsonProperty("mustBeAccepted")
    boolean mustBeAccepted();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ShareAttributeRequestItem}. */
    final class Builder extends ImmutableShareAttributeRequestItem.Builder {
        Builder() {}
    }
}
