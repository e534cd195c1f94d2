package dev.opsdk.bizconnector.model.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.request.Response;
import dev.opsdk.bizconnector.model.request.SourceType;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Message content: the answer to a request. */
@Value.Immutable
@JsonDeserialize(as = ImmutableResponseWrapper.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface ResponseWrapper extends MessageContent, OpenModel {
    @Override
    default String type() {
        return "ResponseWrapper";
    }

    /** {@return what it answers} */
    @JsonProperty("requestId")
    String requestId();

    /** {@return the message or template the request came with} */
    @JsonProperty("requestSourceReference")
    Optional<String> requestSourceReference();

    /** {@return which of them} */
    @JsonProperty("requestSourceType")
    Optional<SourceType> requestSourceType();

    /** {@return the answer} */
    @JsonProperty("response")
    Response response();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ResponseWrapper}. */
    final class Builder extends ImmutableResponseWrapper.Builder {
        Builder() {}
    }
}
