package dev.opsdk.simulator.bizconnector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether a request can be asked. */
final class RequestCheck {

    static final String GROUP = "RequestItemGroup";

    private static final Map<String, List<String>> ITEMS = Map.ofEntries(
            Map.entry("AuthenticationRequestItem", List.of("title")),
            Map.entry("ConsentRequestItem", List.of("consent")),
            Map.entry("CreateAttributeRequestItem", List.of("attribute")),
            Map.entry("DeleteAttributeRequestItem", List.of("attributeId")),
            Map.entry("FormFieldRequestItem", List.of("title", "settings")),
            Map.entry("ProposeAttributeRequestItem", List.of("query", "attribute")),
            Map.entry("ReadAttributeRequestItem", List.of("query")),
            Map.entry("ShareAttributeRequestItem", List.of("attribute", "attributeId")),
            Map.entry("TransferFileOwnershipRequestItem", List.of("fileReference")),
            Map.entry("ShareCredentialOfferRequestItem", List.of("credentialOfferUrl")),
            Map.entry("ShareAuthorizationRequestRequestItem", List.of("authorizationRequestUrl")));

    private RequestCheck() {}

    /** Whether every part of it is of a kind that exists. */
    static void readable(Doc request) throws Refusal {
        readable("Request", request);
    }

    private static void readable(String where, Doc parent) throws Refusal {
        List<Doc> items = parent.docs("items");
        if (items.isEmpty()) {
            throw Refusal.unreadable(where + ".items:Array :: may not be empty");
        }
        for (int i = 0; i < items.size(); i++) {
            Doc item = items.get(i);
            if (item.type().equals(GROUP) && where.equals("Request")) {
                readable(GROUP, item);
            } else {
                readable(where, i, item);
            }
        }
    }

    private static void readable(String where, int index, Doc item) throws Refusal {
        List<String> required = ITEMS.get(item.type());
        if (required == null) {
            throw Refusal.unreadable(where + ".items :: Item with index " + index
                    + " could not be deserialized to a Serializable (Type '" + item.type()
                    + "' with version 1 was not found within reflection classes. You might have to install a module"
                    + " first.)");
        }
        if (!item.containsKey("mustBeAccepted")) {
            throw Refusal.unreadable(item.type() + ".mustBeAccepted :: Value is not defined");
        }
        for (String field : required) {
            if (!item.containsKey(field)) {
                throw Refusal.unreadable(item.type() + "." + field + " :: Value is not defined");
            }
        }
    }

    /** The result for all items, in their order and groups. */
    static Doc validate(Doc parent, String now) {
        List<Doc> results = new ArrayList<>();
        for (Doc item : parent.docs("items")) {
            results.add(item.type().equals(GROUP) ? validate(item, now) : item(item, now));
        }
        return inherited(results);
    }

    private static Doc item(Doc item, String now) {
        List<String> tags = new ArrayList<>(item.doc("query").texts("tags"));
        tags.addAll(item.doc("attribute").texts("tags"));
        Doc value = item.doc("attribute").doc("value");
        String fault = Tags.invalid(tags);
        if (fault.isEmpty() && !value.isEmpty()) {
            fault = AttributeValues.fault(value);
        }
        if (fault.isEmpty()) {
            return good();
        }
        Refusal refusal = Refusal.core("error.consumption.requests.invalidRequestItem", fault);
        return bad(refusal.code(), refusal.message(now));
    }

    static Doc good() {
        return Doc.of("isSuccess", true, "items", List.of());
    }

    static Doc bad(String code, String message) {
        return Doc.of("isSuccess", false, "code", code, "message", message, "items", List.of());
    }

    /** What becomes of a parent whose children are as they are. */
    static Doc inherited(List<Doc> results) {
        if (results.stream().allMatch(result -> result.isTrue("isSuccess"))) {
            return good().with("items", results);
        }
        return bad("error.consumption.requests.validation.inheritedFromItem", "Some child items have errors.")
                .with("items", results);
    }
}
