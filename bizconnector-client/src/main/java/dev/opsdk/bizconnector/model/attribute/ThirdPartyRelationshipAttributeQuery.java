package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.Checked;
import dev.opsdk.core.model.OpenModel;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;

/** Asks for an attribute of a relationship that the asked side has with somebody else. */
@Value.Immutable
@JsonDeserialize(as = ImmutableThirdPartyRelationshipAttributeQuery.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface ThirdPartyRelationshipAttributeQuery extends AttributeQuery, OpenModel, Checked {
    @Override
    default String type() {
        return "ThirdPartyRelationshipAttributeQuery";
    }

    /** {@return by which it is found} */
    @JsonProperty("key")
    String key();

    /** {@return {@code thirdParty}, {@code recipient}, or empty for either} */
    @JsonProperty("owner")
    String owner();

    /** {@return addresses of the third parties; empty text for any} */
    @JsonProperty("thirdParty")
    List<String> thirdParty();

    @Override
    default void check() {
        if (!Set.of("thirdParty", "recipient", "").contains(owner())) {
            throw new IllegalArgumentException("owner must be thirdParty, recipient or empty");
        }
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ThirdPartyRelationshipAttributeQuery}. */
    final class Builder extends ImmutableThirdPartyRelationshipAttributeQuery.Builder {
        Builder() {}
    }
}
