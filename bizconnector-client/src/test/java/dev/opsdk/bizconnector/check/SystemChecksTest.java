package dev.opsdk.bizconnector.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.assess.CheckFinding;
import dev.opsdk.bizconnector.assess.Recorded;
import dev.opsdk.bizconnector.assess.Verdict;
import java.net.URI;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which systems around a connector are looked at, and which are left alone. */
class SystemChecksTest {
    private final FakeConnector connector = new FakeConnector();
    private final FakeConnector neighbour = new FakeConnector();
    private final BizConnectorClient client = connector.client();

    @AfterEach
    void close() {
        client.close();
        connector.close();
        neighbour.close();
    }

    private void configured(String backbone, Consumer<ObjectNode> webhooks) {
        ObjectNode support =
                Recorded.body("501-support-with-webhook-and-broker-secrets").deepCopy();
        ((ObjectNode) support.at("/configuration/transportLibrary")).put("baseUrl", backbone);
        webhooks.accept((ObjectNode) support.at("/configuration/modules/webhooks"));
        connector.answer("GET /Monitoring/Support", 200, support.toString());
    }

    private static void target(ObjectNode webhooks, String url) {
        ((ObjectNode) webhooks.at("/targets/t")).put("url", url);
    }

    private CheckFinding check(String name, Consumer<CheckOptions.Builder> how) {
        return client.checks().only(name, how);
    }

    @Test
    void aBackboneThatIsNoUrlIsUnknown() {
        configured("backbone.example", any -> {});
        CheckFinding finding = check("backbone", CheckOptions.Builder::systems);
        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding.summary()).isEqualTo("the connector's configuration names no Backbone");
    }

    @Test
    void aBackboneWithoutAVersionIsAskedBelowItsOwnPath() {
        configured(neighbour.url() + "/", any -> {});
        CheckFinding finding = check("backbone", CheckOptions.Builder::systems);
        assertThat(neighbour.requests).containsExactly("GET /health", "GET /api/v2/Version");
        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding.summary()).contains("its version could not be read");
    }

    @Test
    void webhooksThatAreSwitchedOffAreLeftAlone() {
        configured(neighbour.url(), webhooks -> target(webhooks.put("enabled", false), "http://127.0.0.1:9/w"));
        CheckFinding finding = check("webhooks", CheckOptions.Builder::systems);
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.summary()).isEqualTo("there is no webhook target");
    }

    @Test
    void webhooksThatAreToldAreTriedWithoutAskingTheConnector() {
        URI target = URI.create(neighbour.url());
        assertThat(check("webhooks", options -> options.webhooks(target, URI.create("mailto:x@example.invalid")))
                        .reasons())
                .extracting(each -> each.text())
                .containsExactly("127.0.0.1:" + target.getPort() + " accepts connections");
        assertThat(connector.count("GET /Monitoring/Support")).isZero();
    }

    @Test
    void aTargetWithoutAPortIsReachedAtThatOfItsScheme() {
        assertThat(check("webhooks", options -> options.webhooks(URI.create("http://127.0.0.1/w")))
                        .summary())
                .startsWith("127.0.0.1:80 ");
        assertThat(check("webhooks", options -> options.webhooks(URI.create("https://127.0.0.1/w")))
                        .summary())
                .startsWith("127.0.0.1:443 ");
    }

    @Test
    void certificatesOfTheBackboneAreLookedAtOnlyWhenTold() {
        String secure = neighbour.url().replace("http:", "https:");
        neighbour.down();
        configured(secure, webhooks -> webhooks.put("enabled", false));
        CheckFinding told = check("tls", CheckOptions.Builder::systems);
        assertThat(told.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(told.summary()).startsWith(secure.substring("https://".length()) + " showed no certificate");
        CheckFinding untold = check("tls", options -> {});
        assertThat(untold.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(untold.summary()).contains("none of the systems is reached by https: 1 looked at");
    }
}
