package dev.opsdk.bizconnector.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.assess.CheckReport;
import dev.opsdk.bizconnector.model.attribute.identity.GivenName;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.testkit.CapturedLogs;
import dev.opsdk.core.testkit.PlantedSecrets;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import dev.opsdk.simulator.bizconnector.SimApiKey;
import dev.opsdk.simulator.bizconnector.WebhookTarget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent to a supporter tells no secret, in whatever form. */
class BundleScenarioTest extends SimulatedConnectors {
    private final PlantedSecrets planted = new PlantedSecrets();

    @TempDir
    private Path dir;

    private static List<String> everyByte(Path zip) throws IOException {
        List<String> all = new ArrayList<>();
        all.add(new String(Files.readAllBytes(zip), StandardCharsets.ISO_8859_1));
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream unzip = new ZipInputStream(in)) {
            for (ZipEntry entry = unzip.getNextEntry(); entry != null; entry = unzip.getNextEntry()) {
                all.add(entry.getName());
                byte[] bytes = unzip.readAllBytes();
                all.add(new String(bytes, StandardCharsets.UTF_8));
                all.add(new String(bytes, StandardCharsets.ISO_8859_1));
            }
        }
        return all;
    }

    @Test
    void noSecretOfASickConnectorIsInItsSupportBundle() throws Exception {
        String key = planted.plant("Zq7_PLANTED_apikey_of_30+_chars_of_opsdk_42");
        String hook = planted.plain();
        String header = planted.plain();
        BizConnectorSimulator sim = start(BizConnectorSimulator.builder()
                .apiKeys(SimApiKey.of(key))
                .environment("FAKE_SECRET_IN_ENV", planted.plain())
                .environment("HARMLESS_NAME", planted.awkward())
                .environment("database__password", planted.awkward())
                .webhook(new WebhookTarget(
                        "http://user:" + planted.plain() + "@127.0.0.1:1/" + planted.plain() + "/{{trigger}}",
                        List.of("**"),
                        Map.of("X-Static", header),
                        "x-api-key",
                        hook)));
        planted.plant("brokerpass");
        BizConnectorClient client = client(sim, 0);
        client.attributes().create(GivenName.of("Ada"));
        sim.backbone().failing(500);
        fails(OpsException.class, () -> client.account().sync());
        assertThat(sim.connector(0).awaitWebhooks(Duration.ofSeconds(20))).isTrue();
        Path log = dir.resolve("latest.log");
        Files.writeString(
                log,
                sim.connector(0).logs() + "\n[2026-01-15T08:00:01.000] [ERROR] SyncModule - Sync failed with " + hook
                        + " and \"" + header + "\" x-api-key: " + key + " \n");
        Path zip = dir.resolve("support.zip");
        try (CapturedLogs logs = CapturedLogs.start()) {
            CheckReport report =
                    client.checks().supportBundle(zip, o -> o.logs(log).systems());
            planted.assertNowhere(report, report.json(), logs.text(), zip);
        }
        planted.assertNowhere(everyByte(zip).toArray());
        assertThat(String.join("\n", everyByte(zip)))
                .as("it still says what is wrong")
                .contains("Sync failed", "HARMLESS_NAME", "backbone");
    }

    @Test
    void noSecretIsInWhatTheClientLogsOrPrints() {
        String key = planted.plant("Zq7_PLANTED_apikey_of_30+_chars_of_opsdk_42");
        BizConnectorSimulator sim = start(
                BizConnectorSimulator.builder().apiKeys(SimApiKey.of(key)).environment("SOME_NAME", planted.awkward()));
        try (CapturedLogs logs = CapturedLogs.start()) {
            BizConnectorClient client = client(sim, 0);
            Object support = client.monitoring().support();
            sim.connector(0).databaseDown();
            OpsException failure =
                    fails(OpsException.class, () -> client.files().list());
            planted.assertNowhere(support, client, failure, client.checks().run(), logs.text());
        }
    }
}
