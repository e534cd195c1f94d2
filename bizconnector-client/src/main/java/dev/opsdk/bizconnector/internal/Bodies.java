package dev.opsdk.bizconnector.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.bizconnector.model.Checked;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.bizconnector.model.Ids;
import dev.opsdk.bizconnector.model.Require;
import dev.opsdk.bizconnector.model.attribute.AttributeQuery;
import dev.opsdk.bizconnector.model.attribute.identity.IdentityAttributeValue;
import dev.opsdk.bizconnector.model.attribute.relationship.RelationshipAttributeValue;
import dev.opsdk.bizconnector.model.request.DecideItem;
import dev.opsdk.bizconnector.model.request.Request;
import dev.opsdk.bizconnector.model.template.CreationContent;
import dev.opsdk.core.internal.Json;
import java.util.List;
import java.util.Optional;

/** Bodies of requests, exactly as the server's schemas allow them: a field too many is refused. */
public final class Bodies {
    private Bodies() {}

    /**
     * No content. Some routes answer a missing body with 500, so every POST, PUT and PATCH has one.
     *
     * @return an empty object
     */
    public static ObjectNode empty() {
        return Json.wire().createObjectNode();
    }

    /**
     * A whole model.
     *
     * @param model a request
     * @return its JSON, secrets in clear
     */
    public static ObjectNode of(Object model) {
        return Json.wire().valueToTree(model);
    }

    /**
     * A challenge to be signed.
     *
     * @param type what signs it
     * @return the body
     */
    public static ObjectNode challenge(String type) {
        return empty().put("challengeType", type);
    }

    /**
     * A challenge to be verified.
     *
     * @param challengeString what was signed
     * @param signature the signature
     * @return the body
     */
    public static ObjectNode signed(String challengeString, String signature) {
        return empty().put("challengeString", challengeString).put("signature", signature);
    }

    /**
     * A notification through the Backbone.
     *
     * @param code what it is about
     * @param recipients addresses
     * @return the body
     */
    public static ObjectNode notification(String code, List<String> recipients) {
        Require.someUnique("recipients", recipients);
        ObjectNode body = empty().put("code", code);
        recipients.forEach(address -> body.withArray("recipients").add(Ids.address(address)));
        return body;
    }

    /**
     * Metadata.
     *
     * @param address whose
     * @param key under which key
     * @param value any JSON
     * @return the body
     */
    public static ObjectNode metadata(String address, Optional<String> key, FreeJson value) {
        ObjectNode body = empty().put("reference", address);
        key.ifPresent(text -> body.put("key", text));
        body.set("value", value.node());
        return body;
    }

    /**
     * The content of an own identity attribute.
     *
     * @param value what is said
     * @param tags its tags
     * @return the body
     */
    public static ObjectNode content(IdentityAttributeValue value, List<String> tags) {
        return wrapped("content", value, tags);
    }

    /**
     * The newer version of an own identity attribute.
     *
     * @param value what is said
     * @param tags its tags
     * @return the body
     */
    public static ObjectNode successor(IdentityAttributeValue value, List<String> tags) {
        return wrapped("successorContent", value, tags);
    }

    /**
     * The newer version of an own relationship attribute.
     *
     * @param value what is known
     * @return the body
     */
    public static ObjectNode successor(RelationshipAttributeValue value) {
        return wrapped("successorContent", value, List.of());
    }

    private static ObjectNode wrapped(String name, Object value, List<String> tags) {
        Checked.ifNeeded(value);
        ObjectNode body = empty();
        ObjectNode content = body.putObject(name);
        content.set("value", Json.wire().valueToTree(value));
        if (!tags.isEmpty()) {
            ArrayNode array = content.putArray("tags");
            tags.forEach(array::add);
        }
        return body;
    }

    /**
     * A peer.
     *
     * @param address its address
     * @return the body
     */
    public static ObjectNode peer(String address) {
        return empty().put("peer", Ids.address(address));
    }

    /**
     * A query. Its {@code @type} is needed even where only one kind is possible.
     *
     * @param query the query
     * @return the body
     */
    public static ObjectNode query(AttributeQuery query) {
        Checked.ifNeeded(query);
        ObjectNode body = empty();
        body.set("query", Json.wire().valueToTree(query));
        return body;
    }

    /**
     * A relationship to be made.
     *
     * @param templateId the template
     * @return the body
     */
    public static ObjectNode relationship(String templateId) {
        return empty().put("templateId", Ids.template(templateId));
    }

    /**
     * A relationship to be made.
     *
     * @param templateId the template
     * @param content what it is made with
     * @return the body
     */
    public static ObjectNode relationship(String templateId, CreationContent content) {
        ObjectNode body = relationship(templateId);
        body.set("creationContent", Json.wire().valueToTree(content));
        return body;
    }

    /**
     * A decision.
     *
     * @param items one for each item of the request
     * @return the body
     * @throws IllegalArgumentException if there is none
     */
    public static ObjectNode decision(DecideItem... items) {
        if (items.length == 0) {
            throw new IllegalArgumentException("a decision has one entry for each item of the request");
        }
        ObjectNode body = empty();
        for (DecideItem item : items) {
            body.withArray("items").add(item.json());
        }
        return body;
    }

    /**
     * A request to be made. Neither its {@code @type} nor its id is allowed here.
     *
     * @param request what is asked
     * @return the body
     * @throws IllegalArgumentException if it asks nothing
     */
    public static ObjectNode request(Request request) {
        request.check();
        ObjectNode content = of(request);
        content.remove(List.of("@type", "id"));
        ObjectNode body = empty();
        body.set("content", content);
        return body;
    }
}
