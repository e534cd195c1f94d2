package dev.opsdk.ccr.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * What {@code /get_lag} says. Do not take it at its word: when the source's frontend answers with an error, the syncer does not
 * look at it and says success, lag 0, and sequence numbers 0 (recorded). All but {@link #lag()} came in January 2025.
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableJobLag.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface JobLag extends OpenModel {
    /**
     * How many binlogs the source still keeps that come after the one in work, which counts as done.
     *
     * @return a count of binlogs, not of rows or seconds
     */
    @JsonProperty("lag")
    OptionalLong lag();

    /**
     * The oldest sequence number that the source still keeps. Not a bound of the lag.
     *
     * @return the number; 0 when the source said nothing, -1 when it said there is none
     */
    @JsonProperty("first_commit_seq")
    OptionalLong firstCommitSeq();

    /**
     * The newest sequence number of the source. 0 means that nothing is known, never that all is well.
     *
     * @return the number; 0 when the source said nothing, -1 when it said there is none
     */
    @JsonProperty("last_commit_seq")
    OptionalLong lastCommitSeq();

    /**
     * The raw form of {@link #firstBinlogTimestamp()}.
     *
     * @return the server's text
     */
    @JsonProperty("first_binlog_timestamp")
    Optional<String> firstBinlogTimestampText();

    /**
     * The raw form of {@link #lastBinlogTimestamp()}.
     *
     * @return the server's text
     */
    @JsonProperty("last_binlog_timestamp")
    Optional<String> lastBinlogTimestampText();

    /**
     * The raw form of {@link #retentionWindow()}; builds of January 2025 to generation 4.
     *
     * @return seconds
     */
    @JsonProperty("time_interval")
    Optional<BigDecimal> timeIntervalNumber();

    /**
     * The raw form of {@link #timeBehind()}; since generation 5. About 1.7 billion when there is no lag.
     *
     * @return seconds
     */
    @JsonProperty("time_interval_secs")
    Optional<BigDecimal> timeIntervalSecsNumber();

    /**
     * The sequence number that comes next for the job; since generation 5.
     *
     * @return the number; 0 when there is no lag
     */
    @JsonProperty("next_commit_seq")
    OptionalLong nextCommitSeq();

    /**
     * The raw form of {@link #nextBinlogTimestamp()}; since generation 5.
     *
     * @return the server's text
     */
    @JsonProperty("next_binlog_timestamp")
    Optional<String> nextBinlogTimestampText();

    /**
     * When the oldest kept binlog was written, by the wall clock of the syncer's own zone, which no call tells.
     *
     * @return date and time; empty for the server's ways to say that it does not know (empty text, 1970)
     */
    default Optional<LocalDateTime> firstBinlogTimestamp() {
        return firstBinlogTimestampText().flatMap(SyncerTime::parse);
    }

    /**
     * When the newest binlog was written, by the wall clock of the syncer's own zone.
     *
     * @return date and time; empty for the server's ways to say that it does not know (empty text, 1970)
     */
    default Optional<LocalDateTime> lastBinlogTimestamp() {
        return lastBinlogTimestampText().flatMap(SyncerTime::parse);
    }

    /**
     * When the next binlog for the job was written, by the wall clock of the syncer's own zone.
     *
     * @return date and time; empty for the server's ways to say that it does not know (empty text, 1970)
     */
    default Optional<LocalDateTime> nextBinlogTimestamp() {
        return nextBinlogTimestampText().flatMap(SyncerTime::parse);
    }

    /**
     * How much time lies between the oldest and the newest kept binlog. This is not how far the job is behind.
     *
     * @return the time; empty when the server does not say it (generation 5 and later) or knows neither end
     */
    default Optional<Duration> retentionWindow() {
        return firstBinlogTimestamp().isPresent() && lastBinlogTimestamp().isPresent()
                ? timeIntervalNumber().flatMap(SyncerTime::seconds)
                : Optional.empty();
    }

    /**
     * How far the job is behind in time: from its next binlog to the newest. Since generation 5.
     *
     * @return the time; empty when there is no lag, since then the server's number is garbage, or when it says none
     */
    default Optional<Duration> timeBehind() {
        return lag().orElse(0) > 0 && nextCommitSeq().orElse(0) > 0
                ? timeIntervalSecsNumber().flatMap(SyncerTime::seconds)
                : Optional.empty();
    }

    /** Count, time and range on one line; a zero that is also what an error looks like is not printed as one. */
    default String summary() {
        if (lag().orElse(-1) == 0 && lastCommitSeq().orElse(-1) == 0) {
            return "lag unknown (0 with last_commit_seq 0, as after an error at the source)";
        }
        return "lag " + (lag().isPresent() ? lag().getAsLong() + " binlogs" : "unknown")
                + timeBehind()
                        .map(time -> ", " + time.toSeconds() + " s behind")
                        .orElse("")
                + (firstCommitSeq().isPresent() && lastCommitSeq().isPresent()
                        ? ", source keeps " + firstCommitSeq().getAsLong() + ".."
                                + lastCommitSeq().getAsLong()
                        : "")
                + retentionWindow()
                        .map(time -> " over " + time.toSeconds() + " s")
                        .orElse("");
    }

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link JobLag}. */
    final class Builder extends ImmutableJobLag.Builder {
        Builder() {}
    }
}
