package dev.opsdk.ccr.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * How a stuck job is to get past a binlog. There is one pending request a job, and the last one wins. Since generation 5 it is
 * kept in memory only and lost at a restart; whether it worked is seen in {@code job_progress}.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableSkipBinlog.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface SkipBinlog {
    /** The ways the server knows. */
    enum Way {
        /** Acknowledges one binlog without applying it: its rows or its change of a table are lost at the destination. */
        SILENCE,
        /** Copies everything anew. */
        FULLSYNC,
        /** Copies one table anew; since generation 5. */
        PARTIALSYNC;

        /**
         * What goes over the wire: always lower case, since generation 4 takes {@code SILENCE}, says success, and never acts on
         * it (recorded).
         *
         * @return the text
         */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Reads a way.
         *
         * @param way {@code silence}, {@code fullsync} or {@code partialsync}
         * @return the way
         * @throws IllegalArgumentException for anything else, also in upper case
         */
        public static Way parse(String way) {
            return Arrays.stream(values())
                    .filter(known -> known.wire().equals(way))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown way to skip '" + way
                            + "': must be silence, fullsync or partialsync, in lower case"));
        }
    }

    /**
     * How.
     *
     * @return the way
     */
    @JsonProperty("skip_by")
    Way way();

    /**
     * Which binlog is lost; for {@link Way#SILENCE}. Of a stuck job it is {@code last_commit_seq} of its progress.
     *
     * @return a sequence number above 0
     */
    @JsonProperty("skip_commit_seq")
    OptionalLong commitSeq();

    /**
     * Which table is copied; for {@link Way#PARTIALSYNC}.
     *
     * @return the name in the source
     */
    @JsonProperty("skip_table")
    Optional<String> table();

    /**
     * The id of that table. If name and id do not belong together, the server ignores the request with a line in its log.
     *
     * @return the id in the source, above 0
     */
    @JsonProperty("skip_table_id")
    OptionalLong tableId();

    /**
     * Refuses what the server would refuse or ignore.
     *
     * @throws IllegalArgumentException saying what and why
     */
    @Value.Check
    default void check() {
        boolean silence = way() == Way.SILENCE;
        boolean partial = way() == Way.PARTIALSYNC;
        if (silence && commitSeq().orElse(0) <= 0) {
            throw new IllegalArgumentException("silence needs the sequence number to skip, above 0");
        }
        if (!silence && commitSeq().isPresent()) {
            throw new IllegalArgumentException("only silence skips a sequence number; " + way().wire() + " ignores it");
        }
        if (partial && (table().orElse("").isBlank() || tableId().orElse(0) <= 0)) {
            throw new IllegalArgumentException("partialsync needs the table's name and its id in the source");
        }
        if (!partial && (table().isPresent() || tableId().isPresent())) {
            throw new IllegalArgumentException("only partialsync is about a table; " + way().wire() + " ignores it");
        }
    }

    /** The way and what it is about. */
    default String summary() {
        return switch (way()) {
            case SILENCE -> "skip binlog " + commitSeq().orElse(0) + ", losing it";
            case FULLSYNC -> "skip by a full sync";
            case PARTIALSYNC ->
                "skip by copying table " + table().orElse("") + " (" + tableId().orElse(0) + ")";
        };
    }

    /**
     * Acknowledges one binlog without applying it. What it holds is lost at the destination, and nothing verifies it.
     *
     * @param commitSeq the sequence number, above 0
     * @return the request
     */
    static SkipBinlog silence(long commitSeq) {
        return builder().way(Way.SILENCE).commitSeq(commitSeq).build();
    }

    /**
     * Copies everything anew, once the job is incremental and idle. Dropped as done if a full sync runs already.
     *
     * @return the request
     */
    static SkipBinlog fullSync() {
        return builder().way(Way.FULLSYNC).build();
    }

    /**
     * Copies one table anew; since generation 5.
     *
     * @param table its name in the source
     * @param tableId its id in the source
     * @return the request
     */
    static SkipBinlog partialSync(String table, long tableId) {
        return builder().way(Way.PARTIALSYNC).table(table).tableId(tableId).build();
    }

    /**
     * Starts one, as for a command line: {@code builder().way(Way.parse(text))}.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SkipBinlog}. */
    final class Builder extends ImmutableSkipBinlog.Builder {
        Builder() {}
    }
}
