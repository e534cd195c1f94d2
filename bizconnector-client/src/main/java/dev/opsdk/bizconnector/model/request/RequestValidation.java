package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Whether a request or a decision would be taken. A refusal here is an answer, not an error. */
@Value.Immutable
@JsonDeserialize(as = ImmutableRequestValidation.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface RequestValidation extends OpenModel {
    /** {@return true if it would} */
    @JsonProperty("isSuccess")
    boolean isSuccess();

    /** {@return why not, as an error code} */
    @JsonProperty("code")
    Optional<String> code();

    /** {@return why not} */
    @JsonProperty("message")
    Optional<String> message();

    /** {@return the same for each item} */
    @JsonProperty("items")
    List<RequestValidation> items();

    /** {@return it on one line} */
    default String summary() {
        return isSuccess()
                ? "valid"
                : "not valid: " + code().orElse("?")
                        + message().map(text -> ": " + text).orElse("");
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RequestValidation}. */
    final class Builder extends ImmutableRequestValidation.Builder {
        Builder() {}
    }
}
