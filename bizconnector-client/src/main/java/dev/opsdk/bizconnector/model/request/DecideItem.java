package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.bizconnector.model.Checked;
import dev.opsdk.bizconnector.model.Ids;
import dev.opsdk.bizconnector.model.WireInstant;
import dev.opsdk.bizconnector.model.attribute.AttributeContent;
import dev.opsdk.core.internal.Json;
import java.time.Instant;
import java.util.List;

/**
 * What is decided about one item of an incoming request, or about a group of items. A decision has one for each item, in the order and
 * the groups of the request.
 */
public final class DecideItem {
    private final ObjectNode json;

    private DecideItem(ObjectNode json) {
        this.json = json;
    }

    /** {@return no, without a reason} */
    public static DecideItem reject() {
        return new DecideItem(Json.wire().createObjectNode().put("accept", false));
    }

    /**
     * No, with a reason that the peer gets.
     *
     * @param code a code of one's own
     * @param message the reason
     * @return the decision
     */
    public static DecideItem reject(String code, String message) {
        DecideItem item = reject();
        item.json.put("code", code).put("message", message);
        return item;
    }

    /** {@return yes, for items that need nothing else} */
    public static DecideItem accept() {
        return new DecideItem(Json.wire().createObjectNode().put("accept", true));
    }

    /**
     * Yes to {@link ReadAttributeRequestItem}, with an attribute that is there.
     *
     * @param attributeId its id
     * @param tags tags to add
     * @return the decision
     */
    public static DecideItem shareExisting(String attributeId, String... tags) {
        return with("existingAttributeId", attributeId, tags);
    }

    /**
     * Yes to {@link ReadAttributeRequestItem}, with an attribute that is made for it.
     *
     * @param attribute the attribute
     * @return the decision
     */
    public static DecideItem shareNew(AttributeContent attribute) {
        Checked.ifNeeded(attribute);
        DecideItem item = accept();
        item.json.set("newAttribute", Json.wire().valueToTree(attribute));
        return item;
    }

    /**
     * Yes to {@link ProposeAttributeRequestItem}, with an attribute that is there.
     *
     * @param attributeId its id
     * @param tags tags to add
     * @return the decision
     */
    public static DecideItem proposeExisting(String attributeId, String... tags) {
        return with("attributeId", attributeId, tags);
    }

    /**
     * Yes to {@link ProposeAttributeRequestItem}, with the proposal or another attribute.
     *
     * @param attribute the attribute
     * @return the decision
     */
    public static DecideItem proposeNew(AttributeContent attribute) {
        Checked.ifNeeded(attribute);
        DecideItem item = accept();
        item.json.set("attribute", Json.wire().valueToTree(attribute));
        return item;
    }

    /**
     * Yes to {@link FormFieldRequestItem}.
     *
     * @param response what is entered
     * @return the decision
     */
    public static DecideItem fillIn(FormFieldResponse response) {
        DecideItem item = accept();
        item.json.set("response", response.json());
        return item;
    }

    /**
     * Yes to {@link DeleteAttributeRequestItem}.
     *
     * @param when when it will be deleted
     * @return the decision
     */
    public static DecideItem deleteAt(Instant when) {
        DecideItem item = accept();
        item.json.put("deletionDate", WireInstant.text(when));
        return item;
    }

    /**
     * Yes to {@link ShareAuthorizationRequestRequestItem}.
     *
     * @param attributeId the attribute with the credential
     * @return the decision
     */
    public static DecideItem showCredential(String attributeId) {
        return with("attributeId", attributeId);
    }

    /**
     * Decisions about the items of a group.
     *
     * @param items one for each, no groups
     * @return the decision
     * @throws IllegalArgumentException if there is none, or a group among them
     */
    public static DecideItem group(DecideItem... items) {
        if (items.length == 0) {
            throw new IllegalArgumentException("a group has at least one item");
        }
        ObjectNode group = Json.wire().createObjectNode();
        for (DecideItem item : items) {
            if (item.json.has("items")) {
                throw new IllegalArgumentException("a group cannot hold a group");
            }
            group.withArray("items").add(item.json);
        }
        return new DecideItem(group);
    }

    /**
     * No to everything, in the shape of a request.
     *
     * @param request the request
     * @return one decision for each item
     */
    public static List<DecideItem> rejectAll(Request request) {
        return request.items().stream().map(DecideItem::rejected).toList();
    }

    private static DecideItem rejected(RequestItem item) {
        return item instanceof RequestItemGroup group
                ? group(group.items().stream().map(each -> reject()).toArray(DecideItem[]::new))
                : reject();
    }

    private static DecideItem with(String name, String attributeId, String... tags) {
        DecideItem item = accept();
        item.json.put(name, Ids.attribute(attributeId));
        for (String tag : tags) {
            item.json.withArray("tags").add(tag);
        }
        return item;
    }

    /** {@return it as the server takes it} */
    @JsonValue
    public JsonNode json() {
        return json.deepCopy();
    }

    /** Yes or no; what is given with it may be personal. */
    @Override
    public String toString() {
        return json.has("items")
                ? "group of " + json.get("items").size()
                : json.path("accept").asBoolean() ? "accept" : "reject";
    }
}
