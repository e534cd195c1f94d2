package dev.opsdk.simulator.bizconnector;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a connector sends its events.
 *
 * @param url the address, in which {@code {{trigger}}} stands for the name of the event
 * @param triggers which events, {@code **} for all
 * @param headers sent along as they are
 * @param keyHeader the header of the key
 * @param apiKey the key, empty for none
 */
public record WebhookTarget(
        String url, List<String> triggers, Map<String, String> headers, String keyHeader, String apiKey) {

    /** Copies list and map. */
    public WebhookTarget {
        triggers = List.copyOf(triggers);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /**
     * A target for all events, without authentication.
     *
     * @param url the address
     * @return the target
     */
    public static WebhookTarget of(String url) {
        return new WebhookTarget(url, List.of("**"), Map.of(), "x-api-key", "");
    }

    /**
     * The same target for some events only.
     *
     * @param only for example {@code transport.messageReceived}
     * @return the new target
     */
    public WebhookTarget triggers(String... only) {
        return new WebhookTarget(url, List.of(only), headers, keyHeader, apiKey);
    }

    /**
     * The same target with a key.
     *
     * @param key sent in {@code x-api-key}
     * @return the new target
     */
    public WebhookTarget apiKey(String key) {
        return new WebhookTarget(url, triggers, headers, keyHeader, key);
    }

    boolean wants(String trigger) {
        return triggers.contains("**") || triggers.contains(trigger);
    }

    String urlFor(String trigger) {
        return url.replace("{{trigger}}", trigger);
    }

    @Override
    public String toString() {
        return "WebhookTarget[url=" + url + ", triggers=" + triggers + "]";
    }
}
