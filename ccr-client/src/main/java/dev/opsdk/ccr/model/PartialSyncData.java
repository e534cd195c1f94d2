package dev.opsdk.ccr.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Which part is being copied anew. */
@Value.Immutable
@JsonDeserialize(as = ImmutablePartialSyncData.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface PartialSyncData extends OpenModel {
    /**
     * The table's id in the source.
     *
     * @return the id
     */
    @JsonProperty("table_id")
    OptionalLong tableId();

    /**
     * The table's name.
     *
     * @return the name
     */
    @JsonProperty("table")
    Optional<String> table();

    /**
     * Whether it is a view; since generation 5.
     *
     * @return true, false, or empty
     */
    @JsonProperty("is_view")
    Optional<Boolean> view();

    /**
     * Ids of the partitions.
     *
     * @return the ids; empty for the whole table
     */
    @JsonProperty("partition_ids")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<Long> partitionIds();

    /**
     * Names of the partitions.
     *
     * @return the names; empty for the whole table
     */
    @JsonProperty("partitions")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<String> partitions();

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link PartialSyncData}. */
    final class Builder extends ImmutablePartialSyncData.Builder {
        Builder() {}
    }
}
