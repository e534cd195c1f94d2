package dev.opsdk.simulator.bizconnector;

import java.util.ArrayList;
import java.util.List;

/** What connectors tell each other about attributes that both know. */
final class Notifications {

    private static final String SUCCEEDED = "PeerAttributeSucceededNotificationItem";
    private static final String DELETED_BY_OWNER = "OwnAttributeDeletedByOwnerNotificationItem";
    private static final String DELETED_BY_PEER = "PeerRelationshipAttributeDeletedByPeerNotificationItem";
    private static final String FORWARDED_DELETED = "ForwardedAttributeDeletedByPeerNotificationItem";

    private Notifications() {}

    static void succession(Node node, String peer, String id, Doc predecessor, Doc successor) {
        send(
                node,
                peer,
                id,
                Doc.of("@type", SUCCEEDED)
                        .with("predecessorId", predecessor.text("id"))
                        .with("successorContent", successor.doc("content").copy())
                        .with("successorId", successor.text("id")));
    }

    /** Tells everybody who knows an attribute that it goes; the ids of what was sent. */
    static List<String> aboutDeletion(Node node, Doc attribute) throws Refusal {
        String type = attribute.type();
        List<String> peers = type.equals(Attributes.OWN_IDENTITY)
                ? Attributes.forwardings(node, attribute.text("id")).stream()
                        .map(detail -> detail.text("peer"))
                        .toList()
                : List.of(attribute.text("peer"));
        List<String> reachable =
                peers.stream().filter(peer -> isReachable(node, peer)).toList();
        if (!reachable.isEmpty()) {
            node.reach("POST /api/v2/Messages");
        }
        String item = switch (type) {
            case Attributes.PEER_IDENTITY -> FORWARDED_DELETED;
            case Attributes.PEER_RELATIONSHIP -> DELETED_BY_PEER;
            default -> DELETED_BY_OWNER;
        };
        List<String> ids = new ArrayList<>();
        for (String peer : reachable) {
            String id = node.newId("NOT");
            send(node, peer, id, Doc.of("@type", item, "attributeId", attribute.text("id")));
            ids.add(id);
        }
        return ids;
    }

    private static boolean isReachable(Node node, String peer) {
        return node.relationshipTo(peer)
                .map(relationship -> relationship.text("status"))
                .filter(status -> status.equals("Active") || status.equals("Terminated"))
                .isPresent();
    }

    private static void send(Node node, String peer, String id, Doc item) {
        Doc content = Doc.of("@type", "Notification", "id", id, "items", List.of(item));
        Messages.send(node, List.of(peer), content, List.of());
    }

    static void apply(Node node, Doc notification, String from) {
        for (Doc item : notification.docs("items")) {
            switch (item.type()) {
                case SUCCEEDED -> succeeded(node, item, notification.text("id"));
                case DELETED_BY_OWNER ->
                    deleted(node, item, "DeletedByEmitter", "consumption.ownAttributeDeletedByOwner");
                case DELETED_BY_PEER ->
                    deleted(node, item, "DeletedByRecipient", "consumption.peerRelationshipAttributeDeletedByPeer");
                case FORWARDED_DELETED -> forwardedDeleted(node, item, from);
                default -> node.log.error("NotificationModule", "unknown item " + item.type(), "");
            }
        }
    }

    private static void succeeded(Node node, Doc item, String id) {
        Doc predecessor = node.rawDb().attributes.get(item.text("predecessorId"));
        if (predecessor != null) {
            Attributes.succeed(node, predecessor, item.text("successorId"), item.doc("successorContent"), id);
        }
    }

    private static void deleted(Node node, Doc item, String status, String trigger) {
        Doc attribute = node.rawDb().attributes.get(item.text("attributeId"));
        if (attribute != null) {
            attribute.with("deletionInfo", Doc.of("deletionStatus", status, "deletionDate", node.now()));
            node.emit(trigger, attribute);
        }
    }

    private static void forwardedDeleted(Node node, Doc item, String from) {
        Doc attribute = node.rawDb().attributes.get(item.text("attributeId"));
        if (attribute == null) {
            return;
        }
        Attributes.forwarding(node, attribute.text("id"), from)
                .ifPresent(detail -> detail.with(
                        "deletionInfo", Doc.of("deletionStatus", "DeletedByRecipient", "deletionDate", node.now())));
        node.emit("consumption.forwardedAttributeDeletedByPeer", attribute);
    }
}
