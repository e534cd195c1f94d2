package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.List;
import org.immutables.value.Value;

/** How the asked attribute is made if there is none. */
@Value.Immutable
@JsonDeserialize(as = ImmutableIqlQueryCreationHints.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface IqlQueryCreationHints extends OpenModel {
    /** {@return the {@code @type} of its value} */
    @JsonProperty("valueType")
    String valueType();

    /** {@return tags for it} */
    @JsonProperty("tags")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<String> tags();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link IqlQueryCreationHints}. */
    final class Builder extends ImmutableIqlQueryCreationHints.Builder {
        Builder() {}
    }
}
