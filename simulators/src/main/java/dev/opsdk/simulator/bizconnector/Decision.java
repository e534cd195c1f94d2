package dev.opsdk.simulator.bizconnector;

import java.util.ArrayList;
import java.util.List;

/** Whether a decision fits a request, and what it says to the one who asked. */
final class Decision {

    private static final String AREA = "error.consumption.requests.decide.validation.";

    private Decision() {}

    static Doc check(Node node, List<Doc> items, List<Doc> decisions, boolean accept) {
        if (items.size() != decisions.size()) {
            return RequestCheck.bad(
                    AREA + "invalidNumberOfItems", "The number of items in the Request and the Response do not match.");
        }
        List<Doc> results = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            results.add(item(node, items.get(i), decisions.get(i), accept));
        }
        return RequestCheck.inherited(results);
    }

    private static Doc item(Node node, Doc item, Doc decision, boolean accept) {
        boolean group = item.type().equals(RequestCheck.GROUP);
        boolean answeredAsGroup = decision.containsKey("items");
        if (group && !answeredAsGroup) {
            return RequestCheck.bad(
                    AREA + "requestItemGroupAnsweredAsRequestItem",
                    "The RequestItemGroup was answered as a RequestItem.");
        }
        if (!group && answeredAsGroup) {
            return RequestCheck.bad(
                    AREA + "requestItemAnsweredAsRequestItemGroup",
                    "The RequestItem was answered as a RequestItemGroup.");
        }
        if (group) {
            return check(node, item.docs("items"), decision.docs("items"), accept);
        }
        if (!accept && decision.isTrue("accept")) {
            return RequestCheck.bad(
                    AREA + "itemAcceptedButRequestNotAccepted",
                    "The RequestItem was accepted, but the Request was not accepted.");
        }
        if (accept && item.isTrue("mustBeAccepted") && !decision.isTrue("accept")) {
            return RequestCheck.bad(
                    AREA + "mustBeAcceptedItemNotAccepted",
                    "The RequestItem is flagged as 'mustBeAccepted', but it was not accepted.");
        }
        String fault = decision.isTrue("accept") ? fault(node, item, decision) : "";
        if (fault.isEmpty()) {
            return RequestCheck.good();
        }
        Refusal refusal = Refusal.core("error.consumption.requests.invalidAcceptParameters", fault);
        return RequestCheck.bad(refusal.code(), refusal.message(node.now()));
    }

    private static String fault(Node node, Doc item, Doc decision) {
        return switch (item.type()) {
            case "ReadAttributeRequestItem" -> attribute(node, decision, "existingAttributeId", "newAttribute");
            case "ProposeAttributeRequestItem" -> attribute(node, decision, "attributeId", "attribute");
            case "FormFieldRequestItem" -> decision.has("response") ? "" : "A response must be given.";
            case "DeleteAttributeRequestItem" -> decision.has("deletionDate") ? "" : "A deletionDate must be given.";
            default -> "";
        };
    }

    private static String attribute(Node node, Doc decision, String id, String fresh) {
        if (decision.has(id)) {
            return node.rawDb().attributes.containsKey(decision.text(id))
                    ? ""
                    : "The provided Attribute does not exist.";
        }
        return decision.has(fresh) ? "" : "Either " + id + " or " + fresh + " must be given.";
    }

    /** What an attribute is that was meant for whoever answers. */
    static Doc owned(Doc content, String owner) {
        Doc kept = content.copy();
        if (kept.text("owner").isEmpty()) {
            kept.with("owner", owner);
        }
        return kept;
    }

    static Doc response(Node node, Doc request, List<Doc> decisions, boolean accept) {
        return Doc.of("@type", "Response")
                .with("items", items(node, request, request.doc("content").docs("items"), decisions))
                .with("requestId", request.text("id"))
                .with("result", accept ? "Accepted" : "Rejected");
    }

    private static List<Doc> items(Node node, Doc request, List<Doc> items, List<Doc> decisions) {
        List<Doc> answers = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Doc item = items.get(i);
            Doc decision = decisions.get(i);
            if (item.type().equals(RequestCheck.GROUP)) {
                List<Doc> inner = items(node, request, item.docs("items"), decision.docs("items"));
                answers.add(Doc.of("@type", "ResponseItemGroup", "items", inner));
            } else if (decision.isTrue("accept")) {
                answers.add(Acceptance.of(node, request, item, decision).sorted());
            } else {
                answers.add(Doc.of("@type", "RejectResponseItem")
                        .with("code", decision.get("code"))
                        .with("message", decision.get("message"))
                        .with("result", "Rejected"));
            }
        }
        return answers;
    }
}
