package dev.opsdk.bizconnector;

import dev.opsdk.bizconnector.internal.MonitoringApi;
import dev.opsdk.bizconnector.internal.Readers;
import dev.opsdk.bizconnector.internal.Wire;
import dev.opsdk.bizconnector.model.monitoring.HealthReport;

/**
 * All calls of a connector by the server's nouns. {@link BizConnectorClient} has the same; one of these carries a correlation id of
 * the caller's, see {@link BizConnectorClient#withCorrelationId}.
 */
public final class ConnectorCalls {
    private final Wire wire;
    private final Account account;
    private final Announcements announcements;
    private final Attributes attributes;
    private final BackboneNotifications backboneNotifications;
    private final Challenges challenges;
    private final Files files;
    private final IdentityDeletionProcesses identityDeletionProcess;
    private final IdentityMetadataClient identityMetadata;
    private final Messages messages;
    private final Monitoring monitoring;
    private final RelationshipTemplates relationshipTemplates;
    private final Relationships relationships;
    private final Requests requests;
    private final Tokens tokens;

    ConnectorCalls(Wire wire) {
        this.wire = wire;
        this.account = new Account(wire);
        this.announcements = new Announcements(wire);
        this.attributes = new Attributes(wire);
        this.backboneNotifications = new BackboneNotifications(wire);
        this.challenges = new Challenges(wire);
        this.files = new Files(wire);
        this.identityDeletionProcess = new IdentityDeletionProcesses(wire);
        this.identityMetadata = new IdentityMetadataClient(wire);
        this.messages = new Messages(wire);
        this.monitoring = new Monitoring(wire);
        this.relationshipTemplates = new RelationshipTemplates(wire);
        this.relationships = new Relationships(wire);
        this.requests = new Requests(wire);
        this.tokens = new Tokens(wire);
    }

    /** {@return calls about: The identity and its synchronisation} */
    public Account account() {
        return account;
    }

    /** {@return calls about: What the Backbone's operator has to say} */
    public Announcements announcements() {
        return announcements;
    }

    /** {@return calls about: What identities say about themselves and their relationships} */
    public Attributes attributes() {
        return attributes;
    }

    /** {@return calls about: Wake-up calls to other identities} */
    public BackboneNotifications backboneNotifications() {
        return backboneNotifications;
    }

    /** {@return calls about: Proofs of who holds a key} */
    public Challenges challenges() {
        return challenges;
    }

    /** {@return calls about: Files on the Backbone} */
    public Files files() {
        return files;
    }

    /** {@return calls about: The deletion of the identity; in debug mode only} */
    public IdentityDeletionProcesses identityDeletionProcess() {
        return identityDeletionProcess;
    }

    /** {@return calls about: JSON kept beside an identity} */
    public IdentityMetadataClient identityMetadata() {
        return identityMetadata;
    }

    /** {@return calls about: Messages} */
    public Messages messages() {
        return messages;
    }

    /** {@return calls about: Version, counters, support information} */
    public Monitoring monitoring() {
        return monitoring;
    }

    /** {@return calls about: Offers of relationships} */
    public RelationshipTemplates relationshipTemplates() {
        return relationshipTemplates;
    }

    /** {@return calls about: Relationships} */
    public Relationships relationships() {
        return relationships;
    }

    /** {@return calls about: What identities ask each other} */
    public Requests requests() {
        return requests;
    }

    /** {@return calls about: References to anything} */
    public Tokens tokens() {
        return tokens;
    }

    /**
     * Whether the connector and what it depends on are well. Needs no key. A connector that is not well answers 500 with a report,
     * which is returned like any other; only one that does not answer within the builder's {@code healthDeadline} is an exception.
     *
     * <p>Each check opens a connection to the database and asks the Backbone: do not ask more often than every 10 s. It does not
     * notice credentials at the Backbone that broke within the last 5 minutes, and cannot say anything about the LokiJS database.
     *
     * @return the report
     * @throws dev.opsdk.core.error.OpsException if there is no report: nobody answers, or the check itself failed, which it then
     *     does until the connector is restarted
     */
    public HealthReport health() {
        return wire.probe(wire.api(MonitoringApi.class).health(), Readers.health());
    }

    @Override
    public String toString() {
        return "calls of " + wire.server();
    }
}
