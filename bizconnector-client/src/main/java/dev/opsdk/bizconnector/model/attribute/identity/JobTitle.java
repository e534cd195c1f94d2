package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Identity attribute value: a job title. */
@Value.Immutable
@JsonDeserialize(as = ImmutableJobTitle.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface JobTitle extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "JobTitle";
    }

    /** {@return a job title} */
    @JsonProperty("value")
    String value();

    /** {@return it on one line} */
    default String summary() {
        return type() + " " + value();
    }

    /**
     * One of this kind.
     *
     * @param value a job title
     * @return the value
     */
    static JobTitle of(String value) {
        return builder().value(value).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link JobTitle}. */
    final class Builder extends ImmutableJobTitle.Builder {
        Builder() {}
    }
}
