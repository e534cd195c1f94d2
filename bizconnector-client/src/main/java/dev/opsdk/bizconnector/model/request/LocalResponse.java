package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.WireTimeIfAny;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A response as this connector keeps it. */
@Value.Immutable
@JsonDeserialize(as = ImmutableLocalResponse.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface LocalResponse extends OpenModel {
    /** {@return when it was made} */
    @JsonProperty("createdAt")
    @WireTimeIfAny
    Optional<Instant> createdAt();

    /** {@return the response itself} */
    @JsonProperty("content")
    Response content();

    /** {@return what it came with} */
    @JsonProperty("source")
    Optional<RequestSource> source();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link LocalResponse}. */
    final class Builder extends ImmutableLocalResponse.Builder {
        Builder() {}
    }
}
