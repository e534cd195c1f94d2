package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Form field for a date. */
@Value.Immutable
@JsonDeserialize(as = ImmutableDateFormFieldSettings.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface DateFormFieldSettings extends FormFieldSettings, OpenModel {
    @Override
    default String type() {
        return "DateFormFieldSettings";
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DateFormFieldSettings}. */
    final class Builder extends ImmutableDateFormFieldSettings.Builder {
        Builder() {}
    }
}
