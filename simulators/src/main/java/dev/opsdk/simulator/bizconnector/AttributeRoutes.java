package dev.opsdk.simulator.bizconnector;

import java.util.List;

/** One attribute at a time. */
final class AttributeRoutes {

    private static final Shape CREATE = Shape.of("content!:attribute");

    private AttributeRoutes() {}

    static void addTo(RouteTable table) {
        table.roles("core:attributes")
                .json("PUT /Attributes/CanCreate", AttributeRoutes::canCreate)
                .json("POST /Attributes", AttributeRoutes::create)
                .json("GET /Attributes/TagCollection", AttributeRoutes::tags)
                .json("GET /Attributes/{id}", AttributeRoutes::get)
                .json("DELETE /Attributes/{id}", AttributeRoutes::delete);
    }

    private static Answer canCreate(Call call) throws Refusal {
        Doc content = call.body(CREATE).doc("content");
        Doc value = content.doc("value");
        call.node().db();
        try {
            AttributeValues.checkIdentityType(value);
            String fault = AttributeValues.fault(value);
            if (!fault.isEmpty()) {
                throw Refusal.invalid(fault);
            }
            checkNew(call.node(), content);
        } catch (Refusal e) {
            return Answer.ok(Doc.of("isSuccess", false, "code", e.code(), "message", e.text()));
        }
        return Answer.ok(Doc.of("isSuccess", true));
    }

    private static Answer create(Call call) throws Refusal {
        Doc content = call.body(CREATE).doc("content");
        Doc value = content.doc("value");
        AttributeValues.checkIdentityType(value);
        String fault = AttributeValues.fault(value);
        if (!fault.isEmpty()) {
            throw Refusal.unreadable(fault);
        }
        call.node().db();
        checkNew(call.node(), content);
        return Answer.created(Attributes.create(call.node(), value, content.texts("tags")));
    }

    private static void checkNew(Node node, Doc content) throws Refusal {
        Tags.check(content.texts("tags"));
        Doc value = content.doc("value").sorted();
        for (Doc known : node.db().attributes.values()) {
            if (known.type().equals(Attributes.OWN_IDENTITY)
                    && !known.has("succeededBy")
                    && known.doc("content").doc("value").equals(value)) {
                throw Refusal.rule(
                        "error.runtime.attributes.cannotCreateDuplicateOwnIdentityAttribute",
                        "The OwnIdentityAttribute cannot be created because it has the same content.value as the"
                                + " already existing OwnIdentityAttribute with id '" + known.text("id") + "'.");
            }
        }
    }

    private static Answer tags(Call call) throws Refusal {
        call.node().reach("GET /api/v2/Tags");
        return Answer.ok(Tags.collection());
    }

    private static Answer get(Call call) throws Refusal {
        String id = call.id("id", "ATT");
        return Answer.ok(Attributes.find(call.node(), id));
    }

    /** Takes the versions before it along, and tells everybody who knew one of them. */
    private static Answer delete(Call call) throws Refusal {
        String id = call.id("id", "ATT", "attributeId");
        Node node = call.node();
        Doc attribute = Attributes.find(node, id);
        if (node.relationshipTo(attribute.text("peer"))
                .filter(relationship -> relationship.text("status").equals("Pending"))
                .isPresent()) {
            throw Refusal.rule(
                    "error.runtime.attributes.cannotDeleteSharedAttributeWhileRelationshipIsPending",
                    "The shared Attribute '" + id + "' cannot be deleted while the Relationship to a peer is in status"
                            + " 'Pending'.");
        }
        List<Doc> versions = Attributes.versions(node, attribute);
        List<Doc> doomed = versions.subList(versions.indexOf(attribute), versions.size());
        List<String> notifications = Notifications.aboutDeletion(node, attribute);
        Doc successor = node.rawDb().attributes.get(attribute.text("succeededBy"));
        if (successor != null) {
            successor.without("succeeds");
        }
        for (Doc gone : List.copyOf(doomed)) {
            node.rawDb().attributes.remove(gone.text("id"));
            node.rawDb()
                    .forwardings
                    .values()
                    .removeIf(detail -> detail.text("~attribute").equals(gone.text("id")));
            node.emit("consumption.attributeDeleted", gone);
        }
        return Answer.ok(Doc.of("notificationIds", notifications));
    }
}
