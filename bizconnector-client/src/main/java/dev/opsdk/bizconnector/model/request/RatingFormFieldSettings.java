package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.Checked;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Form field for a rating from 1. */
@Value.Immutable
@JsonDeserialize(as = ImmutableRatingFormFieldSettings.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface RatingFormFieldSettings extends FormFieldSettings, OpenModel, Checked {
    @Override
    default String type() {
        return "RatingFormFieldSettings";
    }

    /** {@return 5 to 10} */
    @JsonProperty("maxRating")
    int maxRating();

    @Override
    default void check() {
        if (maxRating() < 5 || maxRating() > 10) {
            throw new IllegalArgumentException("the best rating is 5 to 10, and is " + maxRating());
        }
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RatingFormFieldSettings}. */
    final class Builder extends ImmutableRatingFormFieldSettings.Builder {
        Builder() {}
    }
}
