package dev.opsdk.ccr;

import dev.opsdk.ccr.internal.AddressBook;
import dev.opsdk.ccr.internal.Wire;
import dev.opsdk.ccr.model.Feature;
import dev.opsdk.ccr.model.Generation;
import dev.opsdk.ccr.model.JobNames;
import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.ClientBuilder;
import dev.opsdk.core.OpsClient;
import dev.opsdk.core.internal.Environment;
import dev.opsdk.core.internal.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Client of the Apache Doris CCR syncer, for one syncer or for all that share one metadata store.
 *
 * <pre>{@code
 * try (CcrClient ccr = CcrClient.connect("http://10.0.0.7:9190")) {
 *     ccr.job("orders").pause();
 *     System.out.println(ccr.job("orders").snapshot());
 * }
 * }</pre>
 *
 * <p>The syncer speaks plain HTTP without any authentication; {@code authorization} and {@code tls} of the builder are for a proxy
 * in front of it. Calls throw {@link dev.opsdk.core.error.OpsException}s, whose type says whether it happened.
 */
public final class CcrClient extends OpsClient<CcrClient> {
    private final Wire wire;
    private final Jobs jobs;

    private CcrClient(Builder builder) {
        super(builder.common());
        AddressBook addresses = new AddressBook(builder.syncers, builder.advertised, builder.pinned);
        this.wire = new Wire(transport(), settings().time(), addresses, builder.takeoverWindow);
        this.jobs = new Jobs(this);
    }

    /**
     * Connects with the defaults. Nothing is sent yet.
     *
     * @param syncers one or more base URLs, such as {@code http://10.0.0.7:9190}
     * @return a client
     * @throws IllegalArgumentException if one is no base URL; the message says why
     */
    public static CcrClient connect(String... syncers) {
        return builder().syncers(syncers).build();
    }

    /**
     * Connects as the environment says, for scripts: {@code OPSDK_CCR_URL} holds one or more base URLs with commas between them;
     * {@code OPSDK_CCR_READ_ONLY=true} refuses mutations.
     *
     * @return a client
     * @throws IllegalStateException if a variable is missing or cannot be understood; the message names it
     */
    public static CcrClient fromEnv() {
        return fromEnv(Environment.system());
    }

    static CcrClient fromEnv(Environment env) {
        env.only("OPSDK_CCR_", "OPSDK_CCR_URL", "OPSDK_CCR_READ_ONLY");
        String urls = env.get("OPSDK_CCR_URL", "the syncer's base URL, such as http://host:9190");
        boolean readOnly = env.flag("OPSDK_CCR_READ_ONLY");
        return Environment.building(
                "OPSDK_CCR_URL",
                () -> builder()
                        .syncers(Arrays.stream(urls.split(","))
                                .map(String::strip)
                                .toArray(String[]::new))
                        .readOnly(readOnly)
                        .build());
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
     * All jobs.
     *
     * @return calls about many jobs
     */
    public Jobs jobs() {
        return jobs;
    }

    /**
     * One job. Nothing is sent yet, and it need not exist.
     *
     * @param name the job's name
     * @return calls about this job
     * @throws IllegalArgumentException if no job can have that name: blank, or with control characters
     */
    public Job job(String name) {
        return new Job(this, JobNames.existing(name));
    }

    /**
     * The configured syncers, one by one.
     *
     * @return calls about a syncer itself
     */
    public List<Syncer> syncers() {
        return wire.nodes().stream().map(node -> new Syncer(wire, node)).toList();
    }

    /**
     * One syncer.
     *
     * @param url one of the configured base URLs
     * @return calls about it
     * @throws IllegalArgumentException if it is not configured
     */
    public Syncer syncer(String url) {
        BaseUrl node = BaseUrl.parse(url);
        if (!wire.nodes().contains(node)) {
            throw new IllegalArgumentException(node + " is not among the configured syncers " + wire.nodes());
        }
        return new Syncer(wire, node);
    }

    /**
     * The build of the first syncer that can be reached: free text, not to be parsed.
     *
     * @return such as {@code 2.1.8-alpha.2-dev:56d7533}
     */
    public String version() {
        return wire.version(Optional.empty());
    }

    /**
     * The switches of the first syncer that can be reached.
     *
     * @return name, value and default of each; generation 2 and later
     */
    public List<Feature> features() {
        return wire.features(Optional.empty());
    }

    /**
     * The generation of the first syncer that can be reached.
     *
     * @return by the shape of its answers
     * @see Syncer#generation()
     */
    public Generation generation() {
        return wire.generations().ofFirst();
    }

    Wire wire() {
        return wire;
    }

    @Override
    protected CcrClient self() {
        return this;
    }

    @Override
    public String toString() {
        return "CcrClient" + wire.nodes() + (settings().readOnly() ? " read-only" : "");
    }

    /** Builds a {@link CcrClient}. */
    public static final class Builder extends ClientBuilder<Builder> {
        private final List<BaseUrl> syncers = new ArrayList<>();
        private final Map<String, BaseUrl> advertised = new LinkedHashMap<>();
        private boolean pinned;
        private Duration takeoverWindow = Duration.ofSeconds(25);

        private Builder() {
            pollEvery(Duration.ofSeconds(3)); // a syncer's own step
        }

        /**
         * Where the syncers are. All must share one metadata store; the first that can be reached is asked first.
         *
         * @param urls base URLs
         * @return this builder
         * @throws IllegalArgumentException if one is no base URL; the message says why
         */
        public Builder syncers(String... urls) {
            for (String url : urls) {
                BaseUrl node = BaseUrl.parse(url);
                if (!syncers.contains(node)) {
                    syncers.add(node);
                }
            }
            return this;
        }

        /**
         * Where a syncer can be reached that calls itself something else. A syncer sends callers to the owner of a job by the owner's
         * {@code -host} and {@code -port} flags, which are {@code 127.0.0.1:9190} unless set.
         *
         * @param hostAndPort what the syncer calls itself, such as {@code 127.0.0.1:9190}
         * @param url where that is, as a base URL
         * @return this builder
         * @throws IllegalArgumentException if the one is not {@code host:port}, or the other no base URL
         */
        public Builder advertised(String hostAndPort, String url) {
            if (hostAndPort.contains("/") || !hostAndPort.matches(".+:\\d+")) {
                throw new IllegalArgumentException(
                        "what a syncer calls itself is host:port, such as 127.0.0.1:9190, without a scheme and with the port");
            }
            advertised.put(BaseUrl.parse("http://" + hostAndPort).authority(), BaseUrl.parse(url));
            return this;
        }

        /**
         * Calls no address but the configured and the advertised ones, whatever a syncer says.
         *
         * @param only true to refuse others
         * @return this builder
         */
        public Builder pinned(boolean only) {
            pinned = only;
            return this;
        }

        /**
         * How long a job may be without a living owner before a call about it fails: a dead syncer's jobs are taken over within about
         * 20 s. 25 s unless told; zero to fail at once.
         *
         * @param window how long
         * @return this builder
         */
        public Builder takeoverWindow(Duration window) {
            if (window.isNegative()) {
                throw new IllegalArgumentException("takeoverWindow is " + window + "; it must not be negative");
            }
            takeoverWindow = window;
            return this;
        }

        private Settings common() {
            return settings("ccr");
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * The client. Nothing is sent yet.
         *
         * @return a client
         * @throws IllegalArgumentException if no syncer was told
         */
        public CcrClient build() {
            if (syncers.isEmpty()) {
                throw new IllegalArgumentException(
                        "no syncer is configured; tell where one is, such as http://host:9190");
            }
            return new CcrClient(this);
        }
    }
}
