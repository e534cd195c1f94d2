package dev.opsdk.ccr.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** A switch of the syncer process, set by a {@code -feature_*} flag at its start. It cannot be changed by a call. */
@Value.Immutable
@JsonDeserialize(as = ImmutableFeature.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Feature extends OpenModel {
    /**
     * The switch's name, as {@code feature_atomic_restore}.
     *
     * @return the name
     */
    @JsonProperty("feature")
    Optional<String> feature();

    /**
     * Whether it is on.
     *
     * @return true, false, or empty
     */
    @JsonProperty("value")
    Optional<Boolean> value();

    /**
     * What it is when nobody sets it. The server writes a text here, not a boolean.
     *
     * @return the text
     */
    @JsonProperty("default")
    Optional<String> defaultValue();

    /** The switch as the flag that would set it. */
    default String summary() {
        return feature().orElse("?") + "=" + value().map(String::valueOf).orElse("?")
                + defaultValue().map(text -> " (default " + text + ")").orElse("");
    }

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Feature}. */
    final class Builder extends ImmutableFeature.Builder {
        Builder() {}
    }
}
