package dev.opsdk.oms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.core.procedure.RequestLine;
import dev.opsdk.oms.internal.Order;
import dev.opsdk.oms.internal.Wire;
import dev.opsdk.oms.model.CheckpointText;
import dev.opsdk.oms.model.StoreName;
import java.time.Instant;

/**
 * Calls that are documented nowhere: seen in logs of the console and in one article of the official forum. They may be missing, and may do
 * other things in other versions.
 */
public final class Experimental {
    /** The type of store that the forum's article makes; others depend on the source. */
    public static final String DELIVER2STORE = "DELIVER2STORE";

    private final Wire wire;

    Experimental(Wire wire) {
        this.wire = wire;
    }

    /** Asks {@code GET /}, as the console does before other calls (observed: 200 within milliseconds). */
    public void ping() {
        wire.send(wire.orders().root());
    }

    /**
     * Asks {@code /metrics/ping} of the servlet that is mapped there (observed; the answer is that servlet's contract).
     *
     * @return true if it says {@code pong}
     */
    public boolean metricsPing() {
        return wire.send(wire.orders().metricsPing()).strip().equals("pong");
    }

    /**
     * Lists the stores of a subtopic ({@code /crawler/list}; the parameter {@code topic} is inferred).
     *
     * @param subTopic the subtopic
     * @return the reply without {@code isSuccess}, as it came: unmasked
     */
    public JsonNode stores(String subTopic) {
        return wire.send(wire.orders().list(named(subTopic)));
    }

    /**
     * Makes and starts a new store ({@code /crawler/start}, official forum). The source must still have its logs from that time on.
     *
     * @param subTopic the subtopic; the wire calls it topic
     * @param from where it begins, to the second
     * @param type such as {@link #DELIVER2STORE}
     * @return the reply without {@code isSuccess}, as it came: unmasked
     */
    public JsonNode startStore(String subTopic, Instant from, String type) {
        return wire.send(start(subTopic, from, type));
    }

    /**
     * What {@link #startStore} would send.
     *
     * @param subTopic the subtopic
     * @param from where it begins
     * @param type the type
     * @return the request
     */
    public RequestLine startStoreRequest(String subTopic, Instant from, String type) {
        return wire.line(start(subTopic, from, type));
    }

    /**
     * Stops a store, softer than {@link Store#clear()} ({@code /crawler/stop}, official forum; the difference is not known).
     *
     * @param name the store
     */
    public void stopStore(StoreName name) {
        wire.send(wire.orders().stopStore(name));
    }

    /**
     * What {@link #stopStore} would send.
     *
     * @param name the store
     * @return the request
     */
    public RequestLine stopStoreRequest(StoreName name) {
        return wire.line(wire.orders().stopStore(name));
    }

    private Order<? extends JsonNode> start(String subTopic, Instant from, String type) {
        if (type.isBlank()) {
            throw new IllegalArgumentException("the type of a store must not be blank");
        }
        if (from.getEpochSecond() <= 0 || from.getEpochSecond() > 100_000_000_000L) {
            throw new IllegalArgumentException(
                    "the store cannot begin at " + from + "; were milliseconds taken for seconds?");
        }
        return wire.orders().startStore(named(subTopic), CheckpointText.at(from), type);
    }

    private static String named(String subTopic) {
        if (subTopic.isBlank()) {
            throw new IllegalArgumentException("a subtopic must not be blank");
        }
        return subTopic;
    }
}
