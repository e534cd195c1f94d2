package dev.opsdk.bizconnector.check;

import dev.opsdk.bizconnector.assess.ApiKeyEntry;
import dev.opsdk.bizconnector.assess.IdentityPin;
import dev.opsdk.bizconnector.assess.RateThresholds;
import dev.opsdk.bizconnector.assess.RequestCounts;
import dev.opsdk.core.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a run of checks may look at besides the connector itself. Immutable. */
public final class CheckOptions {
    /** Where upstream publishes its image. */
    public static final URI GHCR = URI.create("https://ghcr.io");

    private final Builder told;

    private CheckOptions(Builder told) {
        this.told = told;
    }

    static CheckOptions of(Consumer<Builder> how) {
        Builder builder = new Builder();
        how.accept(builder);
        return new CheckOptions(builder.copy());
    }

    Duration timeLimit() {
        return told.timeLimit;
    }

    Duration sample() {
        return told.sample;
    }

    List<Path> logs() {
        return told.logs;
    }

    ZoneId logZone() {
        return told.logZone;
    }

    Optional<Duration> logPeriod() {
        return told.logPeriod;
    }

    List<Path> disks() {
        return told.disks;
    }

    DiskSource diskSource() {
        return told.diskSource;
    }

    Optional<Path> cgroup() {
        return told.cgroup;
    }

    Optional<IdentityPin> pin() {
        return told.pin;
    }

    boolean proveKey() {
        return told.proveKey;
    }

    Optional<URI> registry() {
        return told.registry;
    }

    String image() {
        return told.image;
    }

    Optional<List<String>> tags() {
        return told.tags;
    }

    List<ApiKeyEntry> apiKeys() {
        return told.apiKeys;
    }

    boolean systems() {
        return told.systems;
    }

    List<URI> webhooks() {
        return told.webhooks;
    }

    Optional<RequestCounts> earlierRequests() {
        return told.earlierRequests;
    }

    RateThresholds rates() {
        return told.rates;
    }

    Optional<Duration> syncExpected() {
        return told.syncExpected;
    }

    Optional<Duration> oldMaterial() {
        return told.oldMaterial;
    }

    List<Secret> secrets() {
        return told.secrets;
    }

    String language() {
        return told.language;
    }

    /** Builds {@link CheckOptions}. Nothing outside of the connector is looked at unless it is told here. */
    public static final class Builder {
        private Duration timeLimit = Duration.ofSeconds(30);
        private Duration sample = Duration.ZERO;
        private List<Path> logs = List.of();
        private ZoneId logZone = ZoneOffset.UTC;
        private Optional<Duration> logPeriod = Optional.empty();
        private List<Path> disks = List.of();
        private DiskSource diskSource = DiskSource.LOCAL;
        private Optional<Path> cgroup = Optional.empty();
        private Optional<IdentityPin> pin = Optional.empty();
        private boolean proveKey;
        private Optional<URI> registry = Optional.empty();
        private String image = "nmshd/connector";
        private Optional<List<String>> tags = Optional.empty();
        private List<ApiKeyEntry> apiKeys = List.of();
        private boolean systems;
        private List<URI> webhooks = List.of();
        private Optional<RequestCounts> earlierRequests = Optional.empty();
        private RateThresholds rates = RateThresholds.DEFAULT;
        private Optional<Duration> syncExpected = Optional.empty();
        private Optional<Duration> oldMaterial = Optional.empty();
        private String language = "en";
        private List<Secret> secrets = List.of();

        private Builder() {}

        private Builder copy() {
            Builder copy = new Builder();
            copy.timeLimit = timeLimit;
            copy.sample = sample;
            copy.logs = logs;
            copy.logZone = logZone;
            copy.logPeriod = logPeriod;
            copy.disks = disks;
            copy.diskSource = diskSource;
            copy.cgroup = cgroup;
            copy.pin = pin;
            copy.proveKey = proveKey;
            copy.registry = registry;
            copy.image = image;
            copy.tags = tags;
            copy.apiKeys = apiKeys;
            copy.systems = systems;
            copy.webhooks = webhooks;
            copy.earlierRequests = earlierRequests;
            copy.rates = rates;
            copy.syncExpected = syncExpected;
            copy.oldMaterial = oldMaterial;
            copy.language = language;
            copy.secrets = secrets;
            return copy;
        }

        /**
         * How long the checks may take; they run beside each other. What has not ended then is unknown.
         *
         * @param limit positive; 30 s unless told
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder timeLimit(Duration limit) {
            timeLimit = positive("timeLimit", limit);
            return this;
        }

        /**
         * Takes two samples of request counters and control group, and judges what happened in between. Makes the run as much longer.
         *
         * @param between positive, and shorter than the time limit; one sample alone unless told
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder sample(Duration between) {
            sample = positive("sample", between);
            return this;
        }

        /**
         * The connector's log.
         *
         * @param paths logs, with those that they were rotated into, or directories of logs; the oldest first
         * @return this builder
         */
        public Builder logs(Path... paths) {
            logs = List.of(paths);
            return this;
        }

        /**
         * The time zone of the connector, whose log has local times.
         *
         * @param zone UTC unless told, as in upstream's image
         * @return this builder
         */
        public Builder logZone(ZoneId zone) {
            logZone = zone;
            return this;
        }

        /**
         * How far back the log counts.
         *
         * @param period positive; all of it unless told
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder logPeriod(Duration period) {
            logPeriod = Optional.of(positive("logPeriod", period));
            return this;
        }

        /**
         * Where the connector, its database or its backups write on this machine.
         *
         * @param paths paths that exist
         * @return this builder
         */
        public Builder disks(Path... paths) {
            disks = List.of(paths);
            return this;
        }

        /**
         * Who says how much room a path has.
         *
         * @param source {@link DiskSource#LOCAL} unless told
         * @return this builder
         */
        public Builder diskSource(DiskSource source) {
            diskSource = source;
            return this;
        }

        /**
         * The connector's control group.
         *
         * @param root its directory, such as {@code /sys/fs/cgroup} inside of the container; see {@link CgroupFiles}
         * @return this builder
         */
        public Builder cgroup(Path root) {
            cgroup = Optional.of(root);
            return this;
        }

        /**
         * The identity that the connector must have.
         *
         * @param identity written down when it was known to be right
         * @return this builder
         */
        public Builder pin(IdentityPin identity) {
            pin = Optional.of(identity);
            return this;
        }

        /**
         * Lets the connector sign a challenge to prove that it has its private key. Leaves an object on the Backbone that ends after
         * 10 min, needs the roles {@code core:challenges} and {@code core:account}, and is refused by a read-only client.
         *
         * @return this builder
         */
        public Builder proveKey() {
            proveKey = true;
            return this;
        }

        /**
         * A registry to ask for newer versions.
         *
         * @param base such as {@link #GHCR}, or a mirror's base URL; asked without credentials
         * @return this builder
         * @throws IllegalArgumentException if it is no http or https URL with a host
         */
        public Builder registry(URI base) {
            if (base.getHost() == null || !List.of("http", "https").contains(base.getScheme())) {
                throw new IllegalArgumentException("a registry is an http or https URL such as " + GHCR);
            }
            registry = Optional.of(base);
            return this;
        }

        /**
         * The image in the registry.
         *
         * @param name {@code nmshd/connector} unless told
         * @return this builder
         * @throws IllegalArgumentException if no image can have that name
         */
        public Builder image(String name) {
            if (!name.matches("[a-z0-9]+(?:[._/-]+[a-z0-9]+){0,30}")) {
                throw new IllegalArgumentException("no image can be named '" + name + "'");
            }
            image = name;
            return this;
        }

        /**
         * The tags of the image, for a place from which no registry can be reached.
         *
         * @param all all tags
         * @return this builder
         */
        public Builder tags(Collection<String> all) {
            tags = Optional.of(List.copyOf(all));
            return this;
        }

        /**
         * The API keys that the connector is configured with.
         *
         * @param inventory one's own list of them
         * @return this builder
         */
        public Builder apiKeys(Collection<ApiKeyEntry> inventory) {
            apiKeys = List.copyOf(inventory);
            return this;
        }

        /**
         * Looks from this machine at the systems that the connector works with, as its configuration names them: the Backbone's health,
         * version, certificate and clock, the webhook targets' ports and certificates.
         *
         * @return this builder
         */
        public Builder systems() {
            systems = true;
            return this;
        }

        /**
         * Webhook targets, where the configuration cannot be read. Only the connection is tried, nothing is sent.
         *
         * @param targets their URLs
         * @return this builder
         */
        public Builder webhooks(URI... targets) {
            webhooks = List.of(targets);
            return this;
        }

        /**
         * An earlier sample of the request counters, such as that of the last run.
         *
         * @param sample as {@link Checks#requestCounts()} gave it
         * @return this builder
         */
        public Builder earlierRequests(RequestCounts sample) {
            earlierRequests = Optional.of(sample);
            return this;
        }

        /**
         * From where request and error rates are worth a look.
         *
         * @param thresholds {@link RateThresholds#DEFAULT} unless told
         * @return this builder
         */
        public Builder rates(RateThresholds thresholds) {
            rates = thresholds;
            return this;
        }

        /**
         * How old the last sync may be, where the connector does not poll or does not say how often.
         *
         * @param interval positive
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder syncExpected(Duration interval) {
            syncExpected = Optional.of(positive("syncExpected", interval));
            return this;
        }

        /**
         * Lists what is old: expired files, templates and tokens, ended relationships, requests and messages that wait. Reads whole
         * lists, which can be large.
         *
         * @param waiting from when on a request or a message waits too long; positive
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder oldMaterial(Duration waiting) {
            oldMaterial = Optional.of(positive("oldMaterial", waiting));
            return this;
        }

        /**
         * The language of the Backbone's announcements.
         *
         * @param iso two letters of ISO 639-1; {@code en} unless told
         * @return this builder
         */
        public Builder language(String iso) {
            language = iso;
            return this;
        }

        /**
         * Secrets that may stand in what a support bundle reads, beyond those that it finds itself.
         *
         * @param known masked wherever they stand
         * @return this builder
         */
        public Builder mask(Secret... known) {
            secrets = List.of(known);
            return this;
        }

        private static Duration positive(String name, Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException(name + " must be positive, not " + value);
            }
            return value;
        }
    }
}
