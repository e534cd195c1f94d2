package dev.opsdk.openmldb.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** One copy of a partition as the nameserver keeps it ({@code PartitionMeta}). Numbers are absent until a tablet has reported them. */
@Value.Immutable
@JsonDeserialize(as = ImmutableReplica.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Replica extends OpenModel {
    /**
     * The tablet.
     *
     * @return its name in this cluster
     */
    @JsonProperty("endpoint")
    String endpoint();

    /**
     * Whether it is marked as leader. After a change of leader the old one keeps this mark and loses {@link #alive()}, until it is recovered: who leads is {@link #leads()}.
     *
     * @return the mark
     */
    @JsonProperty("is_leader")
    boolean markedLeader();

    /**
     * Whether the nameserver counts on it.
     *
     * @return true unless the server says otherwise
     */
    @JsonProperty("is_alive")
    @Value.Default
    default boolean alive() {
        return true;
    }

    /**
     * How far it is.
     *
     * @return the offset of its binlog, empty until reported
     */
    @JsonProperty("offset")
    OptionalLong offset();

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
     * Whether the tablet reported to hold it.
     *
     * @return true unless the server says otherwise
     */
    @JsonProperty("tablet_has_partition")
    @Value.Default
    default boolean held() {
        return true;
    }

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
     * Whether it is the leader: marked and alive.
     *
     * @return true for the leader
     */
    @JsonIgnore
    default boolean leads() {
        return markedLeader() && alive();
    }

    /**
     * Whether it is a follower that can be counted on.
     *
     * @return true if it is alive and not marked as leader
     */
    @JsonIgnore
    default boolean follows() {
        return !markedLeader() && alive();
    }

    /** In one line. */
    default String summary() {
        return endpoint()
                + (leads() ? " leader" : markedLeader() ? " former leader" : " follower")
                + (alive() ? "" : " not alive")
                + (offset().isPresent() ? " at " + offset().getAsLong() : "");
    }

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Replica}. */
    final class Builder extends ImmutableReplica.Builder {
        Builder() {}
    }
}
