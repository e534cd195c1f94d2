package dev.opsdk.openmldb.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** An op of the nameserver ({@code OPStatus}). */
@Value.Immutable
@JsonDeserialize(as = ImmutableOp.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Op extends OpenModel {
    /**
     * Its number.
     *
     * @return grows over the whole life of the cluster, also with a new leader
     */
    @JsonProperty("op_id")
    long id();

    /**
     * What it does.
     *
     * @return the type
     */
    @JsonProperty("op_type")
    OpType type();

    /**
     * Where it stands.
     *
     * @return the state
     */
    @JsonProperty("status")
    OpState state();

    /**
     * When it began, as on the wire.
     *
     * @return epoch seconds, 0 = not begun
     */
    @JsonProperty("start_time")
    long startSeconds();

    /**
     * When it ended, as on the wire.
     *
     * @return epoch seconds, 0 = not ended
     */
    @JsonProperty("end_time")
    long endSeconds();

    /**
     * The task at which it is, as on the wire.
     *
     * @return a {@code TaskType}, or {@code -} when none runs
     */
    @JsonProperty("task_type")
    String taskText();

    /**
     * The table.
     *
     * @return its name
     */
    @JsonProperty("name")
    Optional<String> table();

    /**
     * The partition, as on the wire.
     *
     * @return its number; 4294967295 = none
     */
    @JsonProperty("pid")
    OptionalLong pidNumber();

    /**
     * Whether it is for another cluster.
     *
     * @return 1 if it is
     */
    @JsonProperty("for_replica_cluster")
    @Value.Default
    default long forReplicaCluster() {
        return 0;
    }

    /**
     * The database.
     *
     * @return its name; empty for the default database
     */
    @JsonProperty("db")
    @Value.Default
    default String db() {
        return "";
    }

    /**
     * The partition.
     *
     * @return its number, empty when the op is about none
     */
    @JsonIgnore
    default OptionalLong pid() {
        return pidNumber().isPresent() && pidNumber().getAsLong() == 4294967295L ? OptionalLong.empty() : pidNumber();
    }

    /**
     * The task at which it is.
     *
     * @return the task, empty when none runs
     */
    @JsonIgnore
    default Optional<TaskType> task() {
        return taskText().equals("-") ? Optional.empty() : Optional.of(TaskType.of(taskText()));
    }

    /**
     * When it began.
     *
     * @return the time by the server's clock, empty when it has not
     */
    @JsonIgnore
    default Optional<Instant> started() {
        return startSeconds() == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(startSeconds()));
    }

    /**
     * When it ended.
     *
     * @return the time by the server's clock, empty when it has not
     */
    @JsonIgnore
    default Optional<Instant> ended() {
        return endSeconds() == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(endSeconds()));
    }

    /**
     * Whether it may still change something.
     *
     * @return true while it waits or runs, and for a state that this version does not know
     */
    @JsonIgnore
    default boolean pending() {
        return state().known()
                .map(known -> known == OpState.Known.INITED || known == OpState.Known.DOING)
                .orElse(true);
    }

    /** In one line. */
    default String summary() {
        return "op " + id() + " " + type() + " " + (db().isEmpty() ? "" : db() + ".") + table().orElse("-")
                + (pid().isPresent() ? "/" + pid().getAsLong() : "") + " " + state()
                + task().map(task -> " at " + task).orElse("");
    }

    /**
     * Starts one, for tests.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link Op}. */
    final class Builder extends ImmutableOp.Builder {
        Builder() {}
    }
}
