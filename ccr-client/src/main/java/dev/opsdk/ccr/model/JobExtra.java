package dev.opsdk.ccr.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** What a job carries besides its two sides; since generation 4. Each field is left out by the server when it is zero. */
@Value.Immutable
@JsonDeserialize(as = ImmutableJobExtra.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface JobExtra extends OpenModel {
    /**
     * Whether labels of transactions are those of the source.
     *
     * @return true, or empty
     */
    @JsonProperty("reuse_binlog_label")
    Optional<Boolean> reuseBinlogLabel();

    /**
     * Whether a skip is pending. Generation 5 keeps it in memory only, so it never shows here.
     *
     * @return true, or empty
     */
    @JsonProperty("skip_binlog")
    Optional<Boolean> skipBinlog();

    /**
     * The sequence number to be skipped.
     *
     * @return the number
     */
    @JsonProperty("skip_commit_seq")
    OptionalLong skipCommitSeq();

    /**
     * How. Generation 4 stores what was sent, also an upper-case text that it will never match.
     *
     * @return the text as sent
     */
    @JsonProperty("skip_by")
    Optional<String> skipBy();

    /**
     * The table to be copied anew.
     *
     * @return the name
     */
    @JsonProperty("skip_table")
    Optional<String> skipTable();

    /**
     * The id of that table in the source.
     *
     * @return the id
     */
    @JsonProperty("skip_table_id")
    OptionalLong skipTableId();

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link JobExtra}. */
    final class Builder extends ImmutableJobExtra.Builder {
        Builder() {}
    }
}
