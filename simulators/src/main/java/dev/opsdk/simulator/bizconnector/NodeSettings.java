package dev.opsdk.simulator.bizconnector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the connectors of a simulator are configured with. */
final class NodeSettings {

    List<SimApiKey> keys = new ArrayList<>();
    String keyHeader = "X-API-KEY";
    boolean bearer = true;
    boolean debug;
    String version = "7.4.6";
    String corsOrigin = "";
    boolean syncModule;
    Duration syncInterval = Duration.ofMinutes(1);
    boolean sseModule;
    Duration unauthorizedDelay = Duration.ZERO;
    Duration idle = Duration.ofSeconds(5);
    Duration decisionToCompletion = Duration.ofSeconds(1);
    final List<WebhookTarget> webhooks = new ArrayList<>();
    final Map<String, String> environment = new LinkedHashMap<>();

    NodeSettings() {
        environment.put("HOME", "/tmp");
        environment.put("CUSTOM_CONFIG_LOCATION", "/config.json");
    }

    NodeSettings copy() {
        NodeSettings copy = new NodeSettings();
        copy.keys = new ArrayList<>(keys);
        copy.keyHeader = keyHeader;
        copy.bearer = bearer;
        copy.debug = debug;
        copy.version = version;
        copy.corsOrigin = corsOrigin;
        copy.syncModule = syncModule;
        copy.syncInterval = syncInterval;
        copy.sseModule = sseModule;
        copy.unauthorizedDelay = unauthorizedDelay;
        copy.idle = idle;
        copy.decisionToCompletion = decisionToCompletion;
        copy.webhooks.addAll(webhooks);
        copy.environment.putAll(environment);
        return copy;
    }
}
