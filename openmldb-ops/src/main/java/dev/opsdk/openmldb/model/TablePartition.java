package dev.opsdk.openmldb.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A partition of a table and where it lives. Sizes are those of the leader alone. */
@Value.Immutable
@JsonDeserialize(as = ImmutableTablePartition.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface TablePartition extends OpenModel {
    /**
     * Its number.
     *
     * @return from 0
     */
    @JsonProperty("pid")
    long pid();

    /**
     * Its copies.
     *
     * @return leader and followers
     */
    @JsonProperty("partition_meta")
    List<Replica> replicas();

    /**
     * Its terms.
     *
     * @return oldest first
     */
    @JsonProperty("term_offset")
    List<TermOffset> terms();

    /**
     * How many records it holds.
     *
     * @return records
     */
    @JsonProperty("record_cnt")
    OptionalLong recordCount();

    /**
     * How much they take.
     *
     * @return bytes
     */
    @JsonProperty("record_byte_size")
    OptionalLong recordBytes();

    /**
     * What it takes on disk.
     *
     * @return bytes, 0 until reported
     */
    @JsonProperty("diskused")
    @Value.Default
    default long diskBytes() {
        return 0;
    }

    /**
     * The leader.
     *
     * @return the replica that is marked and alive; of several, which a failed change of leader can leave, the one that is furthest
     */
    @JsonIgnore
    default Optional<Replica> leader() {
        return replicas().stream()
                .filter(Replica::leads)
                .max(Comparator.comparingLong(replica -> replica.offset().orElse(0)));
    }

    /**
     * The copy on a tablet.
     *
     * @param endpoint the tablet
     * @return its replica, or empty
     */
    default Optional<Replica> on(String endpoint) {
        return replicas().stream()
                .filter(replica -> replica.endpoint().equals(endpoint))
                .findFirst();
    }

    /** In one line. */
    default String summary() {
        return "pid " + pid() + " " + replicas();
    }

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TablePartition}. */
    final class Builder extends ImmutableTablePartition.Builder {
        Builder() {}
    }
}
