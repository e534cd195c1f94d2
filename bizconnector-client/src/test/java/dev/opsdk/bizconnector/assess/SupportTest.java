package dev.opsdk.bizconnector.assess;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.Secret;
import dev.opsdk.core.testkit.PlantedSecrets;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SupportTest {
    private final PlantedSecrets planted = new PlantedSecrets();

    @Test
    void theRecordedSecretsAreMasked() {
        for (String name :
                new String[] {"010-support", "501-support-with-webhook-and-broker-secrets", "507-db-down-support"}) {
            String masked = SupportMask.masked(Recorded.body(name)).toString();
            assertThat(masked)
                    .doesNotContain("hunter2")
                    .doesNotContain("webhook-secret-123")
                    .doesNotContain("brokerpass")
                    .doesNotContain("/usr/local")
                    .contains("FAKE_SECRET_IN_ENV")
                    .contains("\"interval\":60");
        }
    }

    @Test
    void whatHelpsIsKept() {
        JsonNode masked = SupportMask.masked(Recorded.body("501-support-with-webhook-and-broker-secrets"));
        assertThat(masked.at("/configuration/modules/webhooks/targets/t/url").asText())
                .isEqualTo("http://127.0.0.1:3999");
        assertThat(masked.at("/configuration/transportLibrary/baseUrl").asText())
                .isEqualTo("http://localhost:8090");
        assertThat(masked.at("/configuration/database/driver").asText()).isEqualTo("mongodb");
        assertThat(masked.at("/configuration/infrastructure/httpServer/authentication/apiKey")
                        .asText())
                .isEqualTo("redacted (enabled)");
        assertThat(masked.at("/health/services/database").asText()).isEqualTo("healthy");
        assertThat(masked.at("/identityInfo/address").asText()).startsWith("did:e:");
    }

    @Test
    void theMaskedSecretsCanBeLookedForElsewhere() {
        Set<Secret> secrets = SupportMask.secrets(Recorded.body("501-support-with-webhook-and-broker-secrets"));
        assertThat(secrets.stream().map(Secret::reveal))
                .contains("hunter2", "webhook-secret-123")
                .doesNotContain("start", "/tmp");
        assertThat(Masking.text("x hunter2 y", secrets)).isEqualTo("x *** y");
    }

    @Test
    void maskedSecretsAreFoundInListsBelowVariablesAndInTheirUrlsParts() throws Exception {
        JsonNode support = new JsonMapper()
                .readTree("{\"configuration\":{\"SOME_ENV\":{\"deep\":[\"below-a-variable\"]},"
                        + "\"modules\":{\"own\":{\"token\":[\"in-a-list\",\"short\"]},\"webhooks\":{\"targets\":{\"t\":{\"url\":"
                        + "\"https://someuser:somepass@h/services/TokenOfTwelve1?k=AnotherTwelve1\"}}}}}}");
        assertThat(SupportMask.secrets(support).stream().map(Secret::reveal))
                .contains("below-a-variable", "in-a-list")
                .contains("someuser", "somepass", "TokenOfTwelve1", "AnotherTwelve1")
                .doesNotContain("short", "services", "h", "");
    }

    @Test
    void aConfigurationThatIsNoObjectIsMaskedAsAWhole() throws Exception {
        JsonNode support = new JsonMapper().readTree("{\"configuration\":\"" + planted.plain() + "\"}");
        assertThat(SupportMask.masked(support).toString()).isEqualTo("{\"configuration\":\"***\"}");
    }

    @Test
    void aSecretAnywhereInAConfigurationIsMasked() throws Exception {
        ObjectNode configuration = (ObjectNode) new JsonMapper()
                .readTree("{\"modules\":{\"own\":{\"enabled\":true,\"anything\":\"" + planted.plain()
                        + "\",\"deep\":{\"token\":{\"x\":[\"" + planted.plain() + "\",12345678]}}},"
                        + "\"webhooks\":{\"targets\":{\"t\":{\"url\":\"https://user:" + planted.plain() + "@h/services/"
                        + planted.plain() + "?k=" + planted.plain() + "#" + planted.plain()
                        + "\",\"headers\":{\"url\":\""
                        + planted.plain() + "\"},\"authentication\":{\"clientSecret\":\"" + planted.plain()
                        + "\",\"type\":\"OAuth2\"}}}}},\"_\":[\"" + planted.plain() + "\"],\"argument\":\""
                        + planted.plain() + "\",\"nested\":{\"version\":\"" + planted.plain() + "\"}}");
        configuration.put("SOME_ENV", planted.plain());
        JsonNode masked = SupportMask.configuration(configuration);
        planted.assertNowhere(masked);
        assertThat(masked.at("/modules/own/deep/token/x").toString()).isEqualTo("[\"***\",\"***\"]");
        assertThat(masked.at("/modules/webhooks/targets/t/authentication/type").asText())
                .isEqualTo("OAuth2");
        assertThat(masked.has("SOME_ENV")).isTrue();
    }

    @Test
    void whatIsNoObjectIsMaskedAsAWhole() {
        assertThat(SupportMask.masked(
                                JsonMapper.builder().build().getNodeFactory().textNode(planted.plain()))
                        .asText())
                .isEqualTo("***");
    }

    @Test
    void textsOfTheConnectorAreMasked() {
        String text = "x-api-key: " + planted.plain() + " Authorization: Bearer " + planted.plain()
                + " https://b/r/TOKx#" + planted.plain() + " amqp://" + planted.plain() + "@h redis://:"
                + planted.plain()
                + "@h {\"truncated\":\"" + planted.plain() + "\",\"secretKey\":\"" + planted.plain()
                + "\",\"password\":\""
                + planted.plain() + "\"} cookie=" + planted.plain() + " "
                + planted.plant("eyJwdWIiOiJaRlRPT2s4bnV5ZUNieXZuQW1oV1lPcWg3")
                + " Sending request to webhook {\"data\":\""
                + planted.plain() + "\"}";
        planted.assertNowhere(Masking.text(text));
    }

    @Property(tries = 300)
    void noTextBreaksTheMaskAndNoKnownSecretPasses(@ForAll @StringLength(max = 200) String text) {
        String secret = "Zq7Known9secretW";
        assertThat(Masking.text(text + secret + text, List.of(Secret.of(secret))))
                .doesNotContain(secret);
    }

    @Test
    void aDebugConnectorHasManyFindings() {
        CheckFinding finding =
                ConfigurationAssessment.of(Recorded.body("010-support").path("configuration"));
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.reasons())
                .extracting(CheckFinding.Reason::text)
                .anyMatch(each -> each.contains("debug mode is on"))
                .anyMatch(each -> each.contains("API documentation"))
                .anyMatch(each -> each.contains("lokijs"))
                .anyMatch(each -> each.contains("no TLS certificate is pinned"))
                .anyMatch(each -> each.contains("nobody synchronises"))
                .anyMatch(each -> each.contains("FAKE_SECRET_IN_ENV"));
        assertThat(finding.toString()).doesNotContain("hunter2");
    }

    @Test
    void webhooksWithoutTlsAndTraceLogsAreTold() throws Exception {
        ObjectNode configuration = Recorded.body("501-support-with-webhook-and-broker-secrets")
                .path("configuration")
                .deepCopy();
        CheckFinding finding = ConfigurationAssessment.of(configuration);
        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.toString())
                .contains("webhook target 't' gets personal data without TLS: http://127.0.0.1:3999")
                .contains("the appender 'fileAppender' gets TRACE")
                .doesNotContain("webhook-secret-123")
                .doesNotContain("brokerpass");
        ((ObjectNode) configuration.at("/modules/webhooks")).put("skipTlsCheck", "true");
        ((ObjectNode) configuration.at("/modules/messageBrokerPublisher")).put("enabled", true);
        CheckFinding worse = ConfigurationAssessment.of(configuration);
        assertThat(worse.summary()).contains("certificate");
        assertThat(worse.toString())
                .contains("message broker is reached without TLS: amqp://127.0.0.1:5672")
                .doesNotContain("brokerpass");
    }

    @Test
    void aConfigurationForProductionIsInOrder() throws Exception {
        JsonNode good = new JsonMapper()
                .readTree(
                        "{\"debug\":false,\"transportLibrary\":{\"baseUrl\":\"https://b\",\"allowIdentityCreation\":\"false\"},"
                                + "\"pinnedTLSCertificateSHA256Fingerprints\":{\"b\":[\"x\"]},\"enforceCertificatePinning\":true,"
                                + "\"database\":{\"driver\":\"mongodb\"},\"modules\":{\"sse\":{\"enabled\":true}},"
                                + "\"infrastructure\":{\"httpServer\":{\"authentication\":{\"apiKey\":\"redacted (enabled)\"}}}}");
        assertThat(ConfigurationAssessment.of(good).reasons()).hasSize(1);
        assertThat(ConfigurationAssessment.of(good).verdict()).isEqualTo(Verdict.PASS);
    }
}
