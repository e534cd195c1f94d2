package dev.opsdk.bizconnector.model.relationship;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.template.CreationContent;
import dev.opsdk.core.model.OpenModel;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A relationship with another identity. */
@Value.Immutable
@JsonDeserialize(as = ImmutableRelationship.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Relationship extends OpenModel {
    /** {@return the id, REL...} */
    @JsonProperty("id")
    String id();

    /** {@return the template it was made from} */
    @JsonProperty("templateId")
    Optional<String> templateId();

    /** {@return how far it is} */
    @JsonProperty("status")
    RelationshipStatus status();

    /** {@return the address of the other side} */
    @JsonProperty("peer")
    String peer();

    /** {@return the identity at the other side} */
    @JsonProperty("peerIdentity")
    Optional<PeerIdentity> peerIdentity();

    /** {@return the deletion of the peer, if that has begun} */
    @JsonProperty("peerDeletionInfo")
    Optional<PeerDeletionInfo> peerDeletionInfo();

    /** {@return what it was made with} */
    @JsonProperty("creationContent")
    Optional<CreationContent> creationContent();

    /** {@return its changes, the oldest first} */
    @JsonProperty("auditLog")
    List<AuditLogEntry> auditLog();

    /** {@return it on one line} */
    default String summary() {
        return "relationship " + id() + " " + status() + " with " + peer();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Relationship}. */
    final class Builder extends ImmutableRelationship.Builder {
        Builder() {}
    }
}
