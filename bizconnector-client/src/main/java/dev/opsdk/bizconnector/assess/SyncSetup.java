package dev.opsdk.bizconnector.assess;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * Who makes the connector synchronise.
 *
 * @param polling whether the module {@code sync} is on
 * @param interval how often it polls; positive
 * @param events whether the module {@code sse} is on, which synchronises as soon as the Backbone has something
 */
public record SyncSetup(boolean polling, Duration interval, boolean events) {
    private static final Duration DEFAULT = Duration.ofSeconds(60);

    /**
     * Reads it from a configuration.
     *
     * @param configuration of {@code /Monitoring/Support}; values from the environment may be texts
     * @return the setup; off where nothing is told, and 60 s where no interval is
     */
    public static SyncSetup of(JsonNode configuration) {
        JsonNode sync = configuration.path("modules").path("sync");
        long seconds = sync.path("interval").asLong(0);
        return new SyncSetup(
                Setting.on(sync.path("enabled")),
                seconds > 0 ? Duration.ofSeconds(seconds) : DEFAULT,
                Setting.on(configuration.path("modules").path("sse").path("enabled")));
    }

    /**
     * Whether anything synchronises.
     *
     * @return false when only {@code POST /Account/Sync} does
     */
    public boolean automatic() {
        return polling || events;
    }
}
