package dev.opsdk.bizconnector.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.bizconnector.BizConnectorBuilder;
import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.WebhookKey;
import dev.opsdk.bizconnector.WebhookReceiver;
import dev.opsdk.bizconnector.model.attribute.identity.GivenName;
import dev.opsdk.bizconnector.model.error.ErrorKind;
import dev.opsdk.bizconnector.model.event.Trigger;
import dev.opsdk.core.Secret;
import dev.opsdk.core.error.ForbiddenException;
import dev.opsdk.core.error.UnauthorizedException;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.simulator.Journal;
import dev.opsdk.simulator.SimClock;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import dev.opsdk.simulator.bizconnector.SimApiKey;
import dev.opsdk.simulator.bizconnector.SimConnector;
import dev.opsdk.simulator.bizconnector.WebhookTarget;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Keys, tokens, and what accompanies a call. */
class CredentialsScenarioTest extends SimulatedConnectors {
    private static final String OLD = "The_old_simulated_APIKEY_of_30+_chars_42";
    private static final String NEW = "Another_simulated_APIKEY_of_30+_chars_43";
    private static final String VERSION = "/Monitoring/Version";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static List<String> sent(SimConnector connector, String header) {
        return connector.journal().entries().stream()
                .map(Journal.Entry::request)
                .flatMap(request -> request.header(header).stream())
                .distinct()
                .toList();
    }

    private BizConnectorBuilder withTokens(BizConnectorSimulator sim) {
        return to(sim, sim.connector(0))
                .oauth2(o -> o.tokenUrl(sim.tokenUrl())
                        .clientId("opsdk")
                        .clientSecret(Secret.of("opsdk-secret"))
                        .refreshAhead(Duration.ofSeconds(60)));
    }

    @Test
    void aTokenIsKeptAndReplacedBeforeItsEnd() {
        BizConnectorSimulator sim = start();
        BizConnectorClient client = client(withTokens(sim));
        client.monitoring().version();
        sim.advance(Duration.ofSeconds(200));
        client.monitoring().version();
        assertThat(sent(sim.connector(0), "Authorization")).hasSize(1);
        sim.advance(Duration.ofSeconds(50));
        client.monitoring().version();
        assertThat(sent(sim.connector(0), "Authorization"))
                .as("it would have been good for 50 s more")
                .hasSize(2);
        assertThat(sim.connector(0).unauthorizedDelays()).isEmpty();
    }

    @Test
    void aWrongSecretIsNotLeakedAndAsksTheConnectorNothing() {
        BizConnectorSimulator sim = start();
        BizConnectorClient client = client(to(sim, sim.connector(0))
                .oauth2(o ->
                        o.tokenUrl(sim.tokenUrl()).clientId("opsdk").clientSecret(Secret.of("Zq7-not-the-secret"))));
        UnauthorizedException failure =
                fails(UnauthorizedException.class, () -> client.monitoring().version());
        assertThat(failure.toString()).doesNotContain("Zq7-not-the-secret");
        assertThat(sim.connector(0).journal().entries()).isEmpty();
    }

    @Test
    void aTokenWithoutTheRoleIsForbiddenAndNotUnauthorized() {
        BizConnectorSimulator sim = start();
        BizConnectorClient client = client(to(sim, sim.connector(0))
                .bearer(() -> Secret.of(sim.bearerToken("monitoring:version", Duration.ofMinutes(5)))));
        client.monitoring().version();
        assertThat(kind(fails(
                        ForbiddenException.class, () -> client.monitoring().support())))
                .isEqualTo(ErrorKind.OUR_SCOPES);
    }

    @Test
    void aRefusedKeyIsAskedOnceHoweverSlowTheRefusal() {
        BizConnectorSimulator sim = start(BizConnectorSimulator.builder().unauthorizedDelay(Duration.ofMillis(300)));
        SimConnector connector = sim.connector(0);
        BizConnectorClient client = client(to(sim, connector).apiKey(Secret.of("Zq7-no-key-of-this-connector")));
        UnauthorizedException failure =
                fails(UnauthorizedException.class, () -> client.account().identityInfo());
        assertThat(kind(failure)).isEqualTo(ErrorKind.OUR_CREDENTIALS);
        assertThat(failure.toString()).doesNotContain("Zq7-no-key");
        assertThat(connector.unauthorizedDelays()).hasSize(1);
        assertThat(asked(connector, "GET", api("/Account/IdentityInfo"))).isEqualTo(1);
        assertThat(client.health().isHealthy()).as("health needs no key").isTrue();
    }

    private BizConnectorSimulator twoKeys() {
        SimClock clock = SimClock.manual();
        return start(BizConnectorSimulator.builder()
                .clock(clock)
                .apiKeys(SimApiKey.of(OLD).expiring(clock.now().plus(Duration.ofHours(1))), SimApiKey.of(NEW)));
    }

    @Test
    void aKeyIsChangedWithoutAnotherClient() {
        BizConnectorSimulator sim = twoKeys();
        BizConnectorClient client = client(to(sim, sim.connector(0)).apiKey(Secret.of(OLD)));
        client.monitoring().version();
        client.changeApiKey(Secret.of(NEW));
        sim.advance(Duration.ofHours(2));
        client.monitoring().version();
        assertThat(sent(sim.connector(0), "X-API-KEY")).containsExactly(OLD, NEW);
        assertThat(sim.connector(0).unauthorizedDelays()).isEmpty();
    }

    @Test
    void aRotationEndsWithTheOldKeyRefusedOnce() {
        BizConnectorSimulator sim = twoKeys();
        BizConnectorClient client = client(to(sim, sim.connector(0)).apiKey(Secret.of(OLD)));
        Report report = client.procedures()
                .rotateApiKey(Secret.of(OLD), Secret.of(NEW), o -> o.retireBy(() -> sim.advance(Duration.ofHours(2))))
                .run();
        assertThat(report.proved()).isTrue();
        assertThat(report.toString()).doesNotContain(OLD).doesNotContain(NEW);
        assertThat(sim.connector(0).unauthorizedDelays()).hasSize(1);
        assertThat(asked(sim.connector(0), "GET", VERSION)).isEqualTo(4);
        client.monitoring().version();
    }

    @Test
    void aRotationByHandSaysThatTheOldKeyIsStillGoodAndIsResumed() {
        BizConnectorSimulator sim = twoKeys();
        BizConnectorClient client = client(to(sim, sim.connector(0)).apiKey(Secret.of(OLD)));
        Report report = failed(client.procedures().rotateApiKey(Secret.of(OLD), Secret.of(NEW), o -> {}));
        assertThat(report.complete()).isFalse();
        assertThat(report.now()).contains("this client uses the new key", "the old key was not seen to be refused");
        sim.advance(Duration.ofHours(2));
        Report resumed = report.resume().run();
        assertThat(resumed.complete()).isTrue();
        assertThat(resumed.steps()).extracting(StepResult::outcome).containsOnly(StepOutcome.ALREADY);
    }

    @Test
    void theCorrelationIdIsInTheLogAndInTheWebhook() throws InterruptedException {
        Secret key = Secret.of("webhook-secret-123");
        WebhookReceiver receiver = closing(WebhookReceiver.start(0, Optional.of(WebhookKey.of(key))));
        BizConnectorSimulator sim = start(BizConnectorSimulator.builder()
                .webhook(WebhookTarget.of(receiver.url() + "{{trigger}}").apiKey(key.reveal())));
        BizConnectorClient client = client(sim, 0);
        client.withCorrelationId("case-4711").attributes().create(GivenName.of("Ada"));
        WebhookReceiver.Delivery delivery = receiver.await(each -> each.is(Trigger.Known.ATTRIBUTE_CREATED), PATIENCE)
                .orElseThrow();
        assertThat(delivery.correlationId()).contains("case-4711");
        assertThat(sim.connector(0).logs()).contains("case-4711");
        assertThat(sim.connector(0).awaitWebhooks(PATIENCE)).isTrue();
    }

    @Test
    void aWebhookWithTheWrongKeyIsRefusedAndTheConnectorLogsIt() throws InterruptedException {
        WebhookReceiver receiver =
                closing(WebhookReceiver.start(0, Optional.of(WebhookKey.of(Secret.of("webhook-secret-123")))));
        BizConnectorSimulator sim =
                start(BizConnectorSimulator.builder().webhook(WebhookTarget.of(receiver.url() + "{{trigger}}")));
        client(sim, 0).attributes().create(GivenName.of("Ada"));
        assertThat(sim.connector(0).awaitWebhooks(PATIENCE)).isTrue();
        assertThat(receiver.await(any -> true, Duration.ofMillis(1))).isEmpty();
        assertThat(sim.connector(0).logs()).contains("returned status 401");
    }

    @Test
    void anAnswerThatDidNotChangeIsNotSentAgain() {
        BizConnectorSimulator sim = start();
        SimConnector connector = sim.connector(0);
        BizConnectorClient client =
                client(to(sim, connector).apiKey(Secret.of(connector.apiKey())).rememberAnswers(10));
        connector.data().addAttributes(3);
        assertThat(client.attributes().all(f -> {}).list())
                .isEqualTo(client.attributes().all(f -> {}).list())
                .hasSize(3);
        connector.data().addAttribute("Surname", "New");
        assertThat(client.attributes().all(f -> {}).list()).hasSize(4);
        assertThat(connector.journal().requests(api("/Attributes")))
                .extracting(Journal.Entry::status)
                .containsExactly(200, 304, 200);
    }

    @Test
    void connectionsThatTheServerClosedAreNotUsedAgain() {
        BizConnectorSimulator sim = start(BizConnectorSimulator.builder().keepAlive(Duration.ofMillis(20)));
        BizConnectorClient client = client(sim, 0);
        for (int i = 0; i < 30; i++) {
            client.monitoring().version();
            client.attributes().create(GivenName.of("Name " + i));
        }
        assertThat(sim.connector(0).data().attributes()).hasSize(30);
    }
}
