package dev.opsdk.bizconnector.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.opsdk.bizconnector.assess.BackboneAssessment;
import dev.opsdk.bizconnector.assess.CheckFinding;
import dev.opsdk.bizconnector.assess.ClockAssessment;
import dev.opsdk.bizconnector.assess.TlsAssessment;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Checks of the systems around a connector, from this machine. Nothing is sent to a webhook target. */
final class SystemChecks {
    private final Readings readings;
    private final CheckOptions options;
    private final Duration patience;

    SystemChecks(Readings readings, CheckOptions options) {
        this.readings = readings;
        this.options = options;
        this.patience = options.timeLimit().dividedBy(3).plusMillis(1);
    }

    CheckFinding backbone() throws InterruptedException {
        Optional<URI> base = backboneUrl();
        if (base.isEmpty()) {
            return CheckFinding.of("backbone")
                    .unknown("the connector's configuration names no Backbone")
                    .build();
        }
        Web web = new Web(patience);
        OptionalInt health = OptionalInt.empty();
        OptionalInt version = OptionalInt.empty();
        Optional<String> failure = Optional.empty();
        try {
            health = OptionalInt.of(web.get(below(base.get(), "/health")).status());
            Web.Page page = web.get(below(base.get(), "/api/v2/Version"));
            JsonNode major = page.ok()
                    ? page.json("the Backbone's version").at("/result/majorVersion")
                    : MissingNode.getInstance();
            if (major.canConvertToInt()) {
                version = OptionalInt.of(major.asInt());
            }
        } catch (IOException e) {
            failure = Optional.of(base.get().getHost() + " could not be asked: " + Trouble.words(e));
        }
        return BackboneAssessment.of(base.get().toString(), health, version, failure);
    }

    CheckFinding tls() {
        Set<URI> systems = new LinkedHashSet<>();
        systems.add(URI.create(readings.client().url()));
        if (options.systems()) {
            backboneUrl().ifPresent(systems::add);
        }
        systems.addAll(webhookUrls());
        List<TlsAssessment.Shown> shown = new ArrayList<>();
        List<String> unreachable = new ArrayList<>();
        TlsProbe probe = new TlsProbe(patience);
        for (URI each : systems) {
            if ("https".equals(each.getScheme()) && each.getHost() != null) {
                try {
                    shown.add(probe.look(each.getHost(), port(each)));
                } catch (IOException e) {
                    unreachable.add(each.getHost() + ":" + port(each) + " showed no certificate: " + Trouble.words(e));
                }
            }
        }
        return shown.isEmpty() && unreachable.isEmpty()
                ? CheckFinding.of("tls")
                        .unknown("none of the systems is reached by https: " + systems.size() + " looked at")
                        .advice("put a reverse proxy with TLS before the connector, which has none of its own")
                        .build()
                : TlsAssessment.of(shown, unreachable, readings.now());
    }

    CheckFinding webhooks() {
        Set<URI> targets = webhookUrls();
        CheckFinding.Builder finding = CheckFinding.of("webhooks");
        if (targets.isEmpty()) {
            return finding.pass("there is no webhook target").build();
        }
        for (URI each : targets) {
            String name = each.getHost() + ":" + port(each);
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(each.getHost(), port(each)), (int)
                        Math.min(Integer.MAX_VALUE, patience.toMillis()));
                finding.seen(name, "accepts connections", readings.now(), "TCP connection")
                        .pass(name + " accepts connections");
            } catch (IOException e) {
                finding.fail(name + " does not accept connections: "
                                + e.getClass().getSimpleName())
                        .advice("mend the target, then catch up by reading: events are not sent again");
            }
        }
        return finding.cannotKnow("whether the connector reaches them the same way: this was tried from here")
                .cannotKnow("whether they accept deliveries: nothing was sent; the log tells of refused ones")
                .build();
    }

    CheckFinding clocks() throws InterruptedException {
        List<ClockAssessment.Reading> read = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        Web web = new Web(patience);
        read(web, "connector", below(URI.create(readings.client().url()), "/health"), read, unreadable);
        if (options.systems()) {
            Optional<URI> backbone = backboneUrl();
            if (backbone.isPresent()) {
                read(web, "Backbone", below(backbone.get(), "/health"), read, unreadable);
            }
        }
        return ClockAssessment.of(read, unreadable);
    }

    private void read(Web web, String system, URI uri, List<ClockAssessment.Reading> read, List<String> unreadable)
            throws InterruptedException {
        Instant before = readings.now();
        try {
            Web.Page page = web.get(uri);
            Instant after = readings.now();
            Optional<Instant> exact =
                    page.headers().firstValue("X-Response-Time").flatMap(SystemChecks::instant);
            Optional<Instant> told =
                    exact.or(() -> page.headers().firstValue("Date").flatMap(SystemChecks::httpDate));
            if (told.isPresent()) {
                Duration resolution = exact.isPresent() ? Duration.ofMillis(1) : Duration.ofSeconds(1);
                // a slow health check answers when it ends, and tells that time: the way back is what counts
                read.add(new ClockAssessment.Reading(system, told.get(), resolution, before, after));
            } else {
                unreadable.add(system + ": its answer has no time");
            }
        } catch (IOException e) {
            unreadable.add(system + ": " + Trouble.words(e));
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<URI> backboneUrl() {
        return readings.support().configuration().backboneUrl().flatMap(SystemChecks::url);
    }

    private Set<URI> webhookUrls() {
        Set<URI> targets = new LinkedHashSet<>(options.webhooks());
        if (options.systems()) {
            JsonNode webhooks = readings.support().configuration().reveal().at("/modules/webhooks");
            if (webhooks.path("enabled").asText().equals("true")) {
                webhooks.path("targets")
                        .forEach(target -> url(target.path("url").asText()).ifPresent(targets::add));
            }
        }
        targets.removeIf(each -> each.getHost() == null);
        return targets;
    }

    private static Optional<URI> url(String text) {
        try {
            return Optional.of(URI.create(text.replaceAll("\\{\\{.*?}}", "x"))).filter(uri -> uri.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static URI below(URI base, String path) {
        return URI.create(base.toString().replaceFirst("/+$", "") + path);
    }

    private static int port(URI uri) {
        return uri.getPort() > 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
    }
}
