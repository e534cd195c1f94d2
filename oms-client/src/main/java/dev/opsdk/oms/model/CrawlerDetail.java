package dev.opsdk.oms.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.Redaction;
import dev.opsdk.core.model.OpenModel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** What {@code /crawler/detail} says about a store ({@code crawler} on the wire). */
@Value.Immutable
@JsonDeserialize(as = ImmutableCrawlerDetail.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface CrawlerDetail extends OpenModel {
    /**
     * The store's name.
     *
     * @return the name
     */
    @JsonProperty("name")
    StoreName name();

    /**
     * Whether the cluster manager's own collection works: {@code active} on the wire, which means another thing for a writer. When
     * false, no other field can be believed: writes to the metaDB fail, the metaDB is slow, or clocks differ (OMS documentation).
     *
     * @return true when the other fields are near real time
     */
    @JsonProperty("active")
    Optional<Boolean> observationTrusted();

    /**
     * Whether it is normal.
     *
     * @return the status
     */
    @JsonProperty("status")
    Optional<StoreStatus> status();

    /**
     * The store's configuration, empty in all samples.
     *
     * @return the text, secrets masked
     */
    @JsonProperty("cfg")
    Optional<WriterConfig> config();

    /**
     * What it holds, as on the wire: presumably a pair for each source (inferred).
     *
     * @return lists of positions; {@link #ranges()} reads them
     */
    @JsonProperty("checkpoints")
    @JsonDeserialize(using = CheckpointLists.class)
    List<List<Checkpoint>> checkpoints();

    /**
     * The source, {@code host:port}; may be {@code :} only (observed).
     *
     * @return the source
     */
    @JsonProperty("datasource")
    Optional<String> datasource();

    /**
     * The last event, good or bad, as on the wire. Never a sign of health: it says {@code DRC_500 ... started successfully} of a
     * store that died after that (observed).
     *
     * @return the text with its line break
     * @see #lastEvent()
     */
    @JsonProperty("errMsg")
    Optional<String> errMsg();

    /**
     * The region's code ({@code cm_location}), a text of digits on the wire.
     *
     * @return the text
     */
    @JsonProperty("location")
    Optional<String> location();

    /**
     * The data port. It changes when the store is restarted (observed): do not keep it.
     *
     * @return the port
     */
    @JsonProperty("port")
    OptionalInt port();

    /**
     * The role in a replication of stores.
     *
     * @return {@code master} in all samples
     */
    @JsonProperty("role")
    Optional<String> role();

    /**
     * Empty in all samples.
     *
     * @return the text
     */
    @JsonProperty("userData")
    Optional<String> userData();

    /**
     * Whether the status is the normal one.
     *
     * @return true for 0, false for anything else, empty when there is none
     */
    @JsonIgnore
    default Optional<Boolean> normal() {
        return status().map(now -> now.is(StoreStatus.Known.NORMAL));
    }

    /**
     * The last event, trimmed and with secrets masked. Its time is the store host's local time without a zone.
     *
     * @return one line or more; empty when nothing is said
     */
    @JsonIgnore
    default Optional<String> lastEvent() {
        return errMsg().map(String::strip).filter(text -> !text.isEmpty()).map(Redaction::mask);
    }

    /**
     * Whether the last event is the message of a successful start, which stays when the store dies later (observed).
     *
     * @return true if it is
     */
    @JsonIgnore
    default boolean lastEventIsStart() {
        return lastEvent()
                .filter(text -> text.contains("DRC_500") && text.contains("started successfully"))
                .isPresent();
    }

    /**
     * What it holds, source by source.
     *
     * @return oldest and newest position; lists with less than two positions are passed over, of longer ones the ends count
     */
    @JsonIgnore
    default List<CheckpointRange> ranges() {
        return checkpoints().stream()
                .filter(list -> list.size() >= 2)
                .map(list -> new CheckpointRange(list.get(0), list.get(list.size() - 1)))
                .toList();
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

    /** Name, trust, status, what it holds, and the last event of one that is not normal. */
    default String summary() {
        boolean trusted = observationTrusted().orElse(true);
        return "store " + name()
                + (trusted ? "" : " NOT TO BE TRUSTED:")
                + status().map(now -> " " + now).orElse("")
                + (ranges().isEmpty() ? "" : " holds " + ranges())
                + lastEvent()
                        .filter(text -> !normal().orElse(true))
                        .map(text -> ", last event: " + text)
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

    /** Builds a {@link CrawlerDetail}. */
    final class Builder extends ImmutableCrawlerDetail.Builder {
        Builder() {}
    }
}
