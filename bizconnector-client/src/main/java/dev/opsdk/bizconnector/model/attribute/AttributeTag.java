package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Map;
import org.immutables.value.Value;

/** A tag of the catalogue. */
@Value.Immutable
@JsonDeserialize(as = ImmutableAttributeTag.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface AttributeTag extends OpenModel {
    /** {@return what it is called, by language} */
    @JsonProperty("displayNames")
    Map<String, String> displayNames();

    /** {@return tags below it, by name} */
    @JsonProperty("children")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, AttributeTag> children();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link AttributeTag}. */
    final class Builder extends ImmutableAttributeTag.Builder {
        Builder() {}
    }
}
