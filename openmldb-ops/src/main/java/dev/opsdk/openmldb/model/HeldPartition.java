package dev.opsdk.openmldb.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** What a tablet says about a partition that it holds ({@code TableStatus} of {@code GetTableStatus}). */
@Value.Immutable
@JsonDeserialize(as = ImmutableHeldPartition.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface HeldPartition extends OpenModel {
    /**
     * The table.
     *
     * @return its number
     */
    @JsonProperty("tid")
    @Value.Default
    default long tid() {
        return 0;
    }

    /**
     * The partition.
     *
     * @return its number
     */
    @JsonProperty("pid")
    @Value.Default
    default long pid() {
        return 0;
    }

    /**
     * The table.
     *
     * @return its name
     */
    @JsonProperty("name")
    Optional<String> name();

    /**
     * How far it is.
     *
     * @return the offset of its binlog
     */
    @JsonProperty("offset")
    @Value.Default
    default long offset() {
        return 0;
    }

    /**
     * Its role.
     *
     * @return leader or follower
     */
    @JsonProperty("mode")
    Optional<TableMode> mode();

    /**
     * What it does.
     *
     * @return the state
     */
    @JsonProperty("state")
    Optional<TableState> state();

    /**
     * How many records it holds.
     *
     * @return records; memory tables only
     */
    @JsonProperty("record_cnt")
    OptionalLong recordCount();

    /**
     * How much they take.
     *
     * @return bytes; memory tables only
     */
    @JsonProperty("record_byte_size")
    OptionalLong recordBytes();

    /**
     * How much the indexes take.
     *
     * @return bytes; memory tables only
     */
    @JsonProperty("record_idx_byte_size")
    OptionalLong indexBytes();

    /**
     * What it takes on disk.
     *
     * @return bytes
     */
    @JsonProperty("diskused")
    @Value.Default
    default long diskBytes() {
        return 0;
    }

    /**
     * Where it keeps its data.
     *
     * @return memory unless the server says otherwise
     */
    @JsonProperty("storage_mode")
    @Value.Default
    default StorageMode storageMode() {
        return StorageMode.of("kMemory");
    }

    /**
     * Whether it holds the partition as leader.
     *
     * @return true for {@code kTableLeader}
     */
    @JsonIgnore
    default boolean leader() {
        return mode().filter(mode -> mode.is(TableMode.Known.LEADER)).isPresent();
    }

    /**
     * Whether it serves: normal, or busy with a snapshot.
     *
     * @return true if it serves
     */
    @JsonIgnore
    default boolean serving() {
        return state().flatMap(TableState::known)
                .filter(known -> known != TableState.Known.UNDEFINED && known != TableState.Known.LOADING)
                .isPresent();
    }

    /** In one line. */
    default String summary() {
        return name().orElse("?") + " (tid " + tid() + ", pid " + pid() + ") "
                + mode().map(Object::toString).orElse("?") + " "
                + state().map(Object::toString).orElse("?") + " at " + offset();
    }

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link HeldPartition}. */
    final class Builder extends ImmutableHeldPartition.Builder {
        Builder() {}
    }
}
