package dev.opsdk.simulator.bizconnector;

import java.util.List;

/** Relationships. */
final class RelationshipRoutes {

    private static final Filter FILTER = Filter.strict("peer status templateId");
    private static final Shape CAN_CREATE = Shape.of("templateId!:template creationContent:any");
    private static final Shape CREATE = Shape.of("templateId!:template creationContent!:any");
    private static final String AREA = "error.transport.relationships.";
    private static final String COMPLETED = "transport.relationshipReactivationCompleted";

    private RelationshipRoutes() {}

    static void addTo(RouteTable table) {
        table.roles("core:relationships")
                .json("PUT /Relationships/CanCreate", RelationshipRoutes::canCreate)
                .json("POST /Relationships", RelationshipRoutes::create)
                .json(
                        "GET /Relationships",
                        call -> Answer.ok(
                                FILTER.apply(call.node().db().relationships.values(), call)))
                .json("GET /Relationships/{id}", call -> Answer.ok(find(call, "id")))
                .json("GET /Relationships/{id}/Attributes", RelationshipRoutes::attributes)
                .json("PUT /Relationships/{id}/Accept", call -> decide(call, false, "AcceptanceOfCreation", "Active"))
                .json("PUT /Relationships/{id}/Reject", call -> decide(call, false, "RejectionOfCreation", "Rejected"))
                .json("PUT /Relationships/{id}/Revoke", call -> decide(call, true, "RevocationOfCreation", "Revoked"))
                .json("PUT /Relationships/{id}/Terminate", RelationshipRoutes::terminate)
                .json("PUT /Relationships/{id}/Reactivate", RelationshipRoutes::reactivate)
                .json("PUT /Relationships/{id}/Reactivate/Accept", call -> settle(call, false, "Acceptance", "Active"))
                .json(
                        "PUT /Relationships/{id}/Reactivate/Reject",
                        call -> settle(call, false, "Rejection", "Terminated"))
                .json(
                        "PUT /Relationships/{id}/Reactivate/Revoke",
                        call -> settle(call, true, "Revocation", "Terminated"))
                .any("DELETE /Relationships/{id}", RelationshipRoutes::decompose);
    }

    private static Doc find(Call call, String field) throws Refusal {
        String id = call.id("id", "REL", field);
        Doc relationship = call.node().db().relationships.get(id);
        if (relationship == null) {
            throw Refusal.missing("Relationship");
        }
        return relationship;
    }

    private static Answer canCreate(Call call) throws Refusal {
        Doc body = call.body(CAN_CREATE);
        Node node = call.node();
        node.db();
        try {
            check(node, body);
        } catch (Refusal e) {
            return Answer.ok(Doc.of("isSuccess", false, "code", e.code(), "message", e.text()));
        }
        return Answer.ok(Doc.of("isSuccess", true));
    }

    private static Answer create(Call call) throws Refusal {
        Doc body = call.body(CREATE);
        Node node = call.node();
        Doc template = check(node, body);
        node.reach("POST /api/v2/Relationships");
        return Answer.created(
                Relationships.create(node, template, body.doc("creationContent").sorted()));
    }

    private static Doc check(Node node, Doc body) throws Refusal {
        Doc template = node.db().templates.get(body.text("templateId"));
        if (template == null) {
            throw Refusal.missing("RelationshipTemplate");
        }
        if (body.containsKey("creationContent")) {
            checkContent(template, body.doc("creationContent").type());
        }
        Relationships.checkNew(node, template);
        return template;
    }

    private static void checkContent(Doc template, String type) throws Refusal {
        boolean full = type.equals("RelationshipCreationContent");
        if (!full && !type.equals("ArbitraryRelationshipCreationContent")) {
            throw Refusal.invalid("The creationContent of a Relationship must either be an"
                    + " ArbitraryRelationshipCreationContent or a RelationshipCreationContent.");
        }
        String offered = template.doc("content").type();
        if (offered.equals("RelationshipTemplateContent") && !full) {
            throw Refusal.invalid("The creationContent of a Relationship must be a RelationshipCreationContent if the"
                    + " content of the RelationshipTemplate is a RelationshipTemplateContent.");
        }
        if (offered.equals("ArbitraryRelationshipTemplateContent") && full) {
            throw Refusal.invalid("The creationContent of a Relationship must be an"
                    + " ArbitraryRelationshipCreationContent if the content of the RelationshipTemplate is an"
                    + " ArbitraryRelationshipTemplateContent.");
        }
    }

    private static Answer attributes(Call call) throws Refusal {
        Doc relationship = find(call, "id");
        Node node = call.node();
        List<Doc> shared = node.db().attributes.values().stream()
                .filter(attribute -> Attributes.isSharedWith(node, attribute, relationship.text("peer")))
                .toList();
        return Answer.ok(shared);
    }

    private static Answer decide(Call call, boolean byStarter, String reason, String status) throws Refusal {
        Doc relationship = find(call, "relationshipId");
        Node node = call.node();
        expect(relationship, "Pending");
        if (Relationships.isStartedBy(relationship, node) != byStarter) {
            throw onlyPeer(relationship);
        }
        node.reach("PUT /api/v2/Relationships");
        return Answer.ok(Relationships.change(node, relationship, reason, status, ""));
    }

    private static Answer terminate(Call call) throws Refusal {
        Doc relationship = find(call, "relationshipId");
        expect(relationship, "Active");
        call.node().reach("PUT /api/v2/Relationships");
        return Answer.ok(Relationships.change(call.node(), relationship, "Termination", "Terminated", ""));
    }

    private static Answer reactivate(Call call) throws Refusal {
        Doc relationship = find(call, "relationshipId");
        expect(relationship, "Terminated");
        if (isReactivating(relationship)) {
            throw Refusal.core(
                    AREA + "reactivationAlreadyRequested",
                    "The reactivation of the Relationship '" + relationship.text("id") + "' was already requested.");
        }
        call.node().reach("PUT /api/v2/Relationships");
        return Answer.ok(Relationships.change(
                call.node(),
                relationship,
                "ReactivationRequested",
                "Terminated",
                "transport.relationshipReactivationRequested"));
    }

    private static Answer settle(Call call, boolean byRequester, String verb, String status) throws Refusal {
        Doc relationship = find(call, "relationshipId");
        Node node = call.node();
        expect(relationship, "Terminated");
        if (!isReactivating(relationship)) {
            throw Refusal.core(
                    AREA + "reactivationNotRequested",
                    "The Relationship '" + relationship.text("id") + "' has no reactivation Request to respond to.");
        }
        boolean own = Relationships.last(relationship).text("createdBy").equals(node.address());
        if (own != byRequester) {
            throw onlyPeer(relationship);
        }
        node.reach("PUT /api/v2/Relationships");
        return Answer.ok(Relationships.change(node, relationship, verb + "OfReactivation", status, COMPLETED));
    }

    private static Answer decompose(Call call) throws Refusal {
        Doc relationship = find(call, "relationshipId");
        String status = relationship.text("status");
        if (!status.equals("DeletionProposed")) {
            expect(relationship, "Terminated");
        }
        call.node().reach("DELETE /api/v2/Relationships");
        Relationships.decompose(call.node(), relationship);
        return Answer.none();
    }

    private static boolean isReactivating(Doc relationship) {
        return Relationships.last(relationship).text("reason").equals("ReactivationRequested");
    }

    private static void expect(Doc relationship, String status) throws Refusal {
        if (!relationship.text("status").equals(status)) {
            throw Refusal.core(
                    AREA + "wrongRelationshipStatus",
                    "The Relationship '" + relationship.text("id") + "' has the wrong status '"
                            + relationship.text("status") + "' to run this operation.");
        }
    }

    private static Refusal onlyPeer(Doc relationship) {
        return Refusal.core(
                AREA + "operationOnlyAllowedForPeer",
                "In the Relationship '" + relationship.text("id") + "' only the peer may run this operation.");
    }
}
