package dev.opsdk.bizconnector.model.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.bizconnector.model.PasswordProtection;
import dev.opsdk.bizconnector.model.Reference;
import dev.opsdk.bizconnector.model.WireTimeIfAny;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** Something on the Backbone that a reference leads to. */
@Value.Immutable
@JsonDeserialize(as = ImmutableToken.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Token extends OpenModel {
    /** {@return the id, TOK...} */
    @JsonProperty("id")
    String id();

    /** {@return true if this identity made it} */
    @JsonProperty("isOwn")
    boolean isOwn();

    /** {@return the address of who made it} */
    @JsonProperty("createdBy")
    Optional<String> createdBy();

    /** {@return the device that made it} */
    @JsonProperty("createdByDevice")
    Optional<String> createdByDevice();

    /** {@return anything; that of a file or a template holds its key, so all is masked} */
    @JsonProperty("content")
    FreeJson content();

    /** {@return when it was made} */
    @JsonProperty("createdAt")
    @WireTimeIfAny
    Optional<Instant> createdAt();

    /** {@return until when the Backbone keeps it} */
    @JsonProperty("expiresAt")
    @WireTimeIfAny
    Optional<Instant> expiresAt();

    /** {@return the only identity that can load it} */
    @JsonProperty("forIdentity")
    Optional<String> forIdentity();

    /** {@return the password it needs; masked} */
    @JsonProperty("passwordProtection")
    Optional<PasswordProtection> passwordProtection();

    /** {@return how others load it; masked} */
    @JsonProperty("reference")
    Optional<Reference> reference();

    /** {@return true if the connector itself forgot it} */
    @JsonProperty("isEphemeral")
    Optional<Boolean> isEphemeral();

    /** {@return it on one line} */
    default String summary() {
        return (isOwn() ? "own" : "peer's") + " token " + id()
                + expiresAt().map(at -> " until " + at).orElse("");
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Token}. */
    final class Builder extends ImmutableToken.Builder {
        Builder() {}
    }
}
