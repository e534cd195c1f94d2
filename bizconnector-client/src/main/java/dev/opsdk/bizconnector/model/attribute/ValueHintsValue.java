package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.JsonScalar;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** One of the values to choose from. */
@Value.Immutable
@JsonDeserialize(as = ImmutableValueHintsValue.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface ValueHintsValue extends OpenModel {
    /** {@return what is stored} */
    @JsonProperty("key")
    JsonScalar key();

    /** {@return what is shown} */
    @JsonProperty("displayName")
    String displayName();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ValueHintsValue}. */
    final class Builder extends ImmutableValueHintsValue.Builder {
        Builder() {}
    }
}
