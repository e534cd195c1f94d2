package dev.opsdk.bizconnector.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.Secret;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/**
 * How somebody else can load an object. Both forms hold the key that decrypts it: whoever has one can read it. Masked
 * wherever it is printed.
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableReference.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Reference extends OpenModel {
    /** {@return the short form, without the host} */
    @JsonProperty("truncated")
    Secret truncated();

    /** {@return the form that opens in a browser: {@code backbone/r/id#key}} */
    @JsonProperty("url")
    Secret url();

    /** {@return it on one line} */
    default String summary() {
        return "reference (masked)";
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Reference}. */
    final class Builder extends ImmutableReference.Builder {
        Builder() {}
    }
}
