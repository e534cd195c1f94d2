package dev.opsdk.ccr.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.opsdk.core.Secret;
import java.util.Map;
import org.immutables.value.Value;

/**
 * One side of a job to be created: where a Doris cluster is, and what of it. Only what a request should carry: the syncer finds
 * ids and frontends itself, and would double the frontends it is sent.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableClusterEndpoint.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface ClusterEndpoint {
    /**
     * A frontend's host name or address; with a host mapping it must be the public one.
     *
     * @return the host alone, without scheme and port
     */
    @JsonProperty("host")
    String host();

    /**
     * The frontend's port of the MySQL protocol, usually 9030. A decimal text on the wire, 0 to 65535.
     *
     * @return the port
     */
    @JsonProperty("port")
    String port();

    /**
     * The frontend's RPC port, usually 9020. A decimal text on the wire, 0 to 65535.
     *
     * @return the port
     */
    @JsonProperty("thrift_port")
    String thriftPort();

    /**
     * The user of the MySQL protocol.
     *
     * @return the user
     */
    @JsonProperty("user")
    String user();

    /**
     * The password. The syncer stores it in clear, writes it to its log at each create, and gives it to anyone who asks for the
     * job's detail.
     *
     * @return the password; an empty one unless set
     */
    @JsonProperty("password")
    @Value.Default
    default Secret password() {
        return Secret.of("");
    }

    /**
     * The database.
     *
     * @return its name
     */
    @JsonProperty("database")
    String database();

    /**
     * The table, for a job that follows one table.
     *
     * @return its name; the empty text for a job that follows the whole database
     */
    @JsonProperty("table")
    @Value.Default
    default String table() {
        return "";
    }

    /**
     * Private to public address. Once there is one, every frontend and backend of the cluster must be in it.
     *
     * @return the mapping; empty when addresses are used as they are
     */
    @JsonProperty("host_mapping")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, String> hostMapping();

    /**
     * Refuses what the server would refuse, and what it would take and never serve.
     *
     * @throws IllegalArgumentException saying what and why, without the password
     */
    @Value.Check
    default void check() {
        EndpointRules.check(this);
    }

    /** {@code database[.table] on host:port}. */
    default String summary() {
        return database() + (table().isEmpty() ? "" : "." + table()) + " on " + host() + ":" + port();
    }

    /**
     * What an existing job's side would be sent as, to create the job anew. {@code job_detail} gives the password, so the copy is
     * complete.
     *
     * @param spec one side of a job
     * @return a builder with all that a request may carry
     */
    static Builder from(ClusterSpec spec) {
        Builder builder = builder();
        spec.host().ifPresent(builder::host);
        spec.port().ifPresent(builder::port);
        spec.thriftPort().ifPresent(builder::thriftPort);
        spec.user().ifPresent(builder::user);
        spec.password().ifPresent(builder::password);
        spec.database().ifPresent(builder::database);
        spec.table().ifPresent(builder::table);
        builder.putAllHostMapping(spec.hostMapping());
        return builder;
    }

    /**
     * Starts one.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ClusterEndpoint}. */
    final class Builder extends ImmutableClusterEndpoint.Builder {
        Builder() {}

        /**
         * The port of the MySQL protocol.
         *
         * @param port 0 to 65535
         * @return this builder
         */
        public Builder port(int port) {
            return port(Integer.toString(port));
        }

        /**
         * The RPC port.
         *
         * @param port 0 to 65535
         * @return this builder
         */
        public Builder thriftPort(int port) {
            return thriftPort(Integer.toString(port));
        }

        /**
         * The password.
         *
         * @param password the password; may be empty
         * @return this builder
         */
        public Builder password(String password) {
            return password(Secret.of(password));
        }

        /**
         * Says under which address a host is reached from the syncer.
         *
         * @param privateIp the address the cluster knows
         * @param publicIp the address the syncer reaches
         * @return this builder
         */
        public Builder mapHost(String privateIp, String publicIp) {
            return putHostMapping(privateIp, publicIp);
        }
    }
}
