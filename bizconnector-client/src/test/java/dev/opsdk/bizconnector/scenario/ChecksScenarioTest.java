package dev.opsdk.bizconnector.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.assess.CheckFinding;
import dev.opsdk.bizconnector.assess.CheckReport;
import dev.opsdk.bizconnector.assess.IdentityPin;
import dev.opsdk.bizconnector.assess.RequestCounts;
import dev.opsdk.bizconnector.assess.Verdict;
import dev.opsdk.bizconnector.check.CheckOptions;
import dev.opsdk.bizconnector.check.Checks;
import dev.opsdk.core.Secret;
import dev.opsdk.core.call.Results;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulatorBuilder;
import dev.opsdk.simulator.bizconnector.SimApiKey;
import dev.opsdk.simulator.bizconnector.SimConnector;
import dev.opsdk.simulator.bizconnector.WebhookTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each sickness of a connector is seen by the check that is there for it, and by no wrong one. */
class ChecksScenarioTest extends SimulatedConnectors {
    private static final List<String> NEED_THE_CONNECTOR =
            List.of("health", "database", "sync", "version", "requests", "key material", "clocks");

    @TempDir
    private Path dir;

    private final BizConnectorSimulatorBuilder builder =
            BizConnectorSimulator.builder().syncEvery(Duration.ofMinutes(1));

    private BizConnectorSimulator healthy() {
        BizConnectorSimulator sim = start(builder);
        sim.advance(Duration.ofMinutes(2));
        return sim;
    }

    private static CheckFinding of(CheckReport report, String check) {
        return report.result(check).orElseThrow();
    }

    private Consumer<CheckOptions.Builder> everything(BizConnectorSimulator sim, Path log) throws IOException {
        SimConnector connector = sim.connector(0);
        Files.writeString(log, connector.logs());
        IdentityPin pin = new IdentityPin(connector.address(), connector.publicKey());
        return o -> o.pin(pin)
                .proveKey()
                .systems()
                .logs(log)
                .disks(dir)
                .oldMaterial(Duration.ofDays(30))
                .tags(List.of("7.4.6", "7.4.5"));
    }

    @Test
    void aHealthyConnectorFailsNothing() throws IOException {
        BizConnectorSimulator sim = healthy();
        CheckReport report = client(sim, 0).checks().run(everything(sim, dir.resolve("latest.log")));
        assertThat(report.with(Verdict.FAIL)).as("%s", report).isEmpty();
        assertThat(report.with(Verdict.WARN))
                .as("only that the simulated configuration is no production's")
                .extracting(CheckFinding::check)
                .isSubsetOf("configuration");
        assertThat(NEED_THE_CONNECTOR)
                .allSatisfy(check -> assertThat(of(report, check).verdict())
                        .as("%s", of(report, check))
                        .isEqualTo(Verdict.PASS));
        assertThat(of(report, "old material").verdict()).isEqualTo(Verdict.PASS);
        assertThat(of(report, "key material").seen("signature")).isPresent();
        assertThat(report.with(Verdict.UNKNOWN))
                .as("what is not known is said")
                .allSatisfy(finding -> assertThat(finding.summary()).isNotBlank());
        assertThat(report.result("health").orElseThrow().cannotKnow()).isNotEmpty();
    }

    @Test
    void aDeadDatabaseFailsHealthAndDatabase() {
        BizConnectorSimulator sim = healthy();
        sim.connector(0).databaseDown();
        CheckReport report = client(sim, 0).checks().run();
        assertThat(report.worst()).isEqualTo(Verdict.FAIL);
        assertThat(of(report, "health").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(of(report, "health").summary()).contains("database is unhealthy");
        assertThat(of(report, "database").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(of(report, "credentials").verdict()).isEqualTo(Verdict.PASS);
        assertThat(of(report, "sync").verdict()).as("it cannot be known").isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aDeadBackboneFailsHealthAndNotTheDatabase() {
        BizConnectorSimulator sim = healthy();
        sim.backbone().down();
        sim.advance(Duration.ofHours(1));
        CheckReport report = client(sim, 0).checks().run(o -> o.systems());
        assertThat(of(report, "health").summary()).contains("backboneConnection");
        assertThat(of(report, "database").verdict()).isEqualTo(Verdict.PASS);
        assertThat(of(report, "backbone").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(of(report, "sync").verdict()).as("no sync for an hour").isEqualTo(Verdict.FAIL);
        assertThat(of(report, "announcements").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aSyncThatFailsIsSeenByItsAgeAndInTheLog() throws IOException {
        BizConnectorSimulator sim = healthy();
        sim.backbone().failing(503);
        sim.advance(Duration.ofMinutes(30));
        Path log = dir.resolve("latest.log");
        Files.writeString(log, sim.connector(0).logs());
        CheckReport report = client(sim, 0).checks().run(o -> o.logs(log));
        assertThat(of(report, "sync").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(of(report, "log").verdict()).isIn(Verdict.WARN, Verdict.FAIL);
        assertThat(of(report, "log").toString()).contains("Sync");
    }

    @Test
    void nobodyWhoSynchronisesIsAWarning() {
        BizConnectorSimulator sim = start();
        CheckFinding sync = client(sim, 0).checks().sync();
        assertThat(sync.verdict()).isEqualTo(Verdict.WARN);
        assertThat(sync.toString()).contains("nobody synchronises");
    }

    @Test
    void aRefusedKeyIsTriedOnceInAWholeRun() {
        BizConnectorSimulator sim = healthy();
        BizConnectorClient client = client(to(sim, sim.connector(0)).apiKey(Secret.of("Zq7-no-key-of-this-connector")));
        CheckReport report = client.checks().run(o -> o.oldMaterial(Duration.ofDays(1)));
        assertThat(of(report, "credentials").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(of(report, "health").verdict()).isEqualTo(Verdict.PASS);
        assertThat(of(report, "database").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(of(report, "key material").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(sim.connector(0).unauthorizedDelays()).hasSize(1);
        assertThat(report + report.json()).doesNotContain("Zq7-no-key");
    }

    @Test
    void aKeyForLittleLeavesTheRestUnknown() {
        BizConnectorSimulator sim = start(builder.apiKeys(
                SimApiKey.of(BizConnectorSimulatorBuilder.DEFAULT_KEY, "monitoring:version", "core:account")));
        CheckReport report = client(sim, 0).checks().run();
        assertThat(of(report, "version").verdict()).isEqualTo(Verdict.PASS);
        assertThat(of(report, "database").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(of(report, "requests").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(of(report, "configuration").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aBrokenHealthCheckAndAStoppedConnectorAreFailures() {
        BizConnectorSimulator sim = healthy();
        BizConnectorClient client = client(sim, 0);
        sim.connector(0).healthCheckBreaks();
        assertThat(client.checks().health().verdict()).isEqualTo(Verdict.FAIL);
        sim.connector(0).kill();
        CheckReport report = client.checks().run();
        assertThat(of(report, "health").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report.results())
                .filteredOn(finding -> !finding.check().equals("health"))
                .allSatisfy(finding -> assertThat(finding.verdict())
                        .as("%s: nobody was asked", finding)
                        .isEqualTo(Verdict.UNKNOWN));
    }

    @Test
    void aHangingBackboneEndsTheChecksInTime() {
        BizConnectorSimulator sim = healthy();
        sim.backbone().hangs();
        CheckReport report = client(sim, 0).checks().run(o -> o.timeLimit(Duration.ofSeconds(2)));
        assertThat(of(report, "health").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(of(report, "announcements").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(of(report, "version").verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void errorsAndARestartAreSeenInTheCounters() {
        BizConnectorSimulator sim = healthy();
        BizConnectorClient client = client(sim, 0);
        client.monitoring().version();
        sim.advance(Duration.ofMinutes(1));
        RequestCounts before = client.checks().requestCounts();
        sim.backbone().failing(500);
        for (int i = 0; i < 5; i++) {
            fails(OpsException.class, () -> client.account().sync());
        }
        sim.advance(Duration.ofMinutes(1));
        assertThat(client.checks().requests(o -> o.earlierRequests(before)).verdict())
                .isEqualTo(Verdict.FAIL);
        sim.backbone().up();
        assertThat(sim.connector(0).restart()).isTrue();
        client.monitoring().version();
        CheckFinding restarted = client.checks().requests(o -> o.earlierRequests(before));
        assertThat(restarted.verdict()).isEqualTo(Verdict.WARN);
        assertThat(restarted.summary()).contains("restarted");
    }

    @Test
    void anotherIdentityIsCaughtByThePin() {
        BizConnectorSimulator sim = healthy();
        SimConnector connector = sim.connector(0);
        IdentityPin pin = new IdentityPin(connector.address(), connector.publicKey());
        BizConnectorClient client = client(sim, 0);
        assertThat(client.checks().keyMaterial(o -> o.pin(pin).proveKey()).verdict())
                .isEqualTo(Verdict.PASS);
        connector.loseDatabase();
        CheckFinding finding = client.checks().keyMaterial(o -> o.pin(pin).proveKey());
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(client.checks().health().verdict()).as("it looks healthy").isEqualTo(Verdict.PASS);
    }

    @Test
    void anOldVersionIsAWarningAndAnOldMajorAFailure() {
        BizConnectorSimulator sim = start(builder.version("7.4.0"));
        CheckFinding old = client(sim, 0).checks().version(o -> o.tags(List.of("7.4.0", "7.4.6", "8.0.0-rc.1")));
        assertThat(old.verdict()).isEqualTo(Verdict.WARN);
        assertThat(old.toString()).contains("7.4.6");
        BizConnectorSimulator older = start(BizConnectorSimulator.builder().version("6.30.0"));
        assertThat(client(older, 0).checks().version(o -> {}).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void debugModeAndSecretsInTheEnvironmentAreFoundInTheConfiguration() {
        BizConnectorSimulator sim = start(builder.debug(true).environment("DB_PASSWORD", "Zq7-hunter3"));
        CheckFinding finding = client(sim, 0).checks().configuration();
        assertThat(finding.verdict()).isIn(Verdict.WARN, Verdict.FAIL);
        assertThat(finding.toString()).contains("debug").contains("DB_PASSWORD").doesNotContain("Zq7-hunter3");
    }

    @Test
    void aWebhookTargetThatIsGoneIsAFailureAndAnAnnouncementAWarning() {
        BizConnectorSimulator gone = start();
        String url = gone.connector(0).url();
        gone.connector(0).kill();
        BizConnectorSimulator sim = start(builder.webhook(WebhookTarget.of(url + "/{{trigger}}")));
        sim.backbone().announce("High", "Maintenance tonight", "All night");
        CheckReport report = client(sim, 0).checks().run(o -> o.systems());
        assertThat(of(report, "webhooks").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(of(report, "announcements").verdict()).isEqualTo(Verdict.WARN);
        assertThat(of(report, "announcements").summary()).contains("Maintenance tonight");
    }

    @Test
    void severalConnectorsAreCheckedAtOnceAndOneSickOneHidesNoOther() {
        BizConnectorSimulator sim = start(builder.connectors(3));
        sim.advance(Duration.ofMinutes(2));
        sim.connector(1).databaseDown();
        sim.connector(2).kill();
        Results<String, CheckReport> reports =
                Checks.each(Map.of("a", client(sim, 0), "b", client(sim, 1), "c", client(sim, 2)), o -> {});
        // while the dead one is tried again simulated time passes for all, so that the answer may look slow
        assertThat(of(reports.values().get("a"), "health").verdict()).isIn(Verdict.PASS, Verdict.WARN);
        assertThat(of(reports.values().get("a"), "database").verdict()).isEqualTo(Verdict.PASS);
        assertThat(of(reports.values().get("b"), "database").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(of(reports.values().get("c"), "health").verdict()).isEqualTo(Verdict.FAIL);
    }
}
