package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Whether something could be created. A refusal here is an answer, not an error. */
@Value.Immutable
@JsonDeserialize(as = ImmutableCanCreateResult.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface CanCreateResult extends OpenModel {
    /** {@return true if it could} */
    @JsonProperty("isSuccess")
    boolean isSuccess();

    /** {@return why not, as an error code} */
    @JsonProperty("code")
    Optional<String> code();

    /** {@return why not} */
    @JsonProperty("message")
    Optional<String> message();

    /** {@return it on one line} */
    default String summary() {
        return isSuccess()
                ? "possible"
                : "not possible: " + code().orElse("?")
                        + message().map(text -> ": " + text).orElse("");
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link CanCreateResult}. */
    final class Builder extends ImmutableCanCreateResult.Builder {
        Builder() {}
    }
}
