package dev.opsdk.oms;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.ClientBuilder;
import dev.opsdk.core.OpsClient;
import dev.opsdk.core.call.RetryPolicy;
import dev.opsdk.core.call.Timeouts;
import dev.opsdk.core.internal.Environment;
import dev.opsdk.core.internal.Settings;
import dev.opsdk.oms.assess.Thresholds;
import dev.opsdk.oms.internal.CmUrl;
import dev.opsdk.oms.internal.DrcProperties;
import dev.opsdk.oms.internal.Wire;
import dev.opsdk.oms.model.CheckerTaskId;
import dev.opsdk.oms.model.ConnectorName;
import dev.opsdk.oms.model.Generation;
import dev.opsdk.oms.model.StoreName;
import dev.opsdk.oms.model.WriterName;
import dev.opsdk.oms.procedure.HostProcedures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Client of the OMS cluster manager: stores, writers, connectors and checkers.
 *
 * <pre>{@code
 * try (OmsClient oms = OmsClient.connect("10.0.0.7")) {
 *     System.out.println(oms.store("10.0.0.7-7100:p_4223_source-000-0:0000000007").detail());
 *     oms.writer("10.0.0.7-9000:p_4223_dest-000-0:0000000001").stop();
 * }
 * }</pre>
 *
 * <p>The cluster manager has no list of components (names stand in the console), no authentication, and no knowledge of projects: it
 * does at once what it is told. {@code authorization} and {@code tls} of the builder are for a gateway in front of it. Its mutations
 * work synchronously and slowly (22 s and 40 s were observed), so they are waited for 120 s; reads get 15 s. Success says that the order
 * was carried out, not that the component lives: a restored store was seen to die 43 s and 129 s later. Calls throw
 * {@link dev.opsdk.core.error.OpsException}s, whose type says whether it happened.
 */
public final class OmsClient extends OpsClient<OmsClient> {
    private static final Logger LOG = LoggerFactory.getLogger(OmsClient.class);

    private final Wire wire;
    private final boolean experimental;
    private final List<String> warnings;

    private OmsClient(Builder builder, BaseUrl server) {
        super(builder.common());
        this.wire = new Wire(transport(), settings().time(), server, builder.generation);
        this.experimental = builder.experimental;
        this.warnings = server.port() == CmUrl.CONSOLE_PORT
                ? List.of("port " + CmUrl.CONSOLE_PORT
                        + " is that of the OMS console by default; the cluster manager has " + CmUrl.PORT)
                : List.of();
        warnings.forEach(warning -> LOG.warn("{}: {}", server, warning));
    }

    /**
     * Connects with the defaults. Nothing is sent yet.
     *
     * @param url {@code host}, {@code host:port} or {@code http://host:port}; the port is 8088 unless told
     * @return a client
     * @throws IllegalArgumentException if it is no base URL; the message says why
     */
    public static OmsClient connect(String url) {
        return builder().url(url).build();
    }

    /**
     * Connects as the environment says, for scripts: {@code OPSDK_OMS_URL} as in {@link #connect}; {@code OPSDK_OMS_READ_ONLY=true}
     * refuses mutations.
     *
     * @return a client
     * @throws IllegalStateException if a variable is missing or cannot be understood; the message names it
     */
    public static OmsClient fromEnv() {
        return fromEnv(Environment.system());
    }

    static OmsClient fromEnv(Environment env) {
        env.only("OPSDK_OMS_", "OPSDK_OMS_URL", "OPSDK_OMS_READ_ONLY");
        String url = env.get("OPSDK_OMS_URL", "the cluster manager's base URL, such as http://host:8088");
        boolean readOnly = env.flag("OPSDK_OMS_READ_ONLY");
        return Environment.building(
                "OPSDK_OMS_URL", () -> builder().url(url).readOnly(readOnly).build());
    }

    /**
     * Connects to the cluster manager that a supervisor is configured with: {@code cm.url} of its {@code drc.properties}.
     *
     * @param file usually {@code /home/ds/supervisor/package/config/drc.properties} in the container
     * @return a client
     * @throws IllegalArgumentException if the file cannot be read or has no usable {@code cm.url}; the message names file and key,
     *     never another value of the file
     */
    public static OmsClient fromDrcProperties(Path file) {
        String url = DrcProperties.cmUrl(file);
        try {
            return connect(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("cm.url of " + file + ": " + e.getMessage(), e);
        }
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
     * One connector. Nothing is sent yet, and it need not exist.
     *
     * @param name the connector's name, that of its directory
     * @return calls about it
     * @throws IllegalArgumentException if no connector can have that name: blank, or with control characters
     */
    public Connector connector(String name) {
        return connector(ConnectorName.of(name));
    }

    /**
     * One connector.
     *
     * @param name its name
     * @return calls about it
     */
    public Connector connector(ConnectorName name) {
        return new Connector(this, name);
    }

    /**
     * One writer. Nothing is sent yet, and it need not exist.
     *
     * @param name the writer's name
     * @return calls about it
     * @throws IllegalArgumentException if no writer can have that name: blank, or with control characters
     */
    public Writer writer(String name) {
        return writer(WriterName.of(name));
    }

    /**
     * One writer.
     *
     * @param name its name
     * @return calls about it
     */
    public Writer writer(WriterName name) {
        return new Writer(this, name);
    }

    /**
     * One store. Nothing is sent yet, and it need not exist.
     *
     * @param name the store's name
     * @return calls about it
     * @throws IllegalArgumentException if no store can have that name: blank, or with control characters
     */
    public Store store(String name) {
        return store(StoreName.of(name));
    }

    /**
     * One store.
     *
     * @param name its name
     * @return calls about it
     */
    public Store store(StoreName name) {
        return new Store(this, name);
    }

    /**
     * A store and the writer that reads from it, to be diagnosed and watched.
     *
     * @param store the store's name
     * @param writer the writer's name
     * @return reads about both
     * @throws IllegalArgumentException if nothing can have such a name: blank, or with control characters
     */
    public Chain chain(String store, String writer) {
        return new Chain(this, store(store), writer(writer), Thresholds.DEFAULT);
    }

    /**
     * One checker. Nothing is sent yet, and it need not exist.
     *
     * @param taskId the id of its task, which is the middle part of its name
     * @return calls about it
     * @throws IllegalArgumentException if it is no number
     */
    public Checker checker(String taskId) {
        return checker(CheckerTaskId.of(taskId));
    }

    /**
     * One checker.
     *
     * @param taskId the id of its task
     * @return calls about it
     */
    public Checker checker(CheckerTaskId taskId) {
        return new Checker(this, taskId);
    }

    /**
     * Multi-step work on one host.
     *
     * @param address the host's address
     * @return makes plans
     */
    public HostProcedures host(String address) {
        return new HostProcedures(this, address);
    }

    /**
     * Calls that are not documented, but were seen.
     *
     * @return the calls
     * @throws IllegalStateException unless the builder was told {@code experimental(true)}
     */
    public Experimental experimental() {
        if (!experimental) {
            throw new IllegalStateException(
                    "these calls are not documented and may do anything; tell the builder experimental(true) to have them");
        }
        return new Experimental(wire);
    }

    /**
     * What is strange about the address.
     *
     * @return sentences, also logged when the client was built; none usually
     */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Where the cluster manager is.
     *
     * @return its base URL
     */
    public BaseUrl url() {
        return wire.server();
    }

    Wire wire() {
        return wire;
    }

    @Override
    protected OmsClient self() {
        return this;
    }

    @Override
    public String toString() {
        return "OmsClient[" + wire.server() + "]" + (readOnly() ? " read-only" : "");
    }

    /** Builds an {@link OmsClient}. */
    public static final class Builder extends ClientBuilder<Builder> {
        private static final Timeouts TIMEOUTS = new Timeouts(
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                Duration.ofSeconds(90),
                Duration.ofSeconds(120),
                Duration.ofMinutes(1));
        private static final RetryPolicy RETRY =
                new RetryPolicy(3, Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(30));

        private @Nullable BaseUrl server;
        private Generation generation = Generation.AUTO;
        private boolean experimental;

        private Builder() {
            timeouts(any -> TIMEOUTS);
            retry(RETRY);
            pollEvery(Duration.ofSeconds(5)); // how often components report
        }

        /**
         * Where the cluster manager is; with several behind one virtual address, that address.
         *
         * @param url {@code host}, {@code host:port} or {@code http://host:port}; the port is 8088 unless told, and 443 for https
         * @return this builder
         * @throws IllegalArgumentException if it is no base URL; the message says why
         */
        public Builder url(String url) {
            server = CmUrl.parse(url);
            return this;
        }

        /**
         * Which connector API the server speaks; {@link Generation#AUTO} unless told. What is told here counts for every connector,
         * whatever its name says.
         *
         * @param which the generation
         * @return this builder
         */
        public Builder generation(Generation which) {
            generation = Objects.requireNonNull(which);
            return this;
        }

        /**
         * Allows calls that are not documented; see {@link OmsClient#experimental()}.
         *
         * @param allowed true to have them
         * @return this builder
         */
        public Builder experimental(boolean allowed) {
            experimental = allowed;
            return this;
        }

        private Settings common() {
            return settings("oms");
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * The client. Nothing is sent yet.
         *
         * @return a client
         * @throws IllegalArgumentException if no address was told
         */
        public OmsClient build() {
            BaseUrl told = server;
            if (told == null) {
                throw new IllegalArgumentException(
                        "no cluster manager is configured; tell where it is, such as url(\"http://host:8088\")");
            }
            return new OmsClient(this, told);
        }
    }
}
