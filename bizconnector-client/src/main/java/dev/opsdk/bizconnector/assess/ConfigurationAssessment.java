package dev.opsdk.bizconnector.assess;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What in a configuration is not fit for production, as far as {@code /Monitoring/Support} shows it. */
public final class ConfigurationAssessment {
    private static final String READ = "GET /Monitoring/Support";
    private static final List<String> TOO_MUCH = List.of("TRACE", "DEBUG", "ALL");
    private static final Pattern URL = Pattern.compile(
            "([a-zA-Z][a-zA-Z0-9+.-]{0,20})://(?:[^/?#@\\s]{0,500}@)?(\\[[0-9a-fA-F:.]{2,45}]|[\\w.-]{1,255})(:\\d{1,5})?(?=[/?#]|$)");

    private ConfigurationAssessment() {}

    /**
     * Judges a configuration.
     *
     * @param configuration as the connector gives it; values from the environment may be texts
     * @return a finding named {@code configuration}
     */
    public static CheckFinding of(JsonNode configuration) {
        CheckFinding.Builder finding = CheckFinding.of("configuration");
        if (!configuration.isObject() || configuration.isEmpty()) {
            return finding.unknown("the connector gives no configuration").build();
        }
        mode(configuration, finding);
        backbone(configuration, finding);
        database(configuration.path("database"), finding);
        server(configuration.path("infrastructure").path("httpServer"), finding);
        logging(configuration.path("logging"), finding);
        modules(configuration.path("modules"), finding);
        environment(configuration, finding);
        return finding.pass("the configuration was read")
                .cannotKnow(
                        "what stands before the connector: it has no TLS and no rate limit of its own, and listens on all "
                                + "interfaces")
                .cannotKnow("scopes and ends of the API keys: they are not shown")
                .build();
    }

    private static void mode(JsonNode configuration, CheckFinding.Builder finding) {
        finding.seen("debug", Setting.on(configuration.path("debug")), READ);
        if (Setting.on(configuration.path("debug"))) {
            finding.fail(
                            "debug mode is on: answers carry stack traces, the API documentation is open, identities can be deleted "
                                    + "over HTTP, and without an authentication everybody is admitted")
                    .advice("set debug to false");
        }
        if (Setting.on(
                configuration.path("modules").path("coreHttpApi").path("docs").path("enabled"))) {
            finding.warn(
                            "the API documentation is enabled; it needs no key, and outside of debug mode the connector does not "
                                    + "start with it")
                    .advice("set modules.coreHttpApi.docs.enabled to false");
        }
    }

    private static void backbone(JsonNode configuration, CheckFinding.Builder finding) {
        JsonNode transport = configuration.path("transportLibrary");
        String baseUrl = transport.path("baseUrl").asText("");
        finding.seen("Backbone", shown(baseUrl), READ);
        if (plain(baseUrl)) {
            finding.warn("the Backbone is called without TLS").advice("use https in transportLibrary.baseUrl");
        }
        if (!Setting.told(configuration.path("pinnedTLSCertificateSHA256Fingerprints"))) {
            finding.warn("no TLS certificate is pinned")
                    .advice("pin the Backbone's (pinnedTLSCertificateSHA256Fingerprints)");
        } else if (!Setting.on(configuration.path("enforceCertificatePinning"))) {
            finding.warn("certificates are pinned, but hosts without a pin are allowed")
                    .advice("set enforceCertificatePinning to true");
        }
        // not told is allowed
        if (!transport.has("allowIdentityCreation") || Setting.on(transport.path("allowIdentityCreation"))) {
            finding.warn(
                            "a new identity may be made at any start: a changed database.dbName or an empty database silently is a new "
                                    + "identity")
                    .advice("set transportLibrary.allowIdentityCreation to false once the identity is there");
        }
    }

    private static void database(JsonNode database, CheckFinding.Builder finding) {
        finding.seen(
                "database",
                database.path("driver").asText("not told") + " "
                        + database.path("dbName").asText(""),
                READ);
        if (database.path("driver").asText("").equals("lokijs")) {
            finding.fail("the database is lokijs, which is for debugging only and whose health is never looked at")
                    .advice("use MongoDB or FerretDB");
        }
    }

    private static void server(JsonNode server, CheckFinding.Builder finding) {
        JsonNode authentication = server.path("authentication");
        List<String> enabled = new ArrayList<>();
        authentication.properties().forEach(each -> {
            if (each.getValue().asText("").contains("enabled")) {
                enabled.add(each.getKey());
            }
        });
        finding.seen("authentication", enabled.isEmpty() ? "none" : String.join(", ", enabled), READ);
        if (authentication.isObject() && enabled.isEmpty()) {
            finding.fail("no way of authentication is enabled: in debug mode everybody is admitted")
                    .advice("configure API keys, JWT or OIDC");
        }
        JsonNode origin = server.path("cors").path("origin");
        if (Setting.on(origin) || origin.asText("").equals("*")) {
            finding.warn("browsers of any origin may call it (CORS)").advice("name the origins in cors.origin");
        }
    }

    private static void logging(JsonNode logging, CheckFinding.Builder finding) {
        JsonNode appenders = logging.path("appenders");
        logging.path("categories").properties().forEach(category -> {
            String level = category.getValue().path("level").asText("");
            category.getValue().path("appenders").forEach(appender -> {
                JsonNode target = appenders.path(appender.asText(""));
                String effective = target.path("type").asText("").equals("logLevelFilter")
                        ? target.path("level").asText(level)
                        : level;
                if (TOO_MUCH.stream().anyMatch(effective::equalsIgnoreCase)) {
                    finding.warn("the appender '" + appender.asText("") + "' gets " + effective.toUpperCase(Locale.ROOT)
                                    + ": what is sent to the Backbone and to webhooks stands in that log")
                            .advice("put a logLevelFilter with INFO before it");
                }
            });
        });
    }

    private static void modules(JsonNode modules, CheckFinding.Builder finding) {
        if (!Setting.on(modules.path("sync").path("enabled"))
                && !Setting.on(modules.path("sse").path("enabled"))) {
            finding.warn("nobody synchronises: the modules sync and sse are both off")
                    .advice("enable the module sse, or sync with an interval");
        }
        JsonNode webhooks = modules.path("webhooks");
        if (Setting.on(webhooks.path("enabled"))) {
            webhooks(webhooks, finding);
        }
        JsonNode publisher = modules.path("messageBrokerPublisher");
        if (Setting.on(publisher.path("enabled"))) {
            publisher.path("brokers").forEach(broker -> {
                String url = broker.path("configuration").path("url").asText("");
                if (url.matches("(?i)(?:amqp|mqtt|redis)://.*")) {
                    finding.warn("a message broker is reached without TLS: " + shown(url))
                            .advice("use amqps, mqtts or rediss");
                }
            });
        }
    }

    private static void webhooks(JsonNode webhooks, CheckFinding.Builder finding) {
        if (Setting.on(webhooks.path("skipTlsCheck"))) {
            finding.fail("webhooks do not check the target's certificate: anybody on the way can read and answer them")
                    .advice("set modules.webhooks.skipTlsCheck to false");
        }
        webhooks.path("targets").properties().forEach(target -> {
            String url = target.getValue().path("url").asText("");
            if (plain(url)) {
                finding.warn("the webhook target '" + target.getKey() + "' gets personal data without TLS: "
                                + shown(url))
                        .advice("use https for it");
            }
            if (!Setting.told(target.getValue().path("authentication"))) {
                finding.warn(
                                "the webhook target '" + target.getKey()
                                        + "' cannot tell the connector from anybody else: deliveries have no key and no signature")
                        .advice("give it an authentication");
            }
        });
    }

    /** Support shows all of the environment to whoever may read it; what looks like a secret there should come as a file. */
    private static void environment(JsonNode configuration, CheckFinding.Builder finding) {
        List<String> names = new ArrayList<>();
        configuration.fieldNames().forEachRemaining(name -> {
            if (SupportMask.environment(name) && SupportMask.secretName(name)) {
                names.add(name);
            }
        });
        if (!names.isEmpty()) {
            finding.warn(
                            "these environment variables look like secrets, and /Monitoring/Support shows them to every key with "
                                    + "monitoring:support: " + names)
                    .advice("take them out of the environment, or give monitoring:support to nobody else");
        }
    }

    private static boolean plain(String url) {
        return url.regionMatches(true, 0, "http://", 0, "http://".length());
    }

    /** Scheme, host and port: a path may hold a key, and a user a password. */
    static String shown(String url) {
        Matcher matcher = URL.matcher(url);
        return url.isBlank()
                ? "not told"
                : matcher.lookingAt()
                        ? matcher.group(1) + "://" + matcher.group(2)
                                + (matcher.group(3) == null ? "" : matcher.group(3))
                        : "not a URL";
    }
}
