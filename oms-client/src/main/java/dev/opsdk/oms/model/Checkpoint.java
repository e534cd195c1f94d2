package dev.opsdk.oms.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A position of a store or a writer. Its times are epoch seconds on the wire, unlike those of {@link WriterDetail}. */
@Value.Immutable
@JsonDeserialize(as = ImmutableCheckpoint.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Checkpoint extends OpenModel {
    /**
     * All of it, packed into one text.
     *
     * @return the packed form
     */
    @JsonProperty("checkpoint")
    Optional<CheckpointText> packed();

    /**
     * The source, {@code host:port}.
     *
     * @return the source
     */
    @JsonProperty("dataSource")
    Optional<String> dataSource();

    /**
     * The source's IPv4 address as a signed number; -1 is 255.255.255.255 and means none. The byte order is not known, so read
     * {@link #dbIpString()}.
     *
     * @return the number
     */
    @JsonProperty("dbIp")
    OptionalLong dbIp();

    /**
     * The source's address.
     *
     * @return the address
     */
    @JsonProperty("dbIpString")
    Optional<String> dbIpString();

    /**
     * The source's port.
     *
     * @return the port; 0 and 1 stand for "none" in samples
     */
    @JsonProperty("dbPort")
    OptionalInt dbPort();

    /**
     * The file, in the source's own sense: number of a binlog file (MySQL), second and at the same time the safe position (OceanBase,
     * source of libobcdc), SCN (Oracle, observed).
     *
     * @return the number; absent in a writer's sample
     */
    @JsonProperty("fileIdx")
    OptionalLong fileIdx();

    /**
     * The position in the file, in the source's own sense.
     *
     * @return the number; absent in a writer's sample
     */
    @JsonProperty("offset")
    OptionalLong offset();

    /**
     * When the position was sampled, as on the wire.
     *
     * @return epoch seconds; absent for stores
     * @see #sampledAt()
     */
    @JsonProperty("gmt")
    OptionalLong gmtSeconds();

    /**
     * The record.
     *
     * @return its number
     */
    @JsonProperty("msgId")
    OptionalLong msgId();

    /**
     * The time that is reached, as on the wire.
     *
     * @return epoch seconds
     * @see #time()
     */
    @JsonProperty("timestamp")
    OptionalLong timestampSeconds();

    /**
     * The time that is reached: everything the source committed before is in.
     *
     * @return to the second; empty for 0, which is "unknown" and not 1970, and for what cannot be seconds
     */
    @JsonIgnore
    default Optional<Instant> time() {
        return WireTime.ofSeconds(timestampSeconds());
    }

    /**
     * When the position was sampled.
     *
     * @return to the second; empty for stores
     */
    @JsonIgnore
    default Optional<Instant> sampledAt() {
        return WireTime.ofSeconds(gmtSeconds());
    }

    /**
     * What is strange about it.
     *
     * @return sentences; none usually
     */
    default List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (timestampSeconds().orElse(0) > WireTime.LAST_SECOND) {
            warnings.add(
                    "timestamp " + timestampSeconds().getAsLong() + " looks like milliseconds; seconds are documented");
        }
        if (gmtSeconds().orElse(0) > WireTime.LAST_SECOND) {
            warnings.add("gmt " + gmtSeconds().getAsLong() + " looks like milliseconds; seconds are documented");
        }
        return List.copyOf(warnings);
    }

    /** Time first, then the record and when it was sampled. */
    default String summary() {
        return time().map(Instant::toString).orElse("unknown time")
                + (msgId().isPresent() ? " record " + msgId().getAsLong() : "")
                + sampledAt().map(at -> " sampled " + at).orElse("");
    }

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Checkpoint}. */
    final class Builder extends ImmutableCheckpoint.Builder {
        Builder() {}
    }
}
