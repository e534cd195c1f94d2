package dev.opsdk.oms.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.internal.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a connector is to begin anew: a time a subtopic. The time has to lie between begin and end of the subtopic's store, and
 * what came after it is replayed, which does no harm only to tables with a primary or unique key (OMS documentation).
 */
public final class PullBack {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Map<String, Instant> targets;

    private PullBack(Map<String, Instant> targets) {
        this.targets = targets;
    }

    /**
     * Back to a time.
     *
     * @param subTopic a subtopic that the connector's checkpoint has already
     * @param time to the second, rounded down: nothing is skipped
     * @return the wish
     * @throws IllegalArgumentException if the subtopic is blank, or the time is before 1970 or so late that milliseconds were taken
     *     for seconds
     */
    public static PullBack to(String subTopic, Instant time) {
        return new PullBack(Map.of()).and(subTopic, time);
    }

    /**
     * Back to a time in the wire's unit.
     *
     * @param subTopic a subtopic that the connector's checkpoint has already
     * @param seconds epoch seconds
     * @return the wish
     * @throws IllegalArgumentException if that looks like milliseconds
     */
    public static PullBack toEpochSecond(String subTopic, long seconds) {
        if (seconds > WireTime.LAST_SECOND) {
            throw milliseconds(seconds);
        }
        return to(subTopic, Instant.ofEpochSecond(seconds));
    }

    /**
     * Another subtopic of the same connector.
     *
     * @param subTopic the subtopic
     * @param time to the second, rounded down
     * @return the wish with it
     * @throws IllegalArgumentException as {@link #to(String, Instant)}, and if the subtopic is in it already
     */
    public PullBack and(String subTopic, Instant time) {
        if (time.isBefore(EARLIEST)) {
            throw new IllegalArgumentException("the time to pull back to is " + time
                    + "; no source keeps changes of then, so a unit was mistaken");
        }
        if (subTopic.isBlank()) {
            throw new IllegalArgumentException("a subtopic must not be blank");
        }
        if (time.getEpochSecond() <= 0) {
            throw new IllegalArgumentException("the time " + time + " lies before any change");
        }
        if (time.getEpochSecond() > WireTime.LAST_SECOND) {
            throw milliseconds(time.getEpochSecond());
        }
        Map<String, Instant> more = new LinkedHashMap<>(targets);
        if (more.putIfAbsent(subTopic, Instant.ofEpochSecond(time.getEpochSecond())) != null) {
            throw new IllegalArgumentException("the subtopic '" + subTopic + "' is set twice");
        }
        return new PullBack(more);
    }

    private static IllegalArgumentException milliseconds(long seconds) {
        return new IllegalArgumentException(seconds
                + " seconds looks like milliseconds; the server would take it for a time some thousand years from now");
    }

    /**
     * The times, subtopic by subtopic.
     *
     * @return subtopic to time, to the second
     */
    public Map<String, Instant> targets() {
        return new LinkedHashMap<>(targets);
    }

    /**
     * What goes over the wire as the value of {@code source.checkpoint}: JSON, the seconds as text.
     *
     * @return {@code {"<subtopic>":"<epoch seconds>"}}
     */
    public String checkpointJson() {
        ObjectNode json = Json.wire().createObjectNode();
        targets.forEach((subTopic, time) -> json.put(subTopic, Long.toString(time.getEpochSecond())));
        return json.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PullBack that && targets.equals(that.targets);
    }

    @Override
    public int hashCode() {
        return targets.hashCode();
    }

    @Override
    public String toString() {
        return "pull back to " + targets;
    }
}
