package dev.opsdk.simulator.bizconnector;

import java.util.List;

/** What happens to requests between two connectors. */
final class RequestLife {

    private static final String INCOMING = "consumption.incomingRequestStatusChanged";
    private static final String OUTGOING = "consumption.outgoingRequestStatusChanged";

    private RequestLife() {}

    /** Somebody asks something. */
    static Doc received(Node node, Doc content, String id, String peer, Doc source) {
        Doc request = Doc.of("id", id)
                .with("isOwn", false)
                .with("peer", peer)
                .with("createdAt", node.now())
                .with("content", content.copy())
                .with("source", source)
                .with("status", "Open");
        node.rawDb().incoming.put(id, request);
        node.emit("consumption.incomingRequestReceived", request);
        change(node, request, "DecisionRequired", INCOMING);
        change(node, request, "ManualDecisionRequired", INCOMING);
        return request;
    }

    /** A template may ask something of whoever loads it. */
    static void templateLoaded(Node node, Doc template) {
        Doc content = template.doc("content");
        Doc result = Doc.of("template", template);
        Doc relationship = node.activeRelationshipTo(template.text("createdBy")).orElse(null);
        String use = relationship == null ? "onNewRelationship" : "onExistingRelationship";
        boolean pending = node.rawDb().incoming.values().stream()
                .anyMatch(request -> request.doc("source").text("reference").equals(template.text("id"))
                        && !request.text("status").equals("Completed")
                        && !request.text("status").equals("Expired"));
        if (!content.has(use)) {
            result.with("result", relationship == null ? "NoRequest" : "RelationshipExists");
            result.with("relationshipId", relationship == null ? null : relationship.text("id"));
        } else if (pending) {
            result.with("result", "NonCompletedRequestExists");
        } else {
            Doc asked = Doc.of("@type", "Request");
            asked.putAll(content.doc(use));
            Doc request = received(
                    node,
                    asked,
                    node.newId("REQ"),
                    template.text("createdBy"),
                    Doc.of("type", "RelationshipTemplate", "reference", template.text("id")));
            result.with("result", "ManualRequestDecisionRequired").with("requestId", request.text("id"));
        }
        node.emit("consumption.relationshipTemplateProcessed", result);
    }

    static void change(Node node, Doc request, String status, String trigger) {
        String before = request.text("status");
        request.with("status", status);
        node.emit(trigger, Doc.of("request", request, "oldStatus", before, "newStatus", status));
    }

    /** An own request has left. */
    static void sent(Node node, String id, String message) {
        Doc request = node.rawDb().outgoing.get(id);
        if (request != null) {
            request.with("source", Doc.of("type", "Message", "reference", message));
            change(node, request, "Open", OUTGOING);
        }
    }

    /** Somebody here has decided; the answer leaves a little later. */
    static void decided(Node node, Doc request, Doc response) {
        request.with("response", Doc.of("createdAt", node.now(), "content", response));
        change(node, request, "Decided", INCOMING);
        node.world.at(
                node.world.clock.now().plus(node.settings.decisionToCompletion),
                () -> complete(node, request.text("id")));
    }

    private static void complete(Node node, String id) {
        Doc request = node.rawDb().incoming.getOrDefault(id, new Doc());
        if (!request.text("status").equals("Decided")) {
            return;
        }
        try {
            node.reach("POST /api/v2/Messages");
        } catch (Refusal | Stall e) {
            node.world.at(
                    node.world.clock.now().plus(node.settings.decisionToCompletion.plusSeconds(1)),
                    () -> complete(node, id));
            return;
        }
        Doc response = request.doc("response");
        Doc told = response.doc("content").copy().without("@type");
        boolean accepted = told.text("result").equals("Accepted");
        Doc source = request.doc("source");
        boolean isNew = source.text("type").equals("RelationshipTemplate")
                && node.activeRelationshipTo(request.text("peer")).isEmpty();
        if (!isNew) {
            Doc wrapper = Doc.of("@type", "ResponseWrapper")
                    .with("requestId", request.text("id"))
                    .with("requestSourceReference", source.text("reference"))
                    .with("requestSourceType", source.text("type"))
                    .with("response", told);
            Doc message = Messages.send(node, List.of(request.text("peer")), wrapper, List.of());
            response.with("source", Doc.of("type", "Message", "reference", message.text("id")));
        } else if (accepted) {
            Doc template = node.rawDb().templates.getOrDefault(source.text("reference"), new Doc());
            Doc content = Doc.of("@type", "RelationshipCreationContent", "response", told);
            Doc relationship = Relationships.create(node, template, content);
            response.with("source", Doc.of("type", "Relationship", "reference", relationship.text("id")));
        }
        change(node, request, "Completed", INCOMING);
    }

    /** The answer to an own request has come. */
    static void answered(Node node, Doc wrapper, String from, String message) {
        Doc response = Doc.of("@type", "Response");
        response.putAll(wrapper.doc("response"));
        String id = wrapper.text("requestId");
        Doc request = node.rawDb().outgoing.get(id);
        boolean known = request != null;
        if (request == null) {
            Doc template = node.rawDb().templates.getOrDefault(wrapper.text("requestSourceReference"), new Doc());
            request = fromTemplate(node, id, from, template, "onExistingRelationship");
        }
        complete(node, request, response, Doc.of("type", "Message", "reference", message));
        if (known) {
            change(node, request, "Completed", OUTGOING);
        } else {
            request.with("status", "Completed");
            node.emit("consumption.outgoingRequestCreatedAndCompleted", request);
        }
    }

    /** A relationship came with the answer to what the template asked. */
    static void fromRelationship(Node node, Doc relationship) {
        Doc content = relationship.doc("creationContent");
        Doc template = node.rawDb().templates.get(relationship.text("templateId"));
        if (template == null || !content.has("response")) {
            return;
        }
        Doc response = Doc.of("@type", "Response");
        response.putAll(content.doc("response"));
        String peer = relationship.text("peer");
        Doc request = fromTemplate(node, response.text("requestId"), peer, template, "onNewRelationship");
        complete(node, request, response, Doc.of("type", "Relationship", "reference", relationship.text("id")));
        request.with("status", "Completed");
        node.emit("consumption.outgoingRequestFromRelationshipCreationCreatedAndCompleted", request);
    }

    private static Doc fromTemplate(Node node, String id, String peer, Doc template, String use) {
        Doc content = Doc.of("@type", "Request");
        content.putAll(template.doc("content").doc(use).copy());
        Doc request = Doc.of("id", id)
                .with("isOwn", true)
                .with("peer", peer)
                .with("createdAt", node.now())
                .with("content", content)
                .with("source", Doc.of("type", "RelationshipTemplate", "reference", template.text("id")))
                .with("status", "Open");
        node.rawDb().outgoing.put(id, request);
        return request;
    }

    private static void complete(Node node, Doc request, Doc response, Doc source) {
        request.with("response", Doc.of("createdAt", node.now(), "content", response.copy(), "source", source));
        Effects.apply(node, request.doc("content"), response, request.text("peer"), request.text("id"));
    }

    /** Ends what was not decided in time. */
    static void expire(Node node) {
        for (Doc request : List.copyOf(node.rawDb().incoming.values())) {
            expire(node, request, INCOMING);
        }
        for (Doc request : List.copyOf(node.rawDb().outgoing.values())) {
            expire(node, request, OUTGOING);
        }
    }

    private static void expire(Node node, Doc request, String trigger) {
        boolean open = List.of("Open", "Draft", "DecisionRequired", "ManualDecisionRequired")
                .contains(request.text("status"));
        if (open && node.world.isOver(request.doc("content").text("expiresAt"))) {
            change(node, request, "Expired", trigger);
        }
    }
}
