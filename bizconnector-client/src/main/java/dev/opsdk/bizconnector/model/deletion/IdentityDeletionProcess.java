package dev.opsdk.bizconnector.model.deletion;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.WireTimeIfAny;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** The deletion of the identity. Only in debug mode over HTTP; in production it is a command of the container. */
@Value.Immutable
@JsonDeserialize(as = ImmutableIdentityDeletionProcess.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface IdentityDeletionProcess extends OpenModel {
    /** {@return the id, IDP...} */
    @JsonProperty("id")
    String id();

    /** {@return how far it is} */
    @JsonProperty("status")
    DeletionProcessStatus status();

    /** {@return when it began} */
    @JsonProperty("createdAt")
    @WireTimeIfAny
    Optional<Instant> createdAt();

    /** {@return the device that began it} */
    @JsonProperty("createdByDevice")
    Optional<String> createdByDevice();

    /** {@return until when it can be called off} */
    @JsonProperty("gracePeriodEndsAt")
    @WireTimeIfAny
    Optional<Instant> gracePeriodEndsAt();

    /** {@return when it was called off} */
    @JsonProperty("cancelledAt")
    @WireTimeIfAny
    Optional<Instant> cancelledAt();

    /** {@return the device that called it off} */
    @JsonProperty("cancelledByDevice")
    Optional<String> cancelledByDevice();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link IdentityDeletionProcess}. */
    final class Builder extends ImmutableIdentityDeletionProcess.Builder {
        Builder() {}
    }
}
