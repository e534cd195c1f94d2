package dev.opsdk.bizconnector;

import dev.opsdk.bizconnector.check.Checks;
import dev.opsdk.bizconnector.check.ConnectorProcedures;
import dev.opsdk.bizconnector.internal.Credentials;
import dev.opsdk.bizconnector.internal.Wire;
import dev.opsdk.bizconnector.model.monitoring.HealthReport;
import dev.opsdk.core.OpsClient;
import dev.opsdk.core.Secret;
import dev.opsdk.core.internal.Environment;

/**
 * Client of an enmeshed Business Connector 7.
 *
 * <pre>{@code
 * try (BizConnectorClient connector = BizConnectorClient.connect("http://10.0.0.7:8080", Secret.of(key))) {
 *     System.out.println(connector.health());
 *     connector.files().own(f -> f.expiresAt().before(deadline)).forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>Calls throw {@link dev.opsdk.core.error.OpsException}s, whose type says whether it happened; what the server said about it is
 * {@link dev.opsdk.bizconnector.model.error.ConnectorError#of}. Every request has a correlation id, which stands in the connector's
 * log, goes to the Backbone and to webhooks, and can be read from the exception's {@code call()} and by listeners.
 */
public final class BizConnectorClient extends OpsClient<BizConnectorClient> {
    private final Wire wire;
    private final ConnectorCalls calls;
    private final Credentials credentials;

    BizConnectorClient(BizConnectorBuilder builder) {
        super(builder.common());
        this.credentials = builder.credentials();
        credentials.connect(transport(), settings().time());
        this.wire = new Wire(transport(), builder.url(), builder.healthDeadline(), builder.remembered());
        this.calls = new ConnectorCalls(wire);
    }

    /**
     * Connects with an API key and the defaults. Nothing is sent yet.
     *
     * @param url the base URL, such as {@code http://10.0.0.7:8080}
     * @param apiKey the key
     * @return a client
     * @throws IllegalArgumentException if the URL is none, or the key is blank; the message says which and why
     */
    public static BizConnectorClient connect(String url, Secret apiKey) {
        return builder().url(url).apiKey(apiKey).build();
    }

    /**
     * Connects with an API key and the defaults. Nothing is sent yet.
     *
     * @param url the base URL, such as {@code http://10.0.0.7:8080}
     * @param apiKey the key
     * @return a client
     * @throws IllegalArgumentException if the URL is none, or the key is blank; the message says which and why
     */
    public static BizConnectorClient connect(String url, String apiKey) {
        return builder().url(url).apiKey(apiKey).build();
    }

    /**
     * Connects as the environment says, for scripts: {@code OPSDK_CONNECTOR_URL} holds the base URL,
     * {@code OPSDK_CONNECTOR_API_KEY} the key, {@code OPSDK_CONNECTOR_READ_ONLY=true} refuses mutations.
     *
     * @return a client
     * @throws IllegalStateException if the URL is missing, or a variable cannot be understood; the message names it. A missing key is no error: health needs none
     */
    public static BizConnectorClient fromEnv() {
        return fromEnv(Environment.system());
    }

    static BizConnectorClient fromEnv(Environment env) {
        env.only("OPSDK_CONNECTOR_", "OPSDK_CONNECTOR_URL", "OPSDK_CONNECTOR_API_KEY", "OPSDK_CONNECTOR_READ_ONLY");
        String url = env.get("OPSDK_CONNECTOR_URL", "the connector's base URL, such as http://host:8080");
        BizConnectorBuilder builder = builder().readOnly(env.flag("OPSDK_CONNECTOR_READ_ONLY"));
        env.find("OPSDK_CONNECTOR_API_KEY")
                .ifPresent(key -> Environment.building("OPSDK_CONNECTOR_API_KEY", () -> builder.apiKey(key)));
        return Environment.building(
                "OPSDK_CONNECTOR_URL", () -> builder.url(url).build());
    }

    /**
     * Starts a client.
     *
     * @return a builder
     */
    public static BizConnectorBuilder builder() {
        return new BizConnectorBuilder();
    }

    /**
     * The same calls with a correlation id of the caller's, instead of a new one for each request. The id is part of what is
     * returned, not of this client: it cannot meet another thread's call.
     *
     * @param id such as the id of the business case; printable ASCII
     * @return calls on the same connections
     * @throws IllegalArgumentException if it cannot stand in a header
     */
    public ConnectorCalls withCorrelationId(String id) {
        if (!id.matches("[!-~]{1,200}")) {
            throw new IllegalArgumentException("a correlation id has 1 to 200 printable ASCII characters and no blank");
        }
        return new ConnectorCalls(wire.correlated(id));
    }

    /**
     * Uses another API key from the next attempt on; calls under way keep the old one.
     *
     * @param apiKey the new key
     * @throws IllegalStateException if the client does not use an API key
     */
    public void changeApiKey(Secret apiKey) {
        credentials.changeApiKey(BizConnectorBuilder.filled("apiKey", apiKey));
    }

    /** {@return where the connector is} */
    public String url() {
        return wire.server().toString();
    }

    /** {@return calls about: The identity and its synchronisation} */
    public Account account() {
        return calls.account();
    }

    /** {@return calls about: What the Backbone's operator has to say} */
    public Announcements announcements() {
        return calls.announcements();
    }

    /** {@return calls about: What identities say about themselves and their relationships} */
    public Attributes attributes() {
        return calls.attributes();
    }

    /** {@return calls about: Wake-up calls to other identities} */
    public BackboneNotifications backboneNotifications() {
        return calls.backboneNotifications();
    }

    /** {@return calls about: Proofs of who holds a key} */
    public Challenges challenges() {
        return calls.challenges();
    }

    /** {@return calls about: Files on the Backbone} */
    public Files files() {
        return calls.files();
    }

    /** {@return calls about: The deletion of the identity; in debug mode only} */
    public IdentityDeletionProcesses identityDeletionProcess() {
        return calls.identityDeletionProcess();
    }

    /** {@return calls about: JSON kept beside an identity} */
    public IdentityMetadataClient identityMetadata() {
        return calls.identityMetadata();
    }

    /** {@return calls about: Messages} */
    public Messages messages() {
        return calls.messages();
    }

    /** {@return calls about: Version, counters, support information} */
    public Monitoring monitoring() {
        return calls.monitoring();
    }

    /** {@return calls about: Offers of relationships} */
    public RelationshipTemplates relationshipTemplates() {
        return calls.relationshipTemplates();
    }

    /** {@return calls about: Relationships} */
    public Relationships relationships() {
        return calls.relationships();
    }

    /** {@return calls about: What identities ask each other} */
    public Requests requests() {
        return calls.requests();
    }

    /** {@return calls about: References to anything} */
    public Tokens tokens() {
        return calls.tokens();
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
        return calls.health();
    }

    /**
     * The operator's checks: what is in order, what is not, what nobody can know, and what to do.
     *
     * @return checks of this connector
     */
    public Checks checks() {
        return new Checks(this);
    }

    /**
     * Multi-step work, planned before it is done.
     *
     * @return downtime, verification of a restore, another API key, deletion of what is old
     */
    public ConnectorProcedures procedures() {
        return new ConnectorProcedures(this);
    }

    @Override
    protected BizConnectorClient self() {
        return this;
    }

    @Override
    public String toString() {
        return "BizConnectorClient[" + wire.server() + "]" + (settings().readOnly() ? " read-only" : "");
    }
}
