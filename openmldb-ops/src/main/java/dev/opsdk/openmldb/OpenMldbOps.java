package dev.opsdk.openmldb;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.ClientBuilder;
import dev.opsdk.core.OpsClient;
import dev.opsdk.core.Secret;
import dev.opsdk.core.call.Authorization;
import dev.opsdk.core.call.Timeouts;
import dev.opsdk.core.internal.Environment;
import dev.opsdk.core.internal.Settings;
import dev.opsdk.openmldb.internal.Credentials;
import dev.opsdk.openmldb.internal.Directory;
import dev.opsdk.openmldb.internal.Servers;
import dev.opsdk.openmldb.internal.Wire;
import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.procedure.ClusterProcedures;
import dev.opsdk.openmldb.procedure.OpProcedures;
import dev.opsdk.openmldb.procedure.PartitionProcedures;
import dev.opsdk.openmldb.procedure.StatusReports;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Operates an OpenMLDB cluster over the RPC of its nameservers and tablets.
 *
 * <pre>{@code
 * try (OpenMldbOps mldb = OpenMldbOps.connect("10.0.0.1:7527", "10.0.0.2:7527")) {
 *     System.out.println(mldb.nameServer().tablets());
 *     System.out.println(mldb.tablet("10.0.0.3:10921").partitions());
 * }
 * }</pre>
 *
 * <p>The nameserver that leads is found by asking, and found again when leadership moves. A read is repeated; a mutation is sent again
 * only when it provably did nothing: it was refused by a standby (code 300), or there was no connection. Every request carries
 * credentials, because servers since 0.9 hang up on one that has none, even when they check none.
 *
 * <p>Code 0 of the nameserver says that a request was accepted, not that anything will happen: see {@link NameServer}.
 *
 * <p>Clusters only: a standalone deployment (without ZooKeeper) answers reads, but its nameserver is expected to crash over requests
 * that create ops or set {@code auto_failover}, and it cannot be told from a cluster from outside. Do not send mutations to one.
 */
public final class OpenMldbOps extends OpsClient<OpenMldbOps> {
    private final Wire wire;
    private final Discovery discovery;
    private final Duration opTimeout;
    private final boolean exclusive;

    private OpenMldbOps(Builder builder, Discovery discovery) {
        super(builder.common());
        this.discovery = discovery;
        this.opTimeout = builder.opTimeout;
        this.exclusive = builder.exclusive;
        this.wire = new Wire(
                transport(),
                settings().time(),
                new Servers(builder.addresses, directory(discovery)),
                builder.leaderWindow,
                builder.credentials);
    }

    private static Directory directory(Discovery discovery) {
        return new Directory() {
            @Override
            public List<String> nameServers() {
                return discovery.nameServers();
            }

            @Override
            public Optional<String> address(String endpoint) {
                return discovery.address(endpoint);
            }

            @Override
            public void refresh() {
                discovery.refresh();
            }
        };
    }

    /**
     * Connects with the defaults. Nothing is sent yet.
     *
     * @param nameServers all nameservers of the cluster, each as {@code host:port}
     * @return a client
     * @throws IllegalArgumentException if there is none, or one is not {@code host:port}
     */
    public static OpenMldbOps connect(String... nameServers) {
        return builder().nameServers(nameServers).build();
    }

    /**
     * Connects as the environment says, for scripts: {@code OPSDK_OPENMLDB_NAMESERVERS} (comma-separated), or {@code OPSDK_OPENMLDB_ZK}
     * and {@code OPSDK_OPENMLDB_ZK_ROOT}; {@code OPSDK_OPENMLDB_USER} and {@code OPSDK_OPENMLDB_PASSWORD}, if the cluster checks them;
     * {@code OPSDK_OPENMLDB_READ_ONLY=true} refuses mutations.
     *
     * @return a client
     * @throws IllegalStateException if a variable is missing or cannot be understood; the message names it
     */
    public static OpenMldbOps fromEnv() {
        return fromEnv(Environment.system());
    }

    static OpenMldbOps fromEnv(Environment env) {
        env.only(
                "OPSDK_OPENMLDB_",
                "OPSDK_OPENMLDB_NAMESERVERS",
                "OPSDK_OPENMLDB_ZK",
                "OPSDK_OPENMLDB_ZK_ROOT",
                "OPSDK_OPENMLDB_ZK_CERT",
                "OPSDK_OPENMLDB_USER",
                "OPSDK_OPENMLDB_PASSWORD",
                "OPSDK_OPENMLDB_READ_ONLY");
        Optional<String> listed = env.find("OPSDK_OPENMLDB_NAMESERVERS");
        Optional<String> zooKeeper = env.find("OPSDK_OPENMLDB_ZK");
        if (listed.isPresent() == zooKeeper.isPresent()) {
            throw new IllegalStateException(
                    "set one of the environment variables OPSDK_OPENMLDB_NAMESERVERS (host:port,host:port) and OPSDK_OPENMLDB_ZK (host:2181, with OPSDK_OPENMLDB_ZK_ROOT); "
                            + (listed.isPresent() ? "both are set" : "none is set"));
        }
        Builder builder = builder().readOnly(env.flag("OPSDK_OPENMLDB_READ_ONLY"));
        env.find("OPSDK_OPENMLDB_USER")
                .ifPresent(user -> Environment.building(
                        "OPSDK_OPENMLDB_USER",
                        () -> builder.user(
                                user,
                                Secret.of(env.find("OPSDK_OPENMLDB_PASSWORD").orElse("")))));
        Optional<String> root = zooKeeper.map(
                connect -> env.get("OPSDK_OPENMLDB_ZK_ROOT", "zk_root_path of the cluster, such as /openmldb"));
        // by itself, so that it is named when it is what is wrong
        root.ifPresent(
                path -> Environment.building("OPSDK_OPENMLDB_ZK_ROOT", () -> ZooKeeperOptions.of("localhost", path)));
        return Environment.building(listed.isPresent() ? "OPSDK_OPENMLDB_NAMESERVERS" : "OPSDK_OPENMLDB_ZK", () -> {
            listed.ifPresent(text -> builder.nameServers(text.split(",", -1)));
            zooKeeper.ifPresent(connect -> builder.zookeeper(connect, root.orElseThrow()));
            return builder.build();
        });
    }

    /**
     * Starts a client.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The nameserver that leads.
     *
     * @return calls to it
     */
    public NameServer nameServer() {
        return new NameServer(this);
    }

    /**
     * One tablet. Nothing is sent yet.
     *
     * @param endpoint its name in the cluster, as {@link NameServer#tablets()} and replicas have it; not its address when it has a name
     * @return calls to it
     * @throws IllegalArgumentException if no tablet can be called so
     */
    public TabletServer tablet(String endpoint) {
        return new TabletServer(this, Objects.requireNonNull(endpoint, "endpoint"));
    }

    /**
     * The operations on the whole cluster: recover data, scale out and in, upgrade.
     *
     * @return makes plans
     */
    public ClusterProcedures procedures() {
        return new ClusterProcedures(this);
    }

    /**
     * Operations on one partition. Nothing is sent yet.
     *
     * @param db the database, empty for the legacy default database
     * @param table the table
     * @param pid the partition, from 0
     * @return makes plans
     * @throws IllegalArgumentException if there can be no such partition
     */
    public PartitionProcedures partition(String db, String table, long pid) {
        return new PartitionProcedures(this, new PartitionId(db, table, pid));
    }

    /**
     * Cancelling and deleting ops of the nameserver.
     *
     * @return makes plans
     */
    public OpProcedures opProcedures() {
        return new OpProcedures(this);
    }

    /**
     * What the Python tool's {@code showopstatus} and {@code showtablestatus} print, typed.
     *
     * @return reads
     */
    public StatusReports status() {
        return new StatusReports(this);
    }

    /**
     * How long a procedure waits for the ops that one of its steps caused.
     *
     * @return the limit
     */
    public Duration opTimeout() {
        return opTimeout;
    }

    /**
     * Whether procedures take the operators' lock.
     *
     * @return true if they do
     */
    public boolean exclusive() {
        return exclusive;
    }

    /**
     * How the servers are found.
     *
     * @return as the builder was told
     */
    public Discovery discovery() {
        return discovery;
    }

    /**
     * Locks that keep operators out of each other's way.
     *
     * @return the locks, or empty where they are unsupported: without ZooKeeper there is no place to hold one
     */
    public Optional<OperatorLocks> locks() {
        return discovery.locks();
    }

    Wire wire() {
        return wire;
    }

    @Override
    protected OpenMldbOps self() {
        return this;
    }

    /** Also closes the discovery. */
    @Override
    public void close() {
        super.close();
        discovery.close();
    }

    @Override
    public String toString() {
        return "OpenMldbOps[" + discovery + "]" + (readOnly() ? " read-only" : "");
    }

    /**
     * Builds an {@link OpenMldbOps}. What {@code authorization} is told goes to every server of the cluster, also to those that other
     * servers name: none answers without.
     */
    public static final class Builder extends ClientBuilder<Builder> {
        private static final Timeouts TIMEOUTS = new Timeouts(
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofMinutes(2));

        private @Nullable Discovery discovery;
        private @Nullable String told;
        private Credentials credentials = Credentials.DEFAULT;
        private final Map<String, BaseUrl> addresses = new LinkedHashMap<>();
        private Duration leaderWindow = Duration.ofSeconds(30);
        private Duration opTimeout = Duration.ofHours(2);
        private boolean exclusive;

        private Builder() {
            timeouts(any -> TIMEOUTS); // the command line waits 20 s for an RPC
            pollEvery(Duration.ofSeconds(2)); // as the operation tool does
            credentials(Credentials.DEFAULT);
        }

        /**
         * Where the nameservers are.
         *
         * @param nameServers all of them, each as {@code host:port}
         * @return this builder
         * @throws IllegalArgumentException if there is none, or one is not {@code host:port}
         */
        public Builder nameServers(String... nameServers) {
            once("nameServers");
            return discovery(Discovery.nameServers(nameServers));
        }

        /**
         * Where the cluster's ZooKeeper is. Needs {@code org.apache.zookeeper:zookeeper} on the class path.
         *
         * @param connect as {@code zk_cluster} of the servers, such as {@code 10.0.0.1:2181,10.0.0.2:2181}
         * @param root as {@code zk_root_path} of the servers, such as {@code /openmldb}
         * @return this builder
         * @throws IllegalStateException if the ZooKeeper client is missing; says how to add it
         */
        public Builder zookeeper(String connect, String root) {
            once("zookeeper");
            return discovery(Discovery.zookeeper(connect, root));
        }

        /**
         * Where the cluster's ZooKeeper is, and how it is talked to.
         *
         * @param options such as {@code ZooKeeperOptions.of("10.0.0.1:2181", "/openmldb").withCredentials("root", password)}
         * @return this builder
         * @throws IllegalStateException if the ZooKeeper client is missing; says how to add it
         */
        public Builder zookeeper(ZooKeeperOptions options) {
            once("zookeeper");
            return discovery(Discovery.zookeeper(options));
        }

        /**
         * Another way to find the servers.
         *
         * @param how the discovery; closed with the client
         * @return this builder
         */
        public Builder discovery(Discovery how) {
            discovery = Objects.requireNonNull(how);
            return this;
        }

        /**
         * Calls as a user of the database, for clusters with {@code skip_grant_tables=false}. Who is known may do everything.
         *
         * @param name the user
         * @param password may be empty, as root's is at first
         * @return this builder
         * @throws IllegalArgumentException if the name is blank or has characters that no header can hold
         */
        public Builder user(String name, Secret password) {
            return credentials(Credentials.user(
                    Objects.requireNonNull(name, "name"), Objects.requireNonNull(password, "password")));
        }

        /**
         * Calls with another service token than {@code default}, which is used unless told.
         *
         * @param token the token, without the letter that says that it is one
         * @return this builder
         * @throws IllegalArgumentException if it has characters that no header can hold
         */
        public Builder serviceToken(Secret token) {
            return credentials(Credentials.service(token));
        }

        private Builder credentials(Credentials who) {
            credentials = who;
            super.authorization(who::header);
            return this;
        }

        @Override
        public Builder authorization(Supplier<Authorization> supplier) {
            credentials = Credentials.UNKNOWN;
            return super.authorization(supplier);
        }

        /**
         * Where a server can be reached from here, when that is not what the cluster calls it. Counts more than what anybody else says.
         *
         * @param name the server's name in the cluster, a server name or {@code host:port}
         * @param address {@code host:port}, or {@code https://host:port} when something in front of it speaks TLS
         * @return this builder
         * @throws IllegalArgumentException if it is no address
         */
        public Builder address(String name, String address) {
            addresses.put(
                    name,
                    Servers.parse(address)
                            .orElseThrow(() ->
                                    new IllegalArgumentException("the address of " + name + " is not host:port")));
            return this;
        }

        /**
         * How long a leader is waited for while nobody leads; a fail-over takes seconds. 30 s unless told.
         *
         * @param window zero to not wait
         * @return this builder
         */
        public Builder leaderWindow(Duration window) {
            if (window.isNegative()) {
                throw new IllegalArgumentException("leaderWindow is " + window + "; it cannot be negative");
            }
            leaderWindow = window;
            return this;
        }

        /**
         * How long a procedure waits for the ops that one of its steps caused; a big partition takes its time, and ops queue behind others.
         * 2 h unless told.
         *
         * @param limit longer than zero
         * @return this builder
         */
        public Builder opTimeout(Duration limit) {
            if (limit.isNegative() || limit.isZero()) {
                throw new IllegalArgumentException("opTimeout is " + limit + "; it must be longer than zero");
            }
            opTimeout = limit;
            return this;
        }

        /**
         * Lets procedures take the operators' lock of the cluster, so that no two of them run at once. Needs ZooKeeper.
         *
         * @param alone true to take it
         * @return this builder
         */
        public Builder exclusive(boolean alone) {
            exclusive = alone;
            return this;
        }

        /** Two answers to where the cluster is may be two clusters. */
        private void once(String way) {
            if (told != null && !told.equals(way)) {
                throw new IllegalArgumentException(
                        "nameServers and zookeeper are both told; tell one of them, so that it is clear which cluster is meant");
            }
            told = way;
        }

        private Settings common() {
            return settings("openmldb");
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * The client. Nothing is sent yet.
         *
         * @return a client
         * @throws IllegalArgumentException if it was not told where the cluster is, or is to be exclusive where there are no locks
         */
        public OpenMldbOps build() {
            Discovery how = discovery;
            if (how == null) {
                throw new IllegalArgumentException(
                        "no cluster is configured; tell where it is, such as nameServers(\"host:7527\") or zookeeper(\"host:2181\", \"/openmldb\")");
            }
            if (exclusive && how.locks().isEmpty()) {
                throw new IllegalArgumentException(
                        "exclusive(true) needs the cluster's ZooKeeper: a list of nameservers has no place for a lock; use zookeeper(\"host:2181\", \"/openmldb\")");
            }
            return new OpenMldbOps(this, how);
        }
    }
}
