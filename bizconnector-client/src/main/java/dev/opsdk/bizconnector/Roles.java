package dev.opsdk.bizconnector;

/**
 * The scopes an API key or token may have. Segments are separated by colons; in a key's scopes {@code *} stands for one segment and
 * {@code **} for one or more.
 */
public final class Roles {
    /** Everything. */
    public static final String ALL = "**";
    /** Version, request statistics and support information. */
    public static final String MONITORING = "monitoring:**";
    /** {@code /Monitoring/Version}. */
    public static final String MONITORING_VERSION = "monitoring:version";
    /** {@code /Monitoring/Requests}. */
    public static final String MONITORING_REQUESTS = "monitoring:requests";
    /** {@code /Monitoring/Support}. */
    public static final String MONITORING_SUPPORT = "monitoring:support";
    /** All of the API. */
    public static final String CORE = "core:**";
    /** Identity and synchronisation. */
    public static final String ACCOUNT = "core:account";
    /** Announcements. */
    public static final String ANNOUNCEMENTS = "core:announcements";
    /** Attributes. */
    public static final String ATTRIBUTES = "core:attributes";
    /** Backbone notifications. */
    public static final String BACKBONE_NOTIFICATIONS = "core:backboneNotifications";
    /** Challenges. */
    public static final String CHALLENGES = "core:challenges";
    /** Files. */
    public static final String FILES = "core:files";
    /** Identity metadata. */
    public static final String IDENTITY_METADATA = "core:identityMetadata";
    /** Messages. */
    public static final String MESSAGES = "core:messages";
    /** Relationships. */
    public static final String RELATIONSHIPS = "core:relationships";
    /** Relationship templates. */
    public static final String RELATIONSHIP_TEMPLATES = "core:relationshipTemplates";
    /** Tokens. */
    public static final String TOKENS = "core:tokens";
    /** Requests in both directions. */
    public static final String REQUESTS = "core:requests";
    /** Incoming requests only. */
    public static final String REQUESTS_INCOMING = "core:requests:incoming";
    /** Outgoing requests only. */
    public static final String REQUESTS_OUTGOING = "core:requests:outgoing";
    /** The identity's deletion, in debug mode. */
    public static final String IDENTITY_DELETION = "debug:identityDeletionProcess";

    private Roles() {}
}
