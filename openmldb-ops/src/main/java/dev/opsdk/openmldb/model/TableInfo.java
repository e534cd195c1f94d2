package dev.opsdk.openmldb.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A table and its partitions ({@code TableInfo}). Columns and indexes are kept in {@link #additionalProperties()}. */
@Value.Immutable
@JsonDeserialize(as = ImmutableTableInfo.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface TableInfo extends OpenModel {
    /**
     * Its name.
     *
     * @return the name
     */
    @JsonProperty("name")
    @Value.Default
    default String name() {
        return "";
    }

    /**
     * Its database.
     *
     * @return the name; empty for the legacy default database
     */
    @JsonProperty("db")
    @Value.Default
    default String db() {
        return "";
    }

    /**
     * Its number.
     *
     * @return the table id
     */
    @JsonProperty("tid")
    OptionalLong tid();

    /**
     * Its partitions.
     *
     * @return in the server's order
     */
    @JsonProperty("table_partition")
    List<TablePartition> partitions();

    /**
     * How many partitions were declared.
     *
     * @return a count
     */
    @JsonProperty("partition_num")
    OptionalLong partitionCount();

    /**
     * How many replicas were declared, the leader included; adding one does not change it.
     *
     * @return a count
     */
    @JsonProperty("replica_num")
    OptionalLong replicaCount();

    /**
     * Segments of an index.
     *
     * @return a count, 8 unless the server says otherwise
     */
    @JsonProperty("seg_cnt")
    @Value.Default
    default long segments() {
        return 8;
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
     * Its offline data.
     *
     * @return where it is
     */
    @JsonProperty("offline_table_info")
    Optional<OfflineTable> offlineTable();

    /**
     * Database and table.
     *
     * @return such as {@code demo_db.t1}; the table alone in the default database
     */
    @JsonIgnore
    default String id() {
        return db().isEmpty() ? name() : db() + "." + name();
    }

    /**
     * A partition.
     *
     * @param pid its number
     * @return the partition, or empty
     */
    default Optional<TablePartition> partition(long pid) {
        return partitions().stream().filter(partition -> partition.pid() == pid).findFirst();
    }

    /** In one line. */
    default String summary() {
        return id() + " (tid " + tid().orElse(-1) + ", " + partitions().size() + " partitions)";
    }

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TableInfo}. */
    final class Builder extends ImmutableTableInfo.Builder {
        Builder() {}
    }
}
