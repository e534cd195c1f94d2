package dev.opsdk.simulator.bizconnector;

import org.jspecify.annotations.Nullable;

/** Requests to others. */
final class OutgoingRoutes {

    static final String FIELDS = "id peer createdAt status content.expiresAt content.items.@type source.type"
            + " source.reference response.createdAt response.source.type response.source.reference"
            + " response.content.result response.content.items.@type response.content.items.items.@type";

    private static final Filter FILTER = Filter.lenient(FIELDS);
    private static final Shape VALIDATE = Shape.of("content!:request peer:address");
    private static final Shape CREATE = Shape.of("content!:request peer!:address");
    private static final String AREA = "error.consumption.requests.";

    private OutgoingRoutes() {}

    static void addTo(RouteTable table) {
        table.roles("core:requests", "core:requests:outgoing")
                .json("POST /Requests/Outgoing/Validate", OutgoingRoutes::validate)
                .json("POST /Requests/Outgoing", OutgoingRoutes::create)
                .json("GET /Requests/Outgoing", OutgoingRoutes::list)
                .json("GET /Requests/Outgoing/{id}", OutgoingRoutes::get);
    }

    private static Answer validate(Call call) throws Refusal {
        call.neededBody();
        return Answer.created(result(call.node(), call.body(VALIDATE)));
    }

    private static Doc result(Node node, Doc body) throws Refusal {
        node.db();
        Doc content = body.doc("content");
        RequestCheck.readable(content);
        String peer = body.text("peer");
        if (!peer.isEmpty()) {
            Doc problem = problem(node, peer);
            if (problem != null) {
                return problem;
            }
        }
        if (content.has("expiresAt") && node.world.isOver(Dates.normal(content.text("expiresAt")))) {
            return RequestCheck.bad(
                    AREA + "cannotCreateRequestWithExpirationDateInPast",
                    "You cannot create a Request with an expiration date that is in the past.");
        }
        return RequestCheck.validate(content, node.now());
    }

    private static @Nullable Doc problem(Node node, String peer) {
        if (peer.equals(node.address())) {
            return RequestCheck.bad(
                    AREA + "cannotShareRequestWithYourself", "You cannot share a Request with yourself.");
        }
        Doc relationship = node.relationshipTo(peer).orElse(null);
        if (relationship == null) {
            return RequestCheck.bad(
                    AREA + "missingRelationship",
                    "You cannot create a request to '" + peer + "' since you are not in a relationship.");
        }
        String status = relationship.text("status");
        if (!status.equals("Active") && !status.equals("Pending")) {
            return RequestCheck.bad(
                    AREA + "wrongRelationshipStatus",
                    "You cannot create a request to '" + peer + "' since the relationship is in status '" + status
                            + "'.");
        }
        if (relationship.has("peerDeletionInfo")) {
            return RequestCheck.bad(
                    AREA + "peerIsInDeletion",
                    "You cannot create a Request to peer '" + peer + "' since the peer is in deletion.");
        }
        return null;
    }

    private static Answer create(Call call) throws Refusal {
        Doc body = call.body(CREATE);
        Node node = call.node();
        Doc result = result(node, body);
        if (!result.isTrue("isSuccess")) {
            throw Refusal.rule(result.text("code"), result.text("message"));
        }
        String id = node.newId("REQ");
        Doc content = body.doc("content").copy().with("@type", "Request").with("id", id);
        if (content.has("expiresAt")) {
            content.with("expiresAt", Dates.normal(content.text("expiresAt")));
        }
        complete(content);
        Doc request = Doc.of("id", id)
                .with("isOwn", true)
                .with("peer", body.text("peer"))
                .with("createdAt", node.now())
                .with("content", content.sorted())
                .with("status", "Draft");
        node.db().outgoing.put(id, request);
        node.emit("consumption.outgoingRequestCreated", request);
        return Answer.created(request);
    }

    /** Writes out what the server assumes. */
    private static void complete(Doc parent) {
        for (Doc item : parent.docs("items")) {
            complete(item);
            Doc attribute = item.doc("attribute");
            if (attribute.type().equals("RelationshipAttribute")) {
                attribute.putIfAbsent("isTechnical", false);
            }
        }
    }

    private static Answer list(Call call) throws Refusal {
        Db db = call.node().db();
        RequestLife.expire(call.node());
        return Answer.ok(FILTER.apply(db.outgoing.values(), call));
    }

    private static Answer get(Call call) throws Refusal {
        Doc request = call.node().db().outgoing.get(call.id("id", "REQ"));
        if (request == null) {
            throw Refusal.missing("LocalRequest");
        }
        return Answer.ok(request);
    }
}
