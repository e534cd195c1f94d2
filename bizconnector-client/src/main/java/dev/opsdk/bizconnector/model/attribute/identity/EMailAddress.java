package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Identity attribute value: an e-mail address. */
@Value.Immutable
@JsonDeserialize(as = ImmutableEMailAddress.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface EMailAddress extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "EMailAddress";
    }

    /** {@return an e-mail address} */
    @JsonProperty("value")
    String value();

    /** {@return it on one line} */
    default String summary() {
        return type() + " " + value();
    }

    /**
     * One of this kind.
     *
     * @param value an e-mail address
     * @return the value
     */
    static EMailAddress of(String value) {
        return builder().value(value).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link EMailAddress}. */
    final class Builder extends ImmutableEMailAddress.Builder {
        Builder() {}
    }
}
