package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.WireTimeIfAny;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A request as this connector keeps it. */
@Value.Immutable
@JsonDeserialize(as = ImmutableLocalRequest.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface LocalRequest extends OpenModel {
    /** {@return the id, REQ...} */
    @JsonProperty("id")
    String id();

    /** {@return true if this identity asks} */
    @JsonProperty("isOwn")
    boolean isOwn();

    /** {@return the address of the other side} */
    @JsonProperty("peer")
    Optional<String> peer();

    /** {@return when it was made} */
    @JsonProperty("createdAt")
    @WireTimeIfAny
    Optional<Instant> createdAt();

    /** {@return how far it is} */
    @JsonProperty("status")
    RequestStatus status();

    /** {@return the request itself} */
    @JsonProperty("content")
    Request content();

    /** {@return what it came with} */
    @JsonProperty("source")
    Optional<RequestSource> source();

    /** {@return the answer, if there is one} */
    @JsonProperty("response")
    Optional<LocalResponse> response();

    /** {@return true if nobody was asked, otherwise absent} */
    @JsonProperty("wasAutomaticallyDecided")
    Optional<Boolean> wasAutomaticallyDecided();

    /** {@return it on one line} */
    default String summary() {
        return (isOwn() ? "outgoing" : "incoming") + " request " + id() + " " + status()
                + peer().map(to -> " with " + to).orElse("");
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link LocalRequest}. */
    final class Builder extends ImmutableLocalRequest.Builder {
        Builder() {}
    }
}
