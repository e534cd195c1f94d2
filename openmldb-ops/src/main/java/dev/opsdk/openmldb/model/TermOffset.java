package dev.opsdk.openmldb.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** From which offset on a term of a leader counts. */
@Value.Immutable
@JsonDeserialize(as = ImmutableTermOffset.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface TermOffset extends OpenModel {
    /**
     * The term.
     *
     * @return a number that grows with every leader
     */
    @JsonProperty("term")
    long term();

    /**
     * The first offset of the term.
     *
     * @return an offset of the binlog
     */
    @JsonProperty("offset")
    long offset();

    /** In one line. */
    default String summary() {
        return "term " + term() + " from " + offset();
    }

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TermOffset}. */
    final class Builder extends ImmutableTermOffset.Builder {
        Builder() {}
    }
}
