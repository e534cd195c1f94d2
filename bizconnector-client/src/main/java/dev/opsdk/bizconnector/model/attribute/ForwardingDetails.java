package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.WireTimeIfAny;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A sharing of an attribute with a peer. */
@Value.Immutable
@JsonDeserialize(as = ImmutableForwardingDetails.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface ForwardingDetails extends OpenModel {
    /** {@return the address of the peer} */
    @JsonProperty("peer")
    String peer();

    /** {@return the request it was shared with} */
    @JsonProperty("sourceReference")
    Optional<String> sourceReference();

    /** {@return when it was shared} */
    @JsonProperty("sharedAt")
    @WireTimeIfAny
    Optional<Instant> sharedAt();

    /** {@return its deletion at the peer, if that has begun} */
    @JsonProperty("deletionInfo")
    Optional<AttributeDeletionInfo> deletionInfo();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ForwardingDetails}. */
    final class Builder extends ImmutableForwardingDetails.Builder {
        Builder() {}
    }
}
