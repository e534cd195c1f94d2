package dev.opsdk.bizconnector.model.message;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.TaggedDecoder;
import dev.opsdk.bizconnector.model.Typed;
import java.util.Map;

/** What happened to a shared attribute. */
@JsonDeserialize(using = NotificationItem.Decoder.class)
public sealed interface NotificationItem extends Typed
        permits PeerAttributeSucceededNotificationItem,
                OwnAttributeDeletedByOwnerNotificationItem,
                PeerRelationshipAttributeDeletedByPeerNotificationItem,
                ForwardedAttributeDeletedByPeerNotificationItem,
                UnknownNotificationItem {
    /** Reads one by its {@code @type}; what this version does not know becomes an {@link UnknownNotificationItem}. */
    final class Decoder extends TaggedDecoder<NotificationItem> {
        Decoder() {
            super(
                    Map.ofEntries(
                            Map.entry(
                                    "PeerAttributeSucceededNotificationItem",
                                    PeerAttributeSucceededNotificationItem.class),
                            Map.entry(
                                    "OwnAttributeDeletedByOwnerNotificationItem",
                                    OwnAttributeDeletedByOwnerNotificationItem.class),
                            Map.entry(
                                    "PeerRelationshipAttributeDeletedByPeerNotificationItem",
                                    PeerRelationshipAttributeDeletedByPeerNotificationItem.class),
                            Map.entry(
                                    "ForwardedAttributeDeletedByPeerNotificationItem",
                                    ForwardedAttributeDeletedByPeerNotificationItem.class)),
                    UnknownNotificationItem::new);
        }
    }
}
