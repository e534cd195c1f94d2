package dev.opsdk.ccr.model;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * What {@code /metrics} says of one job: only what is there, which differs by generation. Values are refreshed every 10 seconds
 * from generation 5 on; a job whose lag cannot be asked keeps its old values, and those of a deleted job stay until the syncer
 * restarts. So a value may be stale, and nothing in it says so.
 */
@Value.Immutable
public interface JobMetrics {
    /**
     * The job's name as it was asked for; up to generation 4 metrics carry it with {@code _} for blank, {@code . = - /}.
     *
     * @return the name
     */
    String name();

    /**
     * The sequence number of the binlog last taken into work ({@code ccr_binlog_commit_seq}, {@code handlingCommitSeq}). Up to
     * generation 4 a 32-bit float: wrong by rounding above 16,777,216.
     *
     * @return the number; empty when no binlog was handled since the syncer started
     */
    OptionalLong commitSeq();

    /**
     * The sequence number up to which everything is applied; up to generation 4 only, and a 32-bit float.
     *
     * @return the number
     */
    OptionalLong prevCommitSeq();

    /**
     * How many binlogs the job is behind; since generation 5.
     *
     * @return a count of binlogs
     */
    OptionalLong lag();

    /**
     * How far the job is behind in time; since generation 5.
     *
     * @return the time; empty also when there is no lag, since then the server's number is garbage
     */
    Optional<Duration> timeBehind();

    /**
     * The phase; since generation 5.
     *
     * @return the phase
     */
    Optional<SyncState> syncState();

    /**
     * The step inside the phase; since generation 5.
     *
     * @return the step
     */
    Optional<SubSyncState> subSyncState();

    /**
     * How many binlogs were handled since the syncer started.
     *
     * @return a count that only grows
     */
    OptionalLong handledBinlogs();

    /**
     * How many errors were counted for this job since the syncer started; only builds that label errors by job.
     *
     * @return a count that only grows
     */
    OptionalLong errors();

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link JobMetrics}. */
    final class Builder extends ImmutableJobMetrics.Builder {
        Builder() {}
    }
}
