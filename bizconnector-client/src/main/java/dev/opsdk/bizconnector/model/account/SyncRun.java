package dev.opsdk.bizconnector.model.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.WireTimeIfAny;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A synchronisation with the Backbone. */
@Value.Immutable
@JsonDeserialize(as = ImmutableSyncRun.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface SyncRun extends OpenModel {
    /** {@return when it was through} */
    @JsonProperty("completedAt")
    @WireTimeIfAny
    Optional<Instant> completedAt();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SyncRun}. */
    final class Builder extends ImmutableSyncRun.Builder {
        Builder() {}
    }
}
