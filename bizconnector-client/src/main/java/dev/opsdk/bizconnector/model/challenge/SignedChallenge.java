package dev.opsdk.bizconnector.model.challenge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.WireTimeIfAny;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A challenge with its signature. Verify the signature as plain Ed25519 over the UTF-8 bytes of the challenge string.
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableSignedChallenge.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface SignedChallenge extends OpenModel {
    /** {@return the id, CHL...} */
    @JsonProperty("id")
    String id();

    /** {@return 10 minutes after it was made} */
    @JsonProperty("expiresAt")
    @WireTimeIfAny
    Optional<Instant> expiresAt();

    /** {@return the address of who made it} */
    @JsonProperty("createdBy")
    Optional<String> createdBy();

    /** {@return the device that made it} */
    @JsonProperty("createdByDevice")
    Optional<String> createdByDevice();

    /** {@return what signed it} */
    @JsonProperty("type")
    Optional<ChallengeType> type();

    /** {@return base64url of JSON with the signature} */
    @JsonProperty("signature")
    String signature();

    /** {@return what was signed: JSON, to the byte} */
    @JsonProperty("challengeString")
    String challengeString();

    /** {@return it on one line} */
    default String summary() {
        return type().map(Object::toString).orElse("?") + " challenge " + id();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SignedChallenge}. */
    final class Builder extends ImmutableSignedChallenge.Builder {
        Builder() {}
    }
}
