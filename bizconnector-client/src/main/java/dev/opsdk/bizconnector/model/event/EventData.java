package dev.opsdk.bizconnector.model.event;

/** What an event is about. */
public sealed interface EventData
        permits AttributeSucceeded,
                RequestStatusChanged,
                MessageProcessed,
                TemplateProcessed,
                CredentialOfferProcessed,
                RelationshipDecomposed,
                AttributeEvent,
                RequestEvent,
                MessageEvent,
                TemplateEvent,
                RelationshipEvent,
                FileEvent,
                DeletionEvent,
                NoData,
                UnknownEventData {}
