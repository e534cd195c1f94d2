package dev.opsdk.bizconnector.model.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** When the connector last looked for news. */
@Value.Immutable
@JsonDeserialize(as = ImmutableSyncInfo.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface SyncInfo extends OpenModel {
    /** {@return the last run; empty if it never ran} */
    @JsonProperty("lastSyncRun")
    Optional<SyncRun> lastSyncRun();

    /** {@return when the last run was through; empty if it never ran} */
    @JsonIgnore
    default Optional<Instant> lastSync() {
        return lastSyncRun().flatMap(SyncRun::completedAt);
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SyncInfo}. */
    final class Builder extends ImmutableSyncInfo.Builder {
        Builder() {}
    }
}
