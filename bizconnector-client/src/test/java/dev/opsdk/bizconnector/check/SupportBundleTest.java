package dev.opsdk.bizconnector.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.assess.ApiKeyEntry;
import dev.opsdk.bizconnector.assess.CheckReport;
import dev.opsdk.bizconnector.assess.IdentityKey;
import dev.opsdk.bizconnector.assess.Recorded;
import dev.opsdk.core.Secret;
import dev.opsdk.core.testkit.PlantedSecrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupportBundleTest {
    private final FakeConnector connector = new FakeConnector();
    private final BizConnectorClient client = connector.client();
    private final PlantedSecrets planted = new PlantedSecrets();

    @TempDir
    private Path dir;

    @AfterEach
    void close() {
        client.close();
        connector.close();
    }

    private Map<String, String> unzip(Path zip) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream unzip = new ZipInputStream(in)) {
            for (ZipEntry entry = unzip.getNextEntry(); entry != null; entry = unzip.getNextEntry()) {
                entries.put(entry.getName(), new String(unzip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    @Test
    void itHoldsWhatASupporterNeeds() throws Exception {
        Files.write(dir.resolve("latest.log"), Recorded.lines("logs/console-debug-a.log"));
        Path zip = dir.resolve("support.zip");
        CheckReport report = client.checks().supportBundle(zip, options -> options.logs(dir.resolve("latest.log")));
        Map<String, String> entries = unzip(zip);
        assertThat(entries)
                .containsOnlyKeys(
                        "report.txt",
                        "report.json",
                        "support.json",
                        "health.json",
                        "version.json",
                        "requests.json",
                        "log.txt");
        assertThat(entries.get("report.txt")).isEqualTo(report.toString());
        assertThat(entries.get("support.json")).contains("FAKE_SECRET_IN_ENV").contains("\"driver\" : \"mongodb\"");
        assertThat(entries.get("log.txt")).contains("ERRRZLD8YG6R247Q8H7C").contains("Started all modules.");
        assertThat(entries.get("version.json")).contains("7.5.11-src");
        assertThat(entries.get("health.json")).contains("backboneAuthentication");
        assertThat(entries.get("requests.json")).contains("requestCountByStatus");
        assertThat(dir.toFile().list()).as("nothing half is left").hasSize(2);
    }

    @Test
    void noPlantedSecretIsInIt() throws Exception {
        ObjectNode support =
                Recorded.body("501-support-with-webhook-and-broker-secrets").deepCopy();
        ObjectNode configuration = (ObjectNode) support.path("configuration");
        String environment = planted.plain();
        configuration.put("MY_ENV", environment);
        configuration.put("database__password", planted.awkward());
        ((ObjectNode) configuration.at("/modules/webhooks/targets/t/authentication")).put("apiKey", planted.plain());
        ((ObjectNode) configuration.at("/modules/webhooks/targets/t/headers")).put("X-Static", planted.plain());
        ((ObjectNode) configuration.at("/modules/webhooks/targets/t"))
                .put(
                        "url",
                        "https://user:" + planted.plain() + "@hooks.invalid/" + planted.plain() + "?k="
                                + planted.plain());
        ((ObjectNode) configuration.at("/modules/messageBrokerPublisher/brokers/0/configuration"))
                .put("url", "amqp://user:" + planted.plain() + "@127.0.0.1:5672");
        configuration.putArray("_").add(planted.plain());
        ((ObjectNode) configuration.path("transportLibrary")).put("platformClientSecret", planted.plain());
        ((ObjectNode) configuration.path("database"))
                .put("connectionString", "mongodb://u:" + planted.plain() + "@db/x");
        connector.answer("GET /Monitoring/Support", 200, support.toString());
        String told = planted.plain();
        String key = planted.plain();
        Files.writeString(
                dir.resolve("latest.log"),
                String.join(
                        "\n",
                        "[2026-11-20T10:00:00.000] [INFO] Transport.Transport - Transport initialized ",
                        "[2026-11-20T10:00:01.000] [ERROR] SyncModule - Sync failed " + environment + " and " + told
                                + " ",
                        "[2026-11-20T10:00:02.000] [ERROR] HttpServer - ERRRZLD8YG6R247Q8H7C",
                        "Error: https://backbone/r/TOKx#" + planted.plain() + " Authorization: Bearer "
                                + planted.plain(),
                        "    at x-api-key: " + planted.plain() + " password=" + planted.plain() + " " + key,
                        "[2026-11-20T10:00:03.000] [INFO] HttpServer - GET /api/core/v1/Files/" + planted.plain()
                                + "abcdef 200 -- 3ms ",
                        "[2026-11-20T10:00:04.000] [INFO] WebhooksModule - Sending request to webhook {\"data\":\""
                                + planted.plain() + "\"} ",
                        "[2026-11-20T10:00:05.000] [TRACE] Transport.RESTClient - " + planted.plain() + " "));
        Path zip = dir.resolve("support.zip");
        CheckReport report = client.checks()
                .supportBundle(
                        zip,
                        options -> options.logs(dir.resolve("latest.log"))
                                .mask(Secret.of(told))
                                .apiKeys(List.of(
                                        new ApiKeyEntry("a", Secret.of(key), true, Optional.empty(), Set.of()))));
        Map<String, String> entries = unzip(zip);
        planted.assertNowhere(entries.values().toArray());
        assertThat(entries.get("log.txt")).contains("Sync failed *** and ***").contains("ERRRZLD8YG6R247Q8H7C");
        assertThat(entries.get("support.json")).contains("MY_ENV");
        assertThat(report.result("log")).isPresent();
    }

    @Test
    void whatCannotBeReadIsSaidInItsPlace() throws Exception {
        connector.error("GET /Monitoring/Support", 403, "error.connector.forbidden", "no");
        connector.error("GET /Monitoring/Requests", 500, "error.connector.unexpected", "broken");
        Path zip = dir.resolve("support.zip");
        client.checks().supportBundle(zip, options -> options.logs(Path.of("/not/there.log")));
        Map<String, String> entries = unzip(zip);
        assertThat(entries.get("support.json")).startsWith("could not be read:");
        assertThat(entries.get("requests.json")).startsWith("could not be read:");
        assertThat(entries.get("log.txt")).contains("no log at");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaid() {
        assertThatThrownBy(() -> client.checks().supportBundle(dir.resolve("no/support.zip"), options -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("support.zip");
    }

    @Test
    void withoutALogThereIsNoExcerpt() throws IOException {
        Path zip = dir.resolve("support.zip");
        client.checks().supportBundle(zip, options -> {});
        assertThat(unzip(zip)).doesNotContainKey("log.txt").containsKey("report.txt");
    }

    @Test
    void theSupportInformationTellsWhoAndWhatItIs() throws IOException {
        ObjectNode support = Recorded.body("103-prod-support-mongodb").deepCopy();
        JsonNode identity = Recorded.body("201-account-identity-info").path("result");
        String key = identity.path("publicKey").asText();
        support.putObject("identityInfo")
                .put("address", identity.path("address").asText())
                .put("publicKey", key);
        connector.answer("GET /Monitoring/Support", 200, support.toString());
        JsonNode shown = supportJson();
        assertThat(shown.path("version").asText()).isEqualTo("7.5.11-src");
        assertThat(shown.path("health").asText()).startsWith("healthy");
        assertThat(shown.path("address").asText())
                .isEqualTo(identity.path("address").asText());
        assertThat(shown.path("publicKey").asText())
                .isEqualTo(IdentityKey.parse(key).toString())
                .isNotEqualTo(key);
    }

    @Test
    void anIdentityThatCannotBeReadIsToldWithoutItsSecrets() throws IOException {
        ObjectNode support = Recorded.body("103-prod-support-mongodb").deepCopy();
        support.putObject("identityInfo").put("publicKey", "no key").put("error", "failed, password=hunter2");
        connector.answer("GET /Monitoring/Support", 200, support.toString());
        JsonNode shown = supportJson();
        assertThat(shown.path("publicKey").asText()).contains("key").isNotEqualTo("no key");
        assertThat(shown.path("identityError").asText()).isEqualTo("failed, password=***");
        assertThat(shown.has("address")).isFalse();
    }

    private JsonNode supportJson() throws IOException {
        Path zip = dir.resolve("support.zip");
        client.checks().supportBundle(zip, options -> {});
        return new JsonMapper().readTree(unzip(zip).get("support.json"));
    }
}
