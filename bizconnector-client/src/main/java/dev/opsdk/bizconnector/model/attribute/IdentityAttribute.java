package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.Checked;
import dev.opsdk.bizconnector.model.attribute.identity.IdentityAttributeValue;
import dev.opsdk.core.model.OpenModel;
import java.util.List;
import org.immutables.value.Value;

/** What an identity says about itself, with its owner. */
@Value.Immutable
@JsonDeserialize(as = ImmutableIdentityAttribute.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface IdentityAttribute extends AttributeContent, OpenModel, Checked {
    @Override
    default String type() {
        return "IdentityAttribute";
    }

    /** {@return the address of the identity it is about; empty in a query's answer} */
    @JsonProperty("owner")
    String owner();

    /** {@return what is said} */
    @JsonProperty("value")
    IdentityAttributeValue value();

    /** {@return tags of the catalogue, or free ones with {@code x:} or {@code bkb:} in front} */
    @JsonProperty("tags")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<String> tags();

    @Override
    default void check() {
        Checked.ifNeeded(value());
    }

    /** {@return it on one line} */
    default String summary() {
        return value() + " of " + owner();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link IdentityAttribute}. */
    final class Builder extends ImmutableIdentityAttribute.Builder {
        Builder() {}
    }
}
