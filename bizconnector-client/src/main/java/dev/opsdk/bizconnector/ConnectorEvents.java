package dev.opsdk.bizconnector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.bizconnector.model.attribute.LocalAttribute;
import dev.opsdk.bizconnector.model.deletion.IdentityDeletionProcess;
import dev.opsdk.bizconnector.model.event.AttributeEvent;
import dev.opsdk.bizconnector.model.event.AttributeSucceeded;
import dev.opsdk.bizconnector.model.event.ConnectorEvent;
import dev.opsdk.bizconnector.model.event.CredentialOfferProcessed;
import dev.opsdk.bizconnector.model.event.DeletionEvent;
import dev.opsdk.bizconnector.model.event.EventData;
import dev.opsdk.bizconnector.model.event.FileEvent;
import dev.opsdk.bizconnector.model.event.MessageEvent;
import dev.opsdk.bizconnector.model.event.MessageProcessed;
import dev.opsdk.bizconnector.model.event.NoData;
import dev.opsdk.bizconnector.model.event.RelationshipDecomposed;
import dev.opsdk.bizconnector.model.event.RelationshipEvent;
import dev.opsdk.bizconnector.model.event.RequestEvent;
import dev.opsdk.bizconnector.model.event.RequestStatusChanged;
import dev.opsdk.bizconnector.model.event.TemplateEvent;
import dev.opsdk.bizconnector.model.event.TemplateProcessed;
import dev.opsdk.bizconnector.model.event.Trigger;
import dev.opsdk.bizconnector.model.event.UnknownEventData;
import dev.opsdk.bizconnector.model.file.File;
import dev.opsdk.bizconnector.model.message.Message;
import dev.opsdk.bizconnector.model.relationship.Relationship;
import dev.opsdk.bizconnector.model.request.LocalRequest;
import dev.opsdk.bizconnector.model.template.RelationshipTemplate;
import dev.opsdk.core.internal.Json;
import java.util.function.Function;

/**
 * Reads what a connector delivers. A trigger or data of a newer server is kept as it came. Events come only while somebody
 * synchronises: the module {@code sync} or {@code sse}, or {@code account().sync()}.
 */
public final class ConnectorEvents {
    private ConnectorEvents() {}

    /**
     * Reads the body of a webhook's request.
     *
     * @param body as it came
     * @return the event
     * @throws IllegalArgumentException if it is no delivery; the message does not repeat it
     */
    public static ConnectorEvent webhook(byte[] body) {
        JsonNode tree = tree(body);
        if (!tree.path("trigger").isTextual()) {
            throw new IllegalArgumentException("no trigger, so this is no webhook of a connector");
        }
        return event(tree.path("trigger").textValue(), tree.path("data"));
    }

    /**
     * Reads a message of a broker, whose body is the bare data.
     *
     * @param trigger the routing key, topic or channel
     * @param body as it came; may be empty
     * @return the event
     * @throws IllegalArgumentException if it is not JSON; the message does not repeat it
     */
    public static ConnectorEvent broker(String trigger, byte[] body) {
        return event(trigger, body.length == 0 ? MissingNode.getInstance() : tree(body));
    }

    private static JsonNode tree(byte[] body) {
        try {
            return Json.tree(body);
        } catch (Json.Undecodable e) {
            throw new IllegalArgumentException("a delivery of a connector is JSON, and this is: " + e.getMessage());
        }
    }

    private static ConnectorEvent event(String wire, JsonNode data) {
        Trigger trigger = Trigger.of(wire);
        return new ConnectorEvent(
                trigger, trigger.known().map(known -> data(known, data)).orElseGet(() -> unknown(data)));
    }

    private static EventData data(Trigger.Known trigger, JsonNode data) {
        return switch (trigger) {
            case ATTRIBUTE_CREATED,
                    ATTRIBUTE_DELETED,
                    ATTRIBUTE_FORWARDING_DETAILS_CHANGED,
                    ATTRIBUTE_WAS_VIEWED_AT_CHANGED,
                    OWN_ATTRIBUTE_DELETED_BY_OWNER,
                    PEER_RELATIONSHIP_ATTRIBUTE_DELETED_BY_PEER,
                    FORWARDED_ATTRIBUTE_DELETED_BY_PEER -> read(data, LocalAttribute.class, AttributeEvent::new);
            case ATTRIBUTE_SUCCEEDED -> read(data, AttributeSucceeded.class, Function.identity());
            case INCOMING_REQUEST_RECEIVED,
                    OUTGOING_REQUEST_CREATED,
                    OUTGOING_REQUEST_CREATED_AND_COMPLETED,
                    OUTGOING_REQUEST_FROM_RELATIONSHIP_CREATION_CREATED_AND_COMPLETED ->
                read(data, LocalRequest.class, RequestEvent::new);
            case INCOMING_REQUEST_STATUS_CHANGED, OUTGOING_REQUEST_STATUS_CHANGED ->
                read(data, RequestStatusChanged.class, Function.identity());
            case MESSAGE_PROCESSED -> read(data, MessageProcessed.class, Function.identity());
            case RELATIONSHIP_TEMPLATE_PROCESSED -> read(data, TemplateProcessed.class, Function.identity());
            case SHARE_CREDENTIAL_OFFER_REQUEST_ITEM_PROCESSED_BY_RECIPIENT ->
                read(data, CredentialOfferProcessed.class, Function.identity());
            case MAIL_RECEIVED, MESSAGE_RECEIVED, MESSAGE_SENT, MESSAGE_DELIVERED, MESSAGE_WAS_READ_AT_CHANGED ->
                read(data, Message.class, MessageEvent::new);
            case PEER_RELATIONSHIP_TEMPLATE_LOADED, RELATIONSHIP_TEMPLATE_ALLOCATIONS_EXHAUSTED ->
                read(data, RelationshipTemplate.class, TemplateEvent::new);
            case RELATIONSHIP_CHANGED,
                    RELATIONSHIP_REACTIVATION_REQUESTED,
                    RELATIONSHIP_REACTIVATION_COMPLETED,
                    PEER_TO_BE_DELETED,
                    PEER_DELETION_CANCELLED,
                    PEER_DELETED -> read(data, Relationship.class, RelationshipEvent::new);
            case RELATIONSHIP_DECOMPOSED_BY_SELF -> read(data, RelationshipDecomposed.class, Function.identity());
            case FILE_OWNERSHIP_CLAIMED, FILE_OWNERSHIP_LOCKED -> read(data, File.class, FileEvent::new);
            case IDENTITY_DELETION_PROCESS_STATUS_CHANGED ->
                read(data, IdentityDeletionProcess.class, DeletionEvent::new);
            case MODULES_STARTED -> unknown(data);
        };
    }

    private static <T> EventData read(JsonNode data, Class<T> type, Function<T, ? extends EventData> wrap) {
        if (nothing(data)) {
            return new NoData();
        }
        try {
            return wrap.apply(Json.decode(data, type, "data"));
        } catch (Json.Undecodable e) {
            return unknown(data); // an event is delivered once; losing it would be worse than not knowing its shape
        }
    }

    private static EventData unknown(JsonNode data) {
        return nothing(data) ? new NoData() : new UnknownEventData(FreeJson.of(data));
    }

    private static boolean nothing(JsonNode data) {
        return data.isMissingNode() || data.isNull();
    }
}
