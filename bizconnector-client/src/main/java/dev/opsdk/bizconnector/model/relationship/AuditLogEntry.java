package dev.opsdk.bizconnector.model.relationship;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.WireTimeIfAny;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** One change of a relationship. */
@Value.Immutable
@JsonDeserialize(as = ImmutableAuditLogEntry.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface AuditLogEntry extends OpenModel {
    /** {@return when} */
    @JsonProperty("createdAt")
    @WireTimeIfAny
    Optional<Instant> createdAt();

    /** {@return by whom, an address} */
    @JsonProperty("createdBy")
    Optional<String> createdBy();

    /** {@return by which device} */
    @JsonProperty("createdByDevice")
    Optional<String> createdByDevice();

    /** {@return why} */
    @JsonProperty("reason")
    Optional<AuditReason> reason();

    /** {@return from what} */
    @JsonProperty("oldStatus")
    Optional<RelationshipStatus> oldStatus();

    /** {@return to what} */
    @JsonProperty("newStatus")
    Optional<RelationshipStatus> newStatus();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link AuditLogEntry}. */
    final class Builder extends ImmutableAuditLogEntry.Builder {
        Builder() {}
    }
}
