package dev.opsdk.ccr.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.Secret;
import dev.opsdk.core.model.OpenModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** One side of a job as the syncer stores it. The reply carries the password in clear; here it is a {@link Secret}. */
@Value.Immutable
@JsonDeserialize(as = ImmutableClusterSpec.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface ClusterSpec extends OpenModel {
    /**
     * The frontend's host, as it was sent when the job was created.
     *
     * @return the host
     */
    @JsonProperty("host")
    Optional<String> host();

    /**
     * The frontend's MySQL port, a text on the wire.
     *
     * @return the port
     */
    @JsonProperty("port")
    Optional<String> port();

    /**
     * The frontend's RPC port, a text on the wire.
     *
     * @return the port
     */
    @JsonProperty("thrift_port")
    Optional<String> thriftPort();

    /**
     * Usually false; says nothing.
     *
     * @return true, false, or empty
     */
    @JsonProperty("is_master")
    Optional<Boolean> master();

    /**
     * The frontends the syncer found.
     *
     * @return the frontends; empty when none are known
     */
    @JsonProperty("frontends")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<Frontend> frontends();

    /**
     * The user of the MySQL protocol.
     *
     * @return the user
     */
    @JsonProperty("user")
    Optional<String> user();

    /**
     * The password. It cannot be changed by a call: delete the job and create it anew.
     *
     * @return the password; may be an empty one
     */
    @JsonProperty("password")
    Optional<Secret> password();

    /**
     * A leftover of the server; always the empty text.
     *
     * @return the text
     */
    @JsonProperty("cluster")
    Optional<String> cluster();

    /**
     * The database.
     *
     * @return the name
     */
    @JsonProperty("database")
    Optional<String> database();

    /**
     * The database's id, found by the syncer.
     *
     * @return the id; 0 is not known yet
     */
    @JsonProperty("db_id")
    OptionalLong databaseId();

    /**
     * The table; the empty text for a database job.
     *
     * @return the name, empty text, or empty
     */
    @JsonProperty("table")
    Optional<String> table();

    /**
     * The table's id. On the destination it is 0 until the first full sync ends.
     *
     * @return the id
     */
    @JsonProperty("table_id")
    OptionalLong tableId();

    /**
     * Private to public address of the cluster's frontends and backends. Once there is one, every host must be in it.
     *
     * @return the mapping; empty when addresses are used as they are
     */
    @JsonProperty("host_mapping")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, String> hostMapping();

    /** {@code database[.table] on host:port}. */
    default String summary() {
        return database().orElse("?")
                + table().filter(name -> !name.isEmpty())
                        .map(name -> "." + name)
                        .orElse("")
                + " on " + host().orElse("?") + ":" + port().orElse("?");
    }

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ClusterSpec}. */
    final class Builder extends ImmutableClusterSpec.Builder {
        Builder() {}
    }
}
