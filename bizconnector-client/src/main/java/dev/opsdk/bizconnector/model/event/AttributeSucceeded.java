package dev.opsdk.bizconnector.model.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.attribute.LocalAttribute;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** An attribute has a newer version. */
@Value.Immutable
@JsonDeserialize(as = ImmutableAttributeSucceeded.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface AttributeSucceeded extends EventData, OpenModel {
    /** {@return the version before} */
    @JsonProperty("predecessor")
    LocalAttribute predecessor();

    /** {@return the version after} */
    @JsonProperty("successor")
    LocalAttribute successor();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link AttributeSucceeded}. */
    final class Builder extends ImmutableAttributeSucceeded.Builder {
        Builder() {}
    }
}
