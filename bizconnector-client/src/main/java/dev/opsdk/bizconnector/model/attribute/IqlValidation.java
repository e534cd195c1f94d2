package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Whether an IQL query is well-formed. */
@Value.Immutable
@JsonDeserialize(as = ImmutableIqlValidation.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface IqlValidation extends OpenModel {
    /** {@return true if it is} */
    @JsonProperty("isValid")
    boolean isValid();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link IqlValidation}. */
    final class Builder extends ImmutableIqlValidation.Builder {
        Builder() {}
    }
}
