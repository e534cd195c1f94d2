package dev.opsdk.bizconnector.model.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.Ids;
import dev.opsdk.bizconnector.model.PasswordProtection;
import dev.opsdk.bizconnector.model.WireTimeIfAny;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** How a token for a file or a template is made. */
@Value.Immutable
@JsonDeserialize(as = ImmutableTokenOptions.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface TokenOptions {
    /** {@return until when the token counts; otherwise as long as what it leads to} */
    @JsonProperty("expiresAt")
    @WireTimeIfAny
    Optional<Instant> expiresAt();

    /**
     * {@return false to keep the token at the connector; the server says true unless told, and then it cannot be read
     * by its id}
     */
    @JsonProperty("ephemeral")
    Optional<Boolean> ephemeral();

    /** {@return the only identity that can load it} */
    @JsonProperty("forIdentity")
    Optional<String> forIdentity();

    /** {@return the password it needs} */
    @JsonProperty("passwordProtection")
    Optional<PasswordProtection> passwordProtection();

    /**
     * Refuses what the server would refuse.
     *
     * @throws IllegalArgumentException saying what and why
     */
    @Value.Check
    default void check() {
        forIdentity().ifPresent(Ids::address);
        passwordProtection().ifPresent(PasswordProtection::check);
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TokenOptions}. */
    final class Builder extends ImmutableTokenOptions.Builder {
        Builder() {}
    }
}
