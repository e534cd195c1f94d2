package dev.opsdk.bizconnector.model.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.bizconnector.model.Ids;
import dev.opsdk.bizconnector.model.PasswordProtection;
import dev.opsdk.bizconnector.model.WireTime;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A token to be made. */
@Value.Immutable
@JsonDeserialize(as = ImmutableCreateToken.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface CreateToken {
    /** {@return any JSON object} */
    @JsonProperty("content")
    FreeJson content();

    /** {@return until when the Backbone keeps it; in the future} */
    @JsonProperty("expiresAt")
    @WireTime
    Instant expiresAt();

    /** {@return true to let the connector forget it; false unless told} */
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
        if (!content().node().isObject()) {
            throw new IllegalArgumentException("the content of a token must be a JSON object");
        }
        forIdentity().ifPresent(Ids::address);
        passwordProtection().ifPresent(PasswordProtection::check);
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link CreateToken}. */
    final class Builder extends ImmutableCreateToken.Builder {
        Builder() {}
    }
}
