package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Identity attribute value: an ISO 639-1 language code. */
@Value.Immutable
@JsonDeserialize(as = ImmutableCommunicationLanguage.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface CommunicationLanguage extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "CommunicationLanguage";
    }

    /** {@return an ISO 639-1 language code} */
    @JsonProperty("value")
    String value();

    /** {@return it on one line} */
    default String summary() {
        return type() + " " + value();
    }

    /**
     * One of this kind.
     *
     * @param value an ISO 639-1 language code
     * @return the value
     */
    static CommunicationLanguage of(String value) {
        return builder().value(value).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link CommunicationLanguage}. */
    final class Builder extends ImmutableCommunicationLanguage.Builder {
        Builder() {}
    }
}
