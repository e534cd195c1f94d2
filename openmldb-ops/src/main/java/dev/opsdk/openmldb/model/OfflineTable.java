package dev.opsdk.openmldb.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** Where the offline data of a table is ({@code OfflineTableInfo}). */
@Value.Immutable
@JsonDeserialize(as = ImmutableOfflineTable.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface OfflineTable extends OpenModel {
    /**
     * The path.
     *
     * @return a URL of the offline storage
     */
    @JsonProperty("path")
    String path();

    /**
     * The format.
     *
     * @return such as {@code parquet}
     */
    @JsonProperty("format")
    String format();

    /**
     * Whether the data was copied.
     *
     * @return true unless the server says otherwise
     */
    @JsonProperty("deep_copy")
    @Value.Default
    default boolean deepCopy() {
        return true;
    }

    /**
     * Options of the format.
     *
     * @return name to value
     */
    @JsonProperty("options")
    Map<String, String> options();

    /**
     * Paths that were linked, not copied.
     *
     * @return paths
     */
    @JsonProperty("symbolic_paths")
    List<String> symbolicPaths();

    /** In one line. */
    default String summary() {
        return format() + " at " + path();
    }

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link OfflineTable}. */
    final class Builder extends ImmutableOfflineTable.Builder {
        Builder() {}
    }
}
