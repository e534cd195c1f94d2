package dev.opsdk.bizconnector.model.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.request.LocalRequest;
import dev.opsdk.bizconnector.model.request.RequestStatus;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** A request went on. */
@Value.Immutable
@JsonDeserialize(as = ImmutableRequestStatusChanged.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface RequestStatusChanged extends EventData, OpenModel {
    /** {@return the request} */
    @JsonProperty("request")
    LocalRequest request();

    /** {@return from what} */
    @JsonProperty("oldStatus")
    Optional<RequestStatus> oldStatus();

    /** {@return to what} */
    @JsonProperty("newStatus")
    RequestStatus newStatus();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RequestStatusChanged}. */
    final class Builder extends ImmutableRequestStatusChanged.Builder {
        Builder() {}
    }
}
