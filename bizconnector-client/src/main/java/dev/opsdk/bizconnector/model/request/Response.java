package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.List;
import org.immutables.value.Value;

/**
 * The answer to a request. On the wire it says {@code @type} only where other types could stand; that is kept as it
 * came.
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableResponse.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Response extends OpenModel {
    /** {@return how it was answered} */
    @JsonProperty("result")
    ResponseResult result();

    /** {@return what it answers} */
    @JsonProperty("requestId")
    String requestId();

    /** {@return one answer an item} */
    @JsonProperty("items")
    List<ResponseItem> items();

    /** {@return it on one line} */
    default String summary() {
        return "response to " + requestId() + ": " + result();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Response}. */
    final class Builder extends ImmutableResponse.Builder {
        Builder() {}
    }
}
