package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.Checked;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Request item: to fill in a field. */
@Value.Immutable
@JsonDeserialize(as = ImmutableFormFieldRequestItem.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface FormFieldRequestItem extends RequestItem, OpenModel, Checked {
    @Override
    default String type() {
        return "FormFieldRequestItem";
    }

    /** {@return what is asked} */
    @JsonProperty("title")
    String title();

    /** {@return what can be entered} */
    @JsonProperty("settings")
    FormFieldSettings settings();

    /** {@return what it is for, for people} */
    @JsonProperty("description")
    Optional<String> description();

    /** {@return anything for programs} */
    @JsonProperty("metadata")
    Optional<FreeJson> metadata();

    /** {@return true if the request cannot be accepted without it} */
    @JsonProperty("mustBeAccepted")
    boolean mustBeAccepted();

    @Override
    default void check() {
        Checked.ifNeeded(settings());
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link FormFieldRequestItem}. */
    final class Builder extends ImmutableFormFieldRequestItem.Builder {
        Builder() {}
    }
}
