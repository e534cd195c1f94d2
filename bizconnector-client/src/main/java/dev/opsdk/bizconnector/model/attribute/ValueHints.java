package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.JsonScalar;
import dev.opsdk.core.model.OpenModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/** How a value is entered. */
@Value.Immutable
@JsonDeserialize(as = ImmutableValueHints.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface ValueHints extends OpenModel {
    /** {@return {@code ValueHints}, if the server wrote it} */
    @JsonProperty("@type")
    Optional<String> type();

    /** {@return help for people} */
    @JsonProperty("editHelp")
    Optional<String> editHelp();

    /** {@return the least} */
    @JsonProperty("min")
    OptionalDouble min();

    /** {@return the most} */
    @JsonProperty("max")
    OptionalDouble max();

    /** {@return a regular expression} */
    @JsonProperty("pattern")
    Optional<String> pattern();

    /** {@return values to choose from} */
    @JsonProperty("values")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<ValueHintsValue> values();

    /** {@return what is there at first} */
    @JsonProperty("defaultValue")
    Optional<JsonScalar> defaultValue();

    /** {@return hints for parts of the value} */
    @JsonProperty("propertyHints")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, ValueHints> propertyHints();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ValueHints}. */
    final class Builder extends ImmutableValueHints.Builder {
        Builder() {}
    }
}
