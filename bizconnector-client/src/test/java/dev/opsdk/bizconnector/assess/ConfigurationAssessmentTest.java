package dev.opsdk.bizconnector.assess;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.testkit.Allocated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A configuration for production, and one setting after the other that spoils it. */
class ConfigurationAssessmentTest {
    private static final String GOOD = """
            {"debug":false,
             "transportLibrary":{"baseUrl":"https://b","allowIdentityCreation":false},
             "pinnedTLSCertificateSHA256Fingerprints":{"b":["x"]},
             "enforceCertificatePinning":true,
             "database":{"driver":"mongodb","dbName":"db"},
             "logging":{"appenders":{},"categories":{}},
             "modules":{"sse":{"enabled":true}},
             "infrastructure":{"httpServer":{"authentication":{"apiKey":"redacted (enabled)"}}}}""";

    private final ObjectNode configuration = read(GOOD);

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) new JsonMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode at(String pointer) {
        return (ObjectNode) configuration.at(pointer);
    }

    private void put(String pointer, String name, String json) {
        JsonNode value = read("{\"x\":" + json + "}").path("x");
        if (pointer.isEmpty()) {
            configuration.set(name, value);
        } else {
            at(pointer).set(name, value);
        }
    }

    private List<String> trouble() {
        return ConfigurationAssessment.of(configuration).reasons().stream()
                .filter(each -> each.verdict() != Verdict.PASS)
                .map(CheckFinding.Reason::toString)
                .toList();
    }

    private void assertTrouble(String start) {
        assertThat(trouble()).singleElement().asString().startsWith(start);
    }

    @Test
    void nothingIsUnknown() {
        assertThat(ConfigurationAssessment.of(JsonNodeFactory.instance.objectNode())
                        .summary())
                .isEqualTo("the connector gives no configuration");
        assertThat(ConfigurationAssessment.of(JsonNodeFactory.instance.textNode("x"))
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void whatIsGoodHasNoTrouble() {
        assertThat(trouble()).isEmpty();
        CheckFinding finding = ConfigurationAssessment.of(configuration);
        assertThat(finding.seen("authentication")).contains("apiKey");
        assertThat(finding.seen("Backbone")).contains("https://b");
        assertThat(finding.seen("database")).contains("mongodb db");
        assertThat(finding.seen("debug")).contains("false");
    }

    @Test
    void theModeIsLookedAt() {
        put("", "debug", "\"TRUE\"");
        assertTrouble("FAIL debug mode is on");
        put("", "debug", "false");
        put("/modules", "coreHttpApi", "{\"docs\":{\"enabled\":true}}");
        assertTrouble("WARN the API documentation is enabled");
    }

    @Test
    void theBackboneIsLookedAt() {
        put("/transportLibrary", "baseUrl", "\"HTTP://b\"");
        assertTrouble("WARN the Backbone is called without TLS");
        put("/transportLibrary", "baseUrl", "\"https://b\"");
        put("/transportLibrary", "allowIdentityCreation", "\"true\"");
        assertTrouble("WARN a new identity may be made at any start");
        at("/transportLibrary").remove("allowIdentityCreation");
        assertTrouble("WARN a new identity may be made at any start");
    }

    @Test
    void pinsAreLookedAt() {
        put("", "enforceCertificatePinning", "false");
        assertTrouble("WARN certificates are pinned, but hosts without a pin are allowed");
        for (String none : List.of("{}", "null", "\" \"", "[]")) {
            put("", "pinnedTLSCertificateSHA256Fingerprints", none);
            assertTrouble("WARN no TLS certificate is pinned");
        }
        configuration.remove("pinnedTLSCertificateSHA256Fingerprints");
        assertTrouble("WARN no TLS certificate is pinned");
        put("", "pinnedTLSCertificateSHA256Fingerprints", "\"told\"");
        put("", "enforceCertificatePinning", "true");
        assertThat(trouble()).isEmpty();
    }

    @Test
    void theDatabaseIsLookedAt() {
        put("/database", "driver", "\"lokijs\"");
        assertTrouble("FAIL the database is lokijs");
    }

    @Test
    void authenticationIsLookedAtWhereItIsTold() {
        put("/infrastructure/httpServer", "authentication", "{\"apiKey\":\"redacted (disabled)\",\"jwt\":\"\"}");
        assertTrouble("FAIL no way of authentication is enabled");
        assertThat(ConfigurationAssessment.of(configuration).seen("authentication"))
                .contains("none");
        at("/infrastructure/httpServer").remove("authentication");
        assertThat(trouble()).isEmpty();
    }

    @Test
    void originsAreLookedAt() {
        for (String any : List.of("true", "\"true\"", "\"*\"")) {
            put("/infrastructure/httpServer", "cors", "{\"origin\":" + any + "}");
            assertTrouble("WARN browsers of any origin may call it");
        }
        put("/infrastructure/httpServer", "cors", "{\"origin\":\"https://h\"}");
        assertThat(trouble()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"TRACE, true", "debug, true", "All, true", "INFO, false", "'', false"})
    void anAppenderThatGetsTooMuchIsNamed(String level, boolean told) {
        put(
                "",
                "logging",
                "{\"appenders\":{\"file\":{\"type\":\"file\",\"level\":\"DEBUG\"}},"
                        + "\"categories\":{\"default\":{\"level\":\"" + level + "\",\"appenders\":[\"file\"]}}}");
        assertThat(trouble()).hasSize(told ? 1 : 0);
        put(
                "",
                "logging",
                "{\"appenders\":{\"filter\":{\"type\":\"logLevelFilter\",\"level\":\"" + level + "\"}},"
                        + "\"categories\":{\"default\":{\"level\":\"TRACE\",\"appenders\":[\"filter\"]}}}");
        assertThat(trouble()).as("the filter's level counts").hasSize(told ? 1 : 0);
        put(
                "",
                "logging",
                "{\"appenders\":{\"filter\":{\"type\":\"logLevelFilter\"}},"
                        + "\"categories\":{\"default\":{\"level\":\"" + level + "\",\"appenders\":[\"filter\"]}}}");
        assertThat(trouble()).as("a filter without a level lets all pass").hasSize(told ? 1 : 0);
    }

    @Test
    void somebodyHasToSynchronise() {
        put("", "modules", "{}");
        assertTrouble("WARN nobody synchronises");
        put("", "modules", "{\"sync\":{\"enabled\":\"true\"}}");
        assertThat(trouble()).isEmpty();
    }

    @Test
    void webhooksAreLookedAtOnlyWhereTheyAreOn() {
        String targets = "\"skipTlsCheck\":true,\"targets\":{\"t\":{\"url\":\"http://h/x\"}}";
        put("/modules", "webhooks", "{\"enabled\":false," + targets + "}");
        assertThat(trouble()).isEmpty();
        put("/modules", "webhooks", "{\"enabled\":true," + targets + "}");
        assertThat(trouble())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("FAIL webhooks do not check the target's certificate"),
                        second -> assertThat(second)
                                .isEqualTo("WARN the webhook target 't' gets personal data without TLS: http://h"),
                        third -> assertThat(third).startsWith("WARN the webhook target 't' cannot tell the connector"));
        put(
                "/modules",
                "webhooks",
                "{\"enabled\":true,\"targets\":{\"t\":{\"url\":\"https://h\",\"authentication\":{\"type\":\"x\"}}}}");
        assertThat(trouble()).isEmpty();
    }

    @Test
    void brokersAreLookedAtOnlyWhereTheyAreOn() {
        String brokers =
                "\"brokers\":[{\"configuration\":{\"url\":\"AMQP://h:5672\"}},{\"configuration\":{\"url\":\"amqps://h\"}}]";
        put("/modules", "messageBrokerPublisher", "{\"enabled\":false," + brokers + "}");
        assertThat(trouble()).isEmpty();
        put("/modules", "messageBrokerPublisher", "{\"enabled\":true," + brokers + "}");
        assertTrouble("WARN a message broker is reached without TLS: AMQP://h:5672");
    }

    @Test
    void variablesThatLookLikeSecretsAreNamedAndOthersNot() {
        put("", "HOME", "\"/root\"");
        put("", "_", "\"x\"");
        assertThat(trouble()).isEmpty();
        put("", "API_KEY", "\"x\"");
        assertThat(trouble()).singleElement().asString().contains("[API_KEY]");
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:password@h:8443/path?k=v, https://h:8443",
        "https://h, https://h",
        "https://[::1]:80/, https://[::1]:80",
        "'', not told",
        "' ', not told",
        "no url, not a URL"
    })
    void ofAUrlOnlySchemeHostAndPortAreShown(String url, String shown) {
        assertThat(ConfigurationAssessment.shown(url)).isEqualTo(shown);
    }

    @Test
    void aVeryLongUrlIsReadInLittleMemory() {
        configuration.withObject("/transportLibrary").put("baseUrl", Allocated.GROWS_IN_LOWER_CASE);
        assertThat(Allocated.by(() -> assertThat(trouble()).isNotNull())).isLessThan(Allocated.LITTLE);
    }
}
