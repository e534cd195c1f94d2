package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.Checked;
import dev.opsdk.core.model.OpenModel;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Form field for one or more of some options. */
@Value.Immutable
@JsonDeserialize(as = ImmutableSelectionFormFieldSettings.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface SelectionFormFieldSettings extends FormFieldSettings, OpenModel, Checked {
    @Override
    default String type() {
        return "SelectionFormFieldSettings";
    }

    /** {@return the options} */
    @JsonProperty("options")
    List<String> options();

    /** {@return true if more than one can be chosen} */
    @JsonProperty("allowMultipleSelection")
    Optional<Boolean> allowMultipleSelection();

    @Override
    default void check() {
        if (options().isEmpty()) {
            throw new IllegalArgumentException("there is nothing to choose from");
        }
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SelectionFormFieldSettings}. */
    final class Builder extends ImmutableSelectionFormFieldSettings.Builder {
        Builder() {}
    }
}
