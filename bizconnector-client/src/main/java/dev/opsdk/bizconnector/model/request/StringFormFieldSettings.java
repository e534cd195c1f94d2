package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Form field for text. */
@Value.Immutable
@JsonDeserialize(as = ImmutableStringFormFieldSettings.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface StringFormFieldSettings extends FormFieldSettings, OpenModel {
    @Override
    default String type() {
        return "StringFormFieldSettings";
    }

    /** {@return true if it may have more than one line} */
    @JsonProperty("allowNewlines")
    Optional<Boolean> allowNewlines();

    /** {@return the fewest characters} */
    @JsonProperty("min")
    OptionalInt min();

    /** {@return the most characters} */
    @JsonProperty("max")
    OptionalInt max();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StringFormFieldSettings}. */
    final class Builder extends ImmutableStringFormFieldSettings.Builder {
        Builder() {}
    }
}
