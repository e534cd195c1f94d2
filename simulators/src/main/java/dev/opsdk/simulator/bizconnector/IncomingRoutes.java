package dev.opsdk.simulator.bizconnector;

import java.util.List;

/** Requests from others. */
final class IncomingRoutes {

    private static final Filter FILTER = Filter.lenient("wasAutomaticallyDecided " + OutgoingRoutes.FIELDS);
    private static final Shape DECIDE = Shape.of("items!:list decidedByAutomation:any");

    private IncomingRoutes() {}

    static void addTo(RouteTable table) {
        table.roles("core:requests", "core:requests:incoming")
                .json("GET /Requests/Incoming", IncomingRoutes::list)
                .json("GET /Requests/Incoming/{id}", IncomingRoutes::get)
                .json("PUT /Requests/Incoming/{id}/CanAccept", call -> can(call, true))
                .json("PUT /Requests/Incoming/{id}/CanReject", call -> can(call, false))
                .json("PUT /Requests/Incoming/{id}/Accept", call -> decide(call, true))
                .json("PUT /Requests/Incoming/{id}/Reject", call -> decide(call, false));
    }

    private static Answer list(Call call) throws Refusal {
        call.node().db();
        RequestLife.expire(call.node());
        return Answer.ok(FILTER.apply(call.node().db().incoming.values(), call));
    }

    private static Doc find(Call call) throws Refusal {
        Db db = call.node().db();
        RequestLife.expire(call.node());
        Doc request = db.incoming.get(call.parameter("id"));
        if (request == null) {
            throw Refusal.missing("LocalRequest");
        }
        return request;
    }

    private static Answer get(Call call) throws Refusal {
        call.id("id", "REQ");
        return Answer.ok(find(call));
    }

    private static Answer can(Call call, boolean accept) throws Refusal {
        String id = call.parameter("id");
        if (!call.node().db().incoming.containsKey(id)) {
            throw Refusal.core("error.transport.recordNotFound", "'LocalRequest' not found.", id);
        }
        checkAutomation(call);
        Doc request = find(call);
        return Answer.ok(check(call.node(), request, call.body(DECIDE).docs("items"), accept));
    }

    private static void checkAutomation(Call call) throws Refusal {
        if (call.bodyOrEmpty().isTrue("decidedByAutomation")) {
            throw Refusal.of(
                    400,
                    "error.connector.incomingRequests.decidedByAutomation",
                    "Decided by automation is not allowed for this endpoint.");
        }
    }

    private static Doc check(Node node, Doc request, List<Doc> decisions, boolean accept) throws Refusal {
        String peer = request.text("peer");
        Doc relationship = node.relationshipTo(peer).orElse(new Doc());
        String status = relationship.text("status");
        if (!status.isEmpty() && !List.of("Active", "Rejected", "Revoked").contains(status)) {
            return RequestCheck.bad(
                    "error.consumption.requests.wrongRelationshipStatus",
                    "You cannot decide a request from '" + peer + "' since the relationship is in status '" + status
                            + "'.");
        }
        if (!List.of("DecisionRequired", "ManualDecisionRequired").contains(request.text("status"))) {
            throw Refusal.thrown("Local Request has to be in status 'DecisionRequired/ManualDecisionRequired'.");
        }
        return Decision.check(node, request.doc("content").docs("items"), decisions, accept);
    }

    private static Answer decide(Call call, boolean accept) throws Refusal {
        checkAutomation(call);
        Doc request = find(call);
        Node node = call.node();
        List<Doc> decisions = call.body(DECIDE).docs("items");
        if (!check(node, request, decisions, accept).isTrue("isSuccess")) {
            String verb = accept ? "accept" : "reject";
            throw Refusal.thrown("Cannot " + verb + " the Request with the given parameters. Call 'can"
                    + (accept ? "Accept" : "Reject") + "' to get more information.");
        }
        Doc response = Decision.response(node, request, decisions, accept);
        RequestLife.decided(node, request, response);
        return Answer.ok(request);
    }
}
