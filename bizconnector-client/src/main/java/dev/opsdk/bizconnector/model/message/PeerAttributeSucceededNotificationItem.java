package dev.opsdk.bizconnector.model.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.attribute.AttributeContent;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Notification item: an attribute has a newer version. */
@Value.Immutable
@JsonDeserialize(as = ImmutablePeerAttributeSucceededNotificationItem.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface PeerAttributeSucceededNotificationItem extends NotificationItem, OpenModel {
    @Override
    default String type() {
        return "PeerAttributeSucceededNotificationItem";
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

    /** Builds a {@link PeerAttributeSucceededNotificationItem}. */
    final class Builder extends ImmutablePeerAttributeSucceededNotificationItem.Builder {
        Builder() {}
    }
}
