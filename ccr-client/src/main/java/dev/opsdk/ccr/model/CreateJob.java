package dev.opsdk.ccr.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.immutables.value.Value;

/**
 * A job to be created with {@code /create_ccr}. The syncer that is asked will own it; the call never redirects. Success means
 * that the job is stored and started, not that anything is copied yet. A create that fails late can leave an empty database at
 * the destination (read in source).
 */
@Value.Immutable
@JsonSerialize(as = ImmutableCreateJob.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface CreateJob {
    /**
     * The job's name, unique among all syncers that share a metadata store; see {@link JobNames#forNewJob}.
     *
     * @return the name
     */
    @JsonProperty("name")
    String name();

    /**
     * Where data comes from.
     *
     * @return the source
     */
    @JsonProperty("src")
    ClusterEndpoint src();

    /**
     * Where data goes.
     *
     * @return the destination
     */
    @JsonProperty("dest")
    ClusterEndpoint dest();

    /**
     * Whether errors are skipped. Honoured up to 2.1.8-alpha.2, taken and ignored since 2.1.8 and 3.0.4.
     *
     * @return false unless set
     */
    @JsonProperty("skip_error")
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    @Value.Default
    default boolean skipError() {
        return false;
    }

    /**
     * Whether the destination's table may exist already. For a table job only; since 2.1.6 and 2.0.15.
     *
     * @return false unless set
     */
    @JsonProperty("allow_table_exists")
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    @Value.Default
    default boolean allowTableExists() {
        return false;
    }

    /**
     * Whether transactions at the destination get the labels they have at the source; since 2.1.8 and 3.0.4.
     *
     * @return false unless set
     */
    @JsonProperty("reuse_binlog_label")
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    @Value.Default
    default boolean reuseBinlogLabel() {
        return false;
    }

    /**
     * How many replicas the destination gets; generation 6 (late 2025), ignored before. May not exceed the destination's living
     * backends.
     *
     * @return 1 or more; -1 or empty to inherit the source's number
     */
    @JsonProperty("replication_num")
    OptionalInt replicationNum();

    /**
     * Refuses what the server would refuse, and what it would take and silently ignore.
     *
     * @throws IllegalArgumentException saying what and why
     */
    @Value.Check
    default void check() {
        JobNames.forNewJob(name());
        if (src().table().isEmpty() != dest().table().isEmpty()) {
            throw new IllegalArgumentException("source and destination must both name a table, or both name none");
        }
        if (EndpointRules.same(src(), dest())) {
            throw new IllegalArgumentException("source and destination are the same: " + src());
        }
        if (allowTableExists() && src().table().isEmpty()) {
            throw new IllegalArgumentException(
                    "allow_table_exists is for table jobs; for a database job the server ignores it");
        }
        int replicas = replicationNum().orElse(-1);
        if (replicas == 0 || replicas < -1) {
            throw new IllegalArgumentException(
                    "replication_num must be 1 or more, or -1 to inherit the source's, and is " + replicas);
        }
    }

    /**
     * What the server takes, and what may hurt later: characters that some metadata stores break on, names that share metrics,
     * options that newer servers ignore.
     *
     * @return sentences, without values of passwords; empty when nothing is to be said
     */
    default List<String> warnings() {
        List<String> warnings = new ArrayList<>(JobNames.warnings(name()));
        warnings.addAll(EndpointRules.warnings("src", src()));
        warnings.addAll(EndpointRules.warnings("dest", dest()));
        if (skipError()) {
            warnings.add("skip_error is taken and ignored since 2.1.8 and 3.0.4");
        }
        return List.copyOf(warnings);
    }

    /** Name, source and destination on one line. */
    default String summary() {
        return "create job " + name() + " from " + src() + " to " + dest();
    }

    /**
     * A job that follows a database. The destination's database is created if it is not there.
     *
     * @param name the job's name
     * @param src where data comes from; names no table
     * @param dest where data goes; names no table
     * @return the request
     */
    static CreateJob database(
            String name, Consumer<ClusterEndpoint.Builder> src, Consumer<ClusterEndpoint.Builder> dest) {
        CreateJob job = builder().name(name).src(src).dest(dest).build();
        if (!job.src().table().isEmpty()) {
            throw new IllegalArgumentException("a database job names no table");
        }
        return job;
    }

    /**
     * A job that follows one table, which must not exist at the destination yet.
     *
     * @param name the job's name
     * @param src where data comes from; names a table
     * @param dest where data goes; names a table
     * @return the request
     */
    static CreateJob table(String name, Consumer<ClusterEndpoint.Builder> src, Consumer<ClusterEndpoint.Builder> dest) {
        CreateJob job = builder().name(name).src(src).dest(dest).build();
        if (job.src().table().isEmpty()) {
            throw new IllegalArgumentException("a table job names a table on both sides");
        }
        return job;
    }

    /**
     * What an existing job would be created with again. {@code allow_table_exists} is not known of an existing job, and its name
     * may be one that a new job must not have.
     *
     * @param detail the job
     * @return a builder with all that a request may carry
     */
    static Builder from(JobDetail detail) {
        Builder builder = builder();
        detail.name().ifPresent(builder::name);
        detail.src().map(spec -> ClusterEndpoint.from(spec).build()).ifPresent(builder::src);
        detail.dest().map(spec -> ClusterEndpoint.from(spec).build()).ifPresent(builder::dest);
        detail.skipError().ifPresent(builder::skipError);
        detail.extra().flatMap(JobExtra::reuseBinlogLabel).ifPresent(builder::reuseBinlogLabel);
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

    /** Builds a {@link CreateJob}. */
    final class Builder extends ImmutableCreateJob.Builder {
        Builder() {}

        /**
         * Where data comes from.
         *
         * @param src fills in the source
         * @return this builder
         */
        public Builder src(Consumer<ClusterEndpoint.Builder> src) {
            return src(filled("src", src));
        }

        /**
         * Where data goes.
         *
         * @param dest fills in the destination
         * @return this builder
         */
        public Builder dest(Consumer<ClusterEndpoint.Builder> dest) {
            return dest(filled("dest", dest));
        }

        private static ClusterEndpoint filled(String side, Consumer<ClusterEndpoint.Builder> fill) {
            ClusterEndpoint.Builder builder = ClusterEndpoint.builder();
            try {
                fill.accept(builder);
                return builder.build();
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(side + ": " + e.getMessage(), e);
            }
        }
    }
}
