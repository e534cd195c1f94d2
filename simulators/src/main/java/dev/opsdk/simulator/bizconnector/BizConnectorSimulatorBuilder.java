package dev.opsdk.simulator.bizconnector;

import dev.opsdk.simulator.SimClock;
import java.time.Duration;
import java.util.List;

/** What simulated connectors should be like; all of them are alike. */
public final class BizConnectorSimulatorBuilder {

    /** The key of all connectors unless said otherwise. */
    public static final String DEFAULT_KEY = "This_is_a_simulated_APIKEY_of_30+_chars_42";

    private final NodeSettings settings = new NodeSettings();
    private SimClock clock = SimClock.manual();
    private int count = 2;

    BizConnectorSimulatorBuilder() {
        settings.keys.add(SimApiKey.of(DEFAULT_KEY));
    }

    /**
     * Sets how many connectors there are.
     *
     * @param number two unless said otherwise
     * @return this
     */
    public BizConnectorSimulatorBuilder connectors(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("at least one connector");
        }
        count = number;
        return this;
    }

    /**
     * Sets the time all of it lives in.
     *
     * @param time a manual clock of its own unless said otherwise
     * @return this
     */
    public BizConnectorSimulatorBuilder clock(SimClock time) {
        clock = time;
        return this;
    }

    /**
     * Sets the keys that are known.
     *
     * @param keys one for everything unless said otherwise; none to turn the method off
     * @return this
     */
    public BizConnectorSimulatorBuilder apiKeys(SimApiKey... keys) {
        settings.keys = List.of(keys);
        return this;
    }

    /**
     * Sets the header of the key.
     *
     * @param name {@code X-API-KEY} unless said otherwise
     * @return this
     */
    public BizConnectorSimulatorBuilder keyHeader(String name) {
        settings.keyHeader = name;
        return this;
    }

    /**
     * Sets whether bearer tokens are good for anything.
     *
     * @param accepted true unless said otherwise
     * @return this
     */
    public BizConnectorSimulatorBuilder bearerTokens(boolean accepted) {
        settings.bearer = accepted;
        return this;
    }

    /**
     * Sets the mode. Debug adds stack traces to errors and the routes about the deletion of the identity, and lets
     * everybody in when neither keys nor tokens are known. The filters stay those of MongoDB.
     *
     * @param debug false unless said otherwise
     * @return this
     */
    public BizConnectorSimulatorBuilder debug(boolean debug) {
        settings.debug = debug;
        return this;
    }

    /**
     * Sets what the connectors call their version.
     *
     * @param version {@code 7.4.6} unless said otherwise
     * @return this
     */
    public BizConnectorSimulatorBuilder version(String version) {
        settings.version = version;
        return this;
    }

    /**
     * Sets the origin that browsers may call from; preflights are answered before anybody is asked for a key then.
     *
     * @param origin none unless said otherwise
     * @return this
     */
    public BizConnectorSimulatorBuilder corsOrigin(String origin) {
        settings.corsOrigin = origin;
        return this;
    }

    /**
     * Enables the module that syncs by itself.
     *
     * @param interval time of the simulator between two runs
     * @return this
     */
    public BizConnectorSimulatorBuilder syncEvery(Duration interval) {
        settings.syncModule = true;
        settings.syncInterval = interval;
        return this;
    }

    /**
     * Adds a target of events.
     *
     * @param target where to and what
     * @return this
     */
    public BizConnectorSimulatorBuilder webhook(WebhookTarget target) {
        settings.webhooks.add(target);
        return this;
    }

    /**
     * Adds an environment variable, which the support route shows to everybody who may call it.
     *
     * @param name its name
     * @param value its value
     * @return this
     */
    public BizConnectorSimulatorBuilder environment(String name, String value) {
        settings.environment.put(name, value);
        return this;
    }

    /**
     * Sets how long callers wait that are not let in. The real server takes one to four seconds; those are recorded
     * whatever is set here, see {@link SimConnector#unauthorizedDelays}.
     *
     * @param delay real time, none unless said otherwise
     * @return this
     */
    public BizConnectorSimulatorBuilder unauthorizedDelay(Duration delay) {
        settings.unauthorizedDelay = delay;
        return this;
    }

    /**
     * Sets after what time idle connections are closed.
     *
     * @param timeout real time, five seconds as with Node unless said otherwise
     * @return this
     */
    public BizConnectorSimulatorBuilder keepAlive(Duration timeout) {
        settings.idle = timeout;
        return this;
    }

    /**
     * Sets how long a decided request takes until its answer leaves.
     *
     * @param delay time of the simulator, one second unless said otherwise
     * @return this
     */
    public BizConnectorSimulatorBuilder decisionToCompletion(Duration delay) {
        settings.decisionToCompletion = delay;
        return this;
    }

    /**
     * Starts it.
     *
     * @return the running simulator
     */
    public BizConnectorSimulator start() {
        return new BizConnectorSimulator(settings.copy(), count, clock);
    }
}
