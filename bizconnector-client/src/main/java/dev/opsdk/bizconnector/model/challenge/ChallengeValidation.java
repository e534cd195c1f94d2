package dev.opsdk.bizconnector.model.challenge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.relationship.Relationship;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Whether a signature was right. */
@Value.Immutable
@JsonDeserialize(as = ImmutableChallengeValidation.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface ChallengeValidation extends OpenModel {
    /** {@return true if it was} */
    @JsonProperty("isValid")
    boolean isValid();

    /** {@return with whom it was} */
    @JsonProperty("correspondingRelationship")
    Optional<Relationship> correspondingRelationship();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ChallengeValidation}. */
    final class Builder extends ImmutableChallengeValidation.Builder {
        Builder() {}
    }
}
