package dev.opsdk.bizconnector.model.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Notification item: the peer deleted an attribute of the relationship. */
@Value.Immutable
@JsonDeserialize(as = ImmutablePeerRelationshipAttributeDeletedByPeerNotificationItem.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface PeerRelationshipAttributeDeletedByPeerNotificationItem extends NotificationItem, OpenModel {
    @Override
    default String type() {
        return "PeerRelationshipAttributeDeletedByPeerNotificationItem";
    }

    /** {@return its id} */
    @JsonProperty("attributeId")
    String attributeId();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link PeerRelationshipAttributeDeletedByPeerNotificationItem}. */
    final class Builder extends ImmutablePeerRelationshipAttributeDeletedByPeerNotificationItem.Builder {
        Builder() {}
    }
}
