package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Identity attribute value: the address of a website. */
@Value.Immutable
@JsonDeserialize(as = ImmutableWebsite.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface Website extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "Website";
    }

    /** {@return the address of a website} */
    @JsonProperty("value")
    String value();

    /** {@return it on one line} */
    default String summary() {
        return type() + " " + value();
    }

    /**
     * One of this kind.
     *
     * @param value the address of a website
     * @return the value
     */
    static Website of(String value) {
        return builder().value(value).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Website}. */
    final class Builder extends ImmutableWebsite.Builder {
        Builder() {}
    }
}
