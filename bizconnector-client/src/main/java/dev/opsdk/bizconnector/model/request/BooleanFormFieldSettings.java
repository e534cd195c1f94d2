package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Form field for yes or no. */
@Value.Immutable
@JsonDeserialize(as = ImmutableBooleanFormFieldSettings.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface BooleanFormFieldSettings extends FormFieldSettings, OpenModel {
    @Override
    default String type() {
        return "BooleanFormFieldSettings";
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link BooleanFormFieldSettings}. */
    final class Builder extends ImmutableBooleanFormFieldSettings.Builder {
        Builder() {}
    }
}
