package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.WireTimeIfAny;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** The deletion of a shared attribute. */
@Value.Immutable
@JsonDeserialize(as = ImmutableAttributeDeletionInfo.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface AttributeDeletionInfo extends OpenModel {
    /** {@return how far it is} */
    @JsonProperty("deletionStatus")
    Optional<AttributeDeletionStatus> deletionStatus();

    /** {@return when it is or was} */
    @JsonProperty("deletionDate")
    @WireTimeIfAny
    Optional<Instant> deletionDate();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link AttributeDeletionInfo}. */
    final class Builder extends ImmutableAttributeDeletionInfo.Builder {
        Builder() {}
    }
}
