package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.Checked;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Identity attribute value: a date of birth. */
@Value.Immutable
@JsonDeserialize(as = ImmutableBirthDate.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface BirthDate extends IdentityAttributeValue, OpenModel, Checked {
    @Override
    default String type() {
        return "BirthDate";
    }

    /** {@return 1 to 31} */
    @JsonProperty("day")
    int day();

    /** {@return 1 to 12} */
    @JsonProperty("month")
    int month();

    /** {@return 1 to 9999} */
    @JsonProperty("year")
    int year();

    @Override
    default void check() {
        if (day() < 1 || day() > 31 || month() < 1 || month() > 12 || year() < 1 || year() > 9999) {
            throw new IllegalArgumentException("no day of a calendar: " + year() + "-" + month() + "-" + day());
        }
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link BirthDate}. */
    final class Builder extends ImmutableBirthDate.Builder {
        Builder() {}
    }
}
