package dev.opsdk.bizconnector.model.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.bizconnector.model.WireName;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/** What happened. */
public final class Trigger extends OpenEnum<Trigger.Known> {
    /** The values this version knows. */
    public enum Known implements WireName {
        /** An attribute was created or received. */
        ATTRIBUTE_CREATED("consumption.attributeCreated"),
        /** An attribute was deleted. */
        ATTRIBUTE_DELETED("consumption.attributeDeleted"),
        /** With whom an attribute is shared changed. */
        ATTRIBUTE_FORWARDING_DETAILS_CHANGED("consumption.attributeForwardingDetailsChanged"),
        /** Somebody looked at an attribute. */
        ATTRIBUTE_WAS_VIEWED_AT_CHANGED("consumption.attributeWasViewedAtChanged"),
        /** A peer deleted its own attribute that it shared with us. */
        OWN_ATTRIBUTE_DELETED_BY_OWNER("consumption.ownAttributeDeletedByOwner"),
        /** A peer deleted an attribute of the relationship. */
        PEER_RELATIONSHIP_ATTRIBUTE_DELETED_BY_PEER("consumption.peerRelationshipAttributeDeletedByPeer"),
        /** A peer deleted an attribute that was shared with it. */
        FORWARDED_ATTRIBUTE_DELETED_BY_PEER("consumption.forwardedAttributeDeletedByPeer"),
        /** An attribute has a newer version; the published documentation names another type of data. */
        ATTRIBUTE_SUCCEEDED("consumption.attributeSucceeded"),
        /** A request came. */
        INCOMING_REQUEST_RECEIVED("consumption.incomingRequestReceived"),
        /** A request was made. */
        OUTGOING_REQUEST_CREATED("consumption.outgoingRequestCreated"),
        /** A request was made and answered at once. */
        OUTGOING_REQUEST_CREATED_AND_COMPLETED("consumption.outgoingRequestCreatedAndCompleted"),
        /** A template was answered with a relationship. */
        OUTGOING_REQUEST_FROM_RELATIONSHIP_CREATION_CREATED_AND_COMPLETED(
                "consumption.outgoingRequestFromRelationshipCreationCreatedAndCompleted"),
        /** An incoming request went on. */
        INCOMING_REQUEST_STATUS_CHANGED("consumption.incomingRequestStatusChanged"),
        /** An outgoing request went on. */
        OUTGOING_REQUEST_STATUS_CHANGED("consumption.outgoingRequestStatusChanged"),
        /** The deciders are through with a message. */
        MESSAGE_PROCESSED("consumption.messageProcessed"),
        /** The deciders are through with a template. */
        RELATIONSHIP_TEMPLATE_PROCESSED("consumption.relationshipTemplateProcessed"),
        /** A peer took or refused a credential. */
        SHARE_CREDENTIAL_OFFER_REQUEST_ITEM_PROCESSED_BY_RECIPIENT(
                "consumption.shareCredentialOfferRequestItemProcessedByRecipient"),
        /** A mail came. */
        MAIL_RECEIVED("consumption.mailReceived"),
        /** A message came. */
        MESSAGE_RECEIVED("transport.messageReceived"),
        /** A message was sent. */
        MESSAGE_SENT("transport.messageSent"),
        /** A message was fetched. */
        MESSAGE_DELIVERED("transport.messageDelivered"),
        /** Somebody read a message. */
        MESSAGE_WAS_READ_AT_CHANGED("transport.messageWasReadAtChanged"),
        /** A template of a peer was loaded. */
        PEER_RELATIONSHIP_TEMPLATE_LOADED("transport.peerRelationshipTemplateLoaded"),
        /** An own template cannot be loaded any more. */
        RELATIONSHIP_TEMPLATE_ALLOCATIONS_EXHAUSTED("transport.relationshipTemplateAllocationsExhausted"),
        /** A relationship changed. */
        RELATIONSHIP_CHANGED("transport.relationshipChanged"),
        /** A reactivation was asked for. */
        RELATIONSHIP_REACTIVATION_REQUESTED("transport.relationshipReactivationRequested"),
        /** A question for a reactivation was answered. */
        RELATIONSHIP_REACTIVATION_COMPLETED("transport.relationshipReactivationCompleted"),
        /** A peer will go away. */
        PEER_TO_BE_DELETED("transport.peerToBeDeleted"),
        /** A peer will stay after all. */
        PEER_DELETION_CANCELLED("transport.peerDeletionCancelled"),
        /** A peer is gone. */
        PEER_DELETED("transport.peerDeleted"),
        /** We deleted a relationship; the published documentation names another type of data. */
        RELATIONSHIP_DECOMPOSED_BY_SELF("transport.relationshipDecomposedBySelf"),
        /** Somebody became the owner of a file. */
        FILE_OWNERSHIP_CLAIMED("transport.fileOwnershipClaimed"),
        /** The ownership of a file cannot be claimed any more. */
        FILE_OWNERSHIP_LOCKED("transport.fileOwnershipLocked"),
        /** The deletion of the identity went on. */
        IDENTITY_DELETION_PROCESS_STATUS_CHANGED("transport.identityDeletionProcessStatusChanged"),
        /** The connector was started. */
        MODULES_STARTED("runtime.modulesStarted");

        private final String wire;

        Known(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    private Trigger(@Nullable Known known, String wire) {
        super(known, wire);
    }

    /**
     * Reads the server's word.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static Trigger of(String wire) {
        return new Trigger(WireName.find(Known.values(), wire), wire);
    }

    /**
     * A value this version knows.
     *
     * @param known the constant
     * @return the value
     */
    public static Trigger of(Known known) {
        return new Trigger(known, known.wire());
    }
}
