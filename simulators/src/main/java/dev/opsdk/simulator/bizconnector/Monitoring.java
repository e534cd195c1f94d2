package dev.opsdk.simulator.bizconnector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The routes beside the interface, which have no envelope. */
final class Monitoring {

    private static final String MODULES = "@nmshd/connector:";

    private Monitoring() {}

    static RouteTable routes() {
        return new RouteTable()
                .roles("monitoring:version")
                .any("GET /Monitoring/Version", call -> Answer.plain(200, version(call.node())))
                .roles("monitoring:requests")
                .any("GET /Monitoring/Requests", call -> Answer.plain(200, requests(call.node())))
                .roles("monitoring:support")
                .any("GET /Monitoring/Support", call -> Answer.plain(200, support(call.node())));
    }

    private static Doc version(Node node) {
        return Doc.of("version", node.settings.version)
                .with("build", "1234")
                .with("date", "2026-08-20T07:33:47Z")
                .with("commit", "a56d38894ed96af655b263cef2de95677d3a0041")
                .with("runtimeVersion", "7.5.11")
                .with("modules", new Doc());
    }

    private static Doc requests(Node node) {
        Doc counts = new Doc();
        node.counts.forEach((status, count) -> counts.put(Integer.toString(status), count));
        return Doc.of("since", World.iso(node.since))
                .with(
                        "requestCount",
                        node.counts.values().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                .with("requestCountByStatus", counts);
    }

    private static Doc support(Node node) {
        Identity identity = node.identity();
        return Doc.of("version", version(node))
                .with("health", Health.report(node))
                .with("configuration", configuration(node))
                .with("identityInfo", Doc.of("address", identity.address(), "publicKey", identity.publicKey()));
    }

    /** All of it, with the few secrets masked that the real server masks. */
    private static Doc configuration(Node node) {
        NodeSettings settings = node.settings;
        Doc all = Doc.of("debug", settings.debug)
                .with(
                        "transportLibrary",
                        Doc.of("allowIdentityCreation", true)
                                .with("baseUrl", node.world.baseUrl())
                                .with("platformClientId", "simulated")
                                .with("platformClientSecret", "***"))
                .with("database", Doc.of("driver", "mongodb", "dbName", "acc-" + node.index, "connectionString", "***"))
                .with(
                        "logging",
                        Doc.of(
                                "categories",
                                Doc.of("default", Doc.of("appenders", List.of("console"), "level", "TRACE"))))
                .with("infrastructure", Doc.of("httpServer", http(node)))
                .with("modules", modules(settings))
                .with("type", "literal");
        settings.environment.forEach(all::put);
        return all.with("_", List.of("start")).with("$0", "dist/index.js");
    }

    private static Doc http(Node node) {
        NodeSettings settings = node.settings;
        Object origin = settings.corsOrigin.isEmpty() ? (Object) false : settings.corsOrigin;
        return Doc.of("enabled", true)
                .with("cors", Doc.of("origin", origin))
                .with(
                        "authentication",
                        Doc.of("apiKey", redacted(!settings.keys.isEmpty()))
                                .with("oidc", redacted(false))
                                .with("jwtBearer", redacted(settings.bearer)))
                .with("port", node.port());
    }

    private static String redacted(boolean enabled) {
        return enabled ? "redacted (enabled)" : "redacted (disabled)";
    }

    private static Doc modules(NodeSettings settings) {
        return Doc.of("notification", Doc.of("enabled", true, "location", "@nmshd/runtime:NotificationModule"))
                .with("decider", Doc.of("enabled", true, "location", "@nmshd/runtime:DeciderModule"))
                .with("request", Doc.of("enabled", true, "location", "@nmshd/runtime:RequestModule"))
                .with("autoAcceptPendingRelationships", module(false, "AutoAcceptPendingRelationshipsModule"))
                .with(
                        "autoDecomposeDeletionProposedRelationships",
                        module(false, "AutoDecomposeDeletionProposedRelationshipsModule"))
                .with(
                        "coreHttpApi",
                        module(true, "CoreHttpApiModule")
                                .with("requiredInfrastructure", List.of("httpServer"))
                                .with("docs", Doc.of("enabled", false)))
                .with("webhooks", webhooks(settings.webhooks))
                .with(
                        "messageBrokerPublisher",
                        module(false, "MessageBrokerPublisherModule").with("brokers", List.of(broker())))
                .with(
                        "sync",
                        module(settings.syncModule, "SyncModule").with("interval", settings.syncInterval.toSeconds()))
                .with("sse", module(settings.sseModule, "SseModule"));
    }

    private static Doc module(boolean enabled, String name) {
        return Doc.of("enabled", enabled, "location", MODULES + name);
    }

    private static Doc broker() {
        return Doc.of("type", "AMQP", "configuration", Doc.of("url", "amqp://user:brokerpass@127.0.0.1:5672"));
    }

    private static Doc webhooks(List<WebhookTarget> all) {
        Doc targets = new Doc();
        List<Doc> uses = new ArrayList<>();
        for (WebhookTarget target : all) {
            String name = "t" + targets.size();
            Doc headers = new Doc();
            for (Map.Entry<String, String> header : target.headers().entrySet()) {
                headers.put(header.getKey(), header.getValue());
            }
            Doc written = Doc.of("url", target.url(), "headers", headers);
            if (!target.apiKey().isEmpty()) {
                written.with("authentication", Doc.of("type", "ApiKey", "apiKey", target.apiKey()));
            }
            targets.put(name, written);
            uses.add(Doc.of("triggers", target.triggers(), "target", name));
        }
        return module(!all.isEmpty(), "WebhooksModule").with("targets", targets).with("webhooks", uses);
    }
}
