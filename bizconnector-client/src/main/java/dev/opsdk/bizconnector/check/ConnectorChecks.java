package dev.opsdk.bizconnector.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.bizconnector.assess.CheckFinding;
import dev.opsdk.bizconnector.assess.ConfigurationAssessment;
import dev.opsdk.bizconnector.assess.HealthAssessment;
import dev.opsdk.bizconnector.assess.KeyMaterialAssessment;
import dev.opsdk.bizconnector.assess.RateAssessment;
import dev.opsdk.bizconnector.assess.RequestCounts;
import dev.opsdk.bizconnector.assess.SyncAssessment;
import dev.opsdk.bizconnector.assess.SyncSetup;
import dev.opsdk.bizconnector.assess.VersionAssessment;
import dev.opsdk.bizconnector.model.account.IdentityInfo;
import dev.opsdk.bizconnector.model.announcement.Announcement;
import dev.opsdk.bizconnector.model.announcement.Severity;
import dev.opsdk.bizconnector.model.challenge.SignedChallenge;
import dev.opsdk.bizconnector.model.error.ConnectorError;
import dev.opsdk.bizconnector.model.error.ErrorKind;
import dev.opsdk.bizconnector.model.monitoring.HealthReport;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.OpsException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks that ask the connector itself. */
final class ConnectorChecks {
    private final Readings readings;
    private final CheckOptions options;

    ConnectorChecks(Readings readings, CheckOptions options) {
        this.readings = readings;
        this.options = options;
    }

    CheckFinding health() {
        long start = readings.time().nanos();
        try {
            HealthReport report = readings.health();
            Map<String, String> services = new LinkedHashMap<>();
            report.services()
                    .forEach((name, health) -> services.put(name, health.wire().toString()));
            return HealthAssessment.of(
                    report.isHealthy(),
                    services,
                    Duration.ofNanos(readings.time().nanos() - start),
                    readings.now());
        } catch (OpsException e) {
            return HealthAssessment.failed(String.valueOf(e.getMessage()), e instanceof NoReplyException);
        }
    }

    CheckFinding credentials() {
        CheckFinding.Builder finding = CheckFinding.of("credentials");
        if (!readings.admitted()) {
            return finding.fail("the connector refuses the credentials; nothing else that needs them was asked")
                    .advice(
                            "see that this client was given a key (fromEnv: OPSDK_CONNECTOR_API_KEY); check key, expiresAt and enabled in the connector's configuration; each try costs it 1 to 4 s")
                    .build();
        }
        readings.version();
        return finding.pass("the connector takes the credentials").build();
    }

    /** Lists nothing that exists, but has to ask the database to know that. The identity is served from memory and would not do. */
    CheckFinding database() {
        CheckFinding.Builder finding = CheckFinding.of("database");
        String source = "GET /api/core/v1/Attributes with a filter";
        try {
            readings.read(() -> readings.client()
                    .attributes()
                    .all(filter -> filter.createdAt().after(Instant.parse("9999-12-31T00:00:00Z")))
                    .list());
            finding.seen("query", "answered", readings.now(), source).pass("a query went through to the database");
        } catch (OpsException e) {
            boolean down = ConnectorError.of(e)
                    .filter(error -> error.kind() == ErrorKind.DATABASE_DOWN)
                    .isPresent();
            if (!down) {
                return Trouble.unknown("database", e);
            }
            finding.seen("query", "failed", readings.now(), source)
                    .fail("the connector cannot reach its database: " + e.getMessage())
                    .advice("check that the database runs and can be reached from the connector");
        }
        return finding.cannotKnow(
                        "whether it is the newest database, and whether there are backups: compare a fingerprint")
                .cannotKnow("replica set, its lag and its oplog: ask the database itself")
                .build();
    }

    CheckFinding sync() {
        Optional<Instant> last =
                readings.read(() -> readings.client().account().syncInfo()).lastSync();
        return SyncAssessment.of(last, setup(), options.syncExpected(), readings.now());
    }

    private Optional<SyncSetup> setup() {
        try {
            return Optional.of(SyncSetup.of(configuration()));
        } catch (OpsException e) {
            return Optional.empty(); // the finding says that nobody could be asked
        }
    }

    private JsonNode configuration() {
        return readings.support().configuration().reveal();
    }

    CheckFinding configurationFindings() {
        return ConfigurationAssessment.of(configuration());
    }

    CheckFinding version() throws IOException, InterruptedException {
        String running = readings.version().version();
        if (options.tags().isPresent()) {
            return VersionAssessment.compare(running, options.tags().get(), "offline list");
        }
        if (options.registry().isEmpty()) {
            return VersionAssessment.compatibility(running);
        }
        Registry registry =
                new Registry(new Web(options.timeLimit()), options.registry().get(), options.image());
        List<String> tags = registry.tags();
        return VersionAssessment.compare(running, tags, registry.toString());
    }

    CheckFinding requests() throws InterruptedException {
        RequestCounts now = readings.requests();
        if (options.earlierRequests().isPresent()) {
            return RateAssessment.between(options.earlierRequests().get(), now, options.rates());
        }
        if (options.sample().isZero()) {
            return RateAssessment.sinceStart(now, options.rates());
        }
        readings.time().sleep(options.sample());
        return RateAssessment.between(now, readings.requestsAgain(), options.rates());
    }

    CheckFinding keyMaterial() {
        IdentityInfo identity = readings.identity();
        Optional<KeyMaterialAssessment.Proof> proof = options.proveKey() ? Optional.of(proof()) : Optional.empty();
        return KeyMaterialAssessment.of(identity.address(), identity.publicKey(), options.pin(), proof);
    }

    private KeyMaterialAssessment.Proof proof() {
        SignedChallenge challenge =
                readings.read(() -> readings.client().challenges().createForIdentity());
        return new KeyMaterialAssessment.Proof(
                challenge.challengeString(), challenge.signature(), challenge.createdBy(), readings.now());
    }

    CheckFinding announcements() {
        List<Announcement> all =
                readings.read(() -> readings.client().announcements().list(options.language()));
        CheckFinding.Builder finding = CheckFinding.of("announcements");
        Instant now = readings.now();
        List<Announcement> current = all.stream()
                .filter(each ->
                        each.expiresAt().filter(end -> !end.isAfter(now)).isEmpty())
                .toList();
        for (Announcement each : current) {
            finding.seen(
                    each.severity().map(Object::toString).orElse("no severity"),
                    each.title().orElse(each.id()),
                    each.createdAt().orElse(now),
                    "GET /api/core/v1/Announcements");
            if (each.severity().filter(how -> how.is(Severity.Known.LOW)).isEmpty()) {
                finding.warn("the Backbone's operator announces: "
                                + each.title().orElse(each.id()))
                        .advice("read the announcement, and plan for it");
            }
        }
        return finding.pass("current announcements of the Backbone: " + current.size())
                .build();
    }
}
