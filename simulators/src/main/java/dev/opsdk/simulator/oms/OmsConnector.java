package dev.opsdk.simulator.oms;

import dev.opsdk.simulator.JsonWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The truth about a connector, which the cluster manager does not tell. */
public final class OmsConnector extends OmsWorker {

    OmsConnector(World world, String name) {
        super(world, name);
    }

    @Override
    Optional<ConnectorRow> found() {
        return Optional.ofNullable(world.connectors.get(name()));
    }

    /**
     * A value of its configuration, secrets in clear.
     *
     * @param scope source, sink (which the first generation calls dest), coordinator or condition
     * @param key its name
     * @return the value, as text; maps and lists as JSON
     */
    public Optional<String> config(String scope, String key) {
        synchronized (world) {
            Object value =
                    connector().scope(scope.equals("dest") ? "sink" : scope).get(key);
            return Optional.ofNullable(value).map(OmsConnector::text);
        }
    }

    /**
     * How often it was started.
     *
     * @return a count, without the start of its project
     */
    public int starts() {
        synchronized (world) {
            return connector().starts;
        }
    }

    /**
     * Puts it somewhere else; this becomes its saved position.
     *
     * @param to its new position
     * @return this
     */
    public OmsConnector at(Instant to) {
        position(to);
        return this;
    }

    /**
     * Sets how fast it works.
     *
     * @param secondsOfChanges how many seconds of changes it works off in a second; 10 unless said otherwise
     * @return this
     */
    public OmsConnector works(long secondsOfChanges) {
        speed(secondsOfChanges);
        return this;
    }

    /**
     * Makes its starts fail.
     *
     * @param times how many
     * @return this
     */
    public OmsConnector failsToStart(int times) {
        failNextStarts(times);
        return this;
    }

    private static String text(Object value) {
        return value instanceof Map || value instanceof List ? JsonWriter.write(value) : value.toString();
    }

    private ConnectorRow connector() {
        return (ConnectorRow) row();
    }
}
