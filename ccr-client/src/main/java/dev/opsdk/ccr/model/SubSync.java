package dev.opsdk.ccr.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** The step inside a phase, and what kind of change it works on. */
@Value.Immutable
@JsonDeserialize(as = ImmutableSubSync.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface SubSync extends OpenModel {
    /**
     * The step.
     *
     * @return the step
     */
    @JsonProperty("state")
    Optional<SubSyncState> state();

    /**
     * The kind of change.
     *
     * @return the kind
     */
    @JsonProperty("binlog_type")
    Optional<BinlogType> binlogType();

    /** The step, and the kind of change if there is one. */
    default String summary() {
        return state().map(SubSyncState::toString).orElse("?")
                + binlogType()
                        .filter(type -> !type.is(BinlogType.Known.NONE))
                        .map(type -> " of " + type)
                        .orElse("");
    }

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SubSync}. */
    final class Builder extends ImmutableSubSync.Builder {
        Builder() {}
    }
}
