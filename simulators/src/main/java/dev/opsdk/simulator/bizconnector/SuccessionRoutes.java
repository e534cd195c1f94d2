package dev.opsdk.simulator.bizconnector;

/** New versions of attributes. */
final class SuccessionRoutes {

    private static final Shape SUCCEED = Shape.of("successorContent!:attribute");
    private static final Shape NOTIFY = Shape.of("peer!:address");

    private SuccessionRoutes() {}

    static void addTo(RouteTable table) {
        table.roles("core:attributes")
                .json("POST /Attributes/{id}/Succeed", SuccessionRoutes::succeed)
                .json("POST /Attributes/{id}/NotifyPeer", SuccessionRoutes::notifyPeer);
    }

    private static Answer succeed(Call call) throws Refusal {
        String id = call.id("id", "ATT");
        Node node = call.node();
        Doc predecessor = Attributes.find(node, id);
        Doc wanted = call.body(SUCCEED).doc("successorContent");
        if (predecessor.has("succeededBy")) {
            // the rule behind it never gets out
            throw Refusal.unexpected();
        }
        Doc content = predecessor.doc("content").copy().with("value", wanted.doc("value"));
        content.without("tags");
        if (!wanted.list("tags").isEmpty()) {
            content.with("tags", wanted.texts("tags"));
        }
        check(predecessor, content.sorted());
        boolean own = predecessor.type().equals(Attributes.OWN_IDENTITY);
        if (!own && !predecessor.type().equals(Attributes.OWN_RELATIONSHIP)) {
            throw Refusal.rule(
                    "error.runtime.attributes.isNotOwnRelationshipAttribute",
                    "The Attribute '" + id + "' is not an OwnRelationshipAttribute.");
        }
        if (own) {
            Doc successor = Attributes.succeed(node, predecessor, node.newId("ATT"), content, "");
            return Answer.created(Doc.of("predecessor", predecessor, "successor", successor));
        }
        node.reach("POST /api/v2/Messages");
        String notification = node.newId("NOT");
        Doc successor = Attributes.succeed(node, predecessor, node.newId("ATT"), content, notification);
        Notifications.succession(node, predecessor.text("peer"), notification, predecessor, successor);
        return Answer.created(
                Doc.of("predecessor", predecessor, "successor", successor, "notificationId", notification));
    }

    private static void check(Doc predecessor, Doc content) throws Refusal {
        Doc before = predecessor.doc("content");
        if (!before.doc("value").type().equals(content.doc("value").type())) {
            throw Refusal.core(
                    "error.consumption.attributes.successionMustNotChangeValueType",
                    "The successor Attribute's value type does not match that of the predecessor. An Attribute"
                            + " succession must not change the Attribute's value type.");
        }
        if (before.equals(content)) {
            throw Refusal.core(
                    "error.consumption.attributes.successionMustChangeContent",
                    "The content of the successor matches that of the predecessor. An Attribute succession must change"
                            + " the Attribute's content.");
        }
        String fault = AttributeValues.fault(content.doc("value"));
        if (!fault.isEmpty()) {
            throw Refusal.unreadable(fault);
        }
    }

    private static Answer notifyPeer(Call call) throws Refusal {
        call.neededBody();
        String id = call.id("id", "ATT", "attributeId");
        String peer = call.body(NOTIFY).text("peer");
        Node node = call.node();
        Doc successor = Attributes.find(node, id);
        if (!successor.type().equals(Attributes.OWN_IDENTITY)) {
            throw Refusal.rule(
                    "error.runtime.attributes.isNotOwnIdentityAttribute",
                    "The Attribute '" + id + "' is not an OwnIdentityAttribute.");
        }
        if (Attributes.isSharedWith(node, successor, peer)) {
            throw Refusal.rule(
                    "error.runtime.attributes.ownIdentityAttributeHasAlreadyBeenSharedWithPeer",
                    "The OwnIdentityAttribute '" + id + "' has already been shared with peer '" + peer + "'.");
        }
        Doc predecessor = Attributes.versions(node, successor).stream()
                .filter(version -> Attributes.isSharedWith(node, version, peer))
                .findFirst()
                .orElse(null);
        if (predecessor == null) {
            throw Refusal.rule(
                    "error.runtime.attributes.peerHasNoPreviousVersionOfAttribute",
                    "The peer '" + peer + "' doesn't have any previous version of the Attribute '" + id + "'.");
        }
        node.reach("POST /api/v2/Messages");
        String notification = node.newId("NOT");
        Attributes.forward(node, successor, peer, notification);
        Notifications.succession(node, peer, notification, predecessor, successor);
        return Answer.created(
                Doc.of("predecessor", predecessor, "successor", successor, "notificationId", notification));
    }
}
