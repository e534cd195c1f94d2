package dev.opsdk.oms.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * What {@code /JDBCWriter/detail} says about a writer ({@code replicator} on the wire). Holds the passwords of both databases, masked
 * wherever it is printed.
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableWriterDetail.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface WriterDetail extends OpenModel {
    /**
     * The writer's name.
     *
     * @return the name
     */
    @JsonProperty("name")
    WriterName name();

    /**
     * Whether the writer is in order: {@code active} on the wire, which means another thing for a store (OMS documentation).
     *
     * @return true when it runs, false when it is abnormal
     */
    @JsonProperty("active")
    Optional<Boolean> healthy();

    /**
     * The writer's configuration.
     *
     * @return the text, secrets masked
     */
    @JsonProperty("cfg")
    Optional<WriterConfig> config();

    /**
     * How far the writer is.
     *
     * @return its position
     */
    @JsonProperty("checkpoint")
    Optional<Checkpoint> checkpoint();

    /**
     * When it was made, as on the wire.
     *
     * @return epoch milliseconds
     * @see #created()
     */
    @JsonProperty("gmtCreated")
    OptionalLong createdMillis();

    /**
     * When its record was last changed, as on the wire.
     *
     * @return epoch milliseconds
     * @see #modified()
     */
    @JsonProperty("gmtModified")
    OptionalLong modifiedMillis();

    /**
     * The host it runs on.
     *
     * @return an address
     */
    @JsonProperty("ip")
    Optional<String> ip();

    /**
     * The region's code ({@code cm_location}), a text of digits on the wire.
     *
     * @return the text
     */
    @JsonProperty("location")
    Optional<String> location();

    /**
     * The port it listens at.
     *
     * @return the port
     */
    @JsonProperty("port")
    OptionalInt port();

    /**
     * What it says it does.
     *
     * @return the status
     */
    @JsonProperty("status")
    Optional<WriterStatus> status();

    /**
     * When it was made.
     *
     * @return the time
     */
    @JsonIgnore
    default Optional<Instant> created() {
        return WireTime.ofMillis(createdMillis());
    }

    /**
     * When its record was last changed. No heartbeat: it stands still while the position moves (seen in the documentation's sample).
     *
     * @return the time
     */
    @JsonIgnore
    default Optional<Instant> modified() {
        return WireTime.ofMillis(modifiedMillis());
    }

    /**
     * The region's code.
     *
     * @return 0 to 127; empty when it is no number
     */
    @JsonIgnore
    default OptionalInt locationCode() {
        return Locations.code(location());
    }

    /** Name, health, status, position. */
    default String summary() {
        return "writer " + name()
                + healthy().map(yes -> yes ? " healthy" : " abnormal").orElse("")
                + status().map(now -> " " + now).orElse("")
                + checkpoint().map(at -> " at " + at).orElse("");
    }

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link WriterDetail}. */
    final class Builder extends ImmutableWriterDetail.Builder {
        Builder() {}
    }
}
