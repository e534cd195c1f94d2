package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Form field for a whole number. */
@Value.Immutable
@JsonDeserialize(as = ImmutableIntegerFormFieldSettings.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface IntegerFormFieldSettings extends FormFieldSettings, OpenModel {
    @Override
    default String type() {
        return "IntegerFormFieldSettings";
    }

    /** {@return its unit} */
    @JsonProperty("unit")
    Optional<String> unit();

    /** {@return the least} */
    @JsonProperty("min")
    OptionalLong min();

    /** {@return the most} */
    @JsonProperty("max")
    OptionalLong max();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link IntegerFormFieldSettings}. */
    final class Builder extends ImmutableIntegerFormFieldSettings.Builder {
        Builder() {}
    }
}
