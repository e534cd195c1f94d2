package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/** Form field for a number. */
@Value.Immutable
@JsonDeserialize(as = ImmutableDoubleFormFieldSettings.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface DoubleFormFieldSettings extends FormFieldSettings, OpenModel {
    @Override
    default String type() {
        return "DoubleFormFieldSettings";
    }

    /** {@return its unit} */
    @JsonProperty("unit")
    Optional<String> unit();

    /** {@return the least} */
    @JsonProperty("min")
    OptionalDouble min();

    /** {@return the most} */
    @JsonProperty("max")
    OptionalDouble max();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DoubleFormFieldSettings}. */
    final class Builder extends ImmutableDoubleFormFieldSettings.Builder {
        Builder() {}
    }
}
