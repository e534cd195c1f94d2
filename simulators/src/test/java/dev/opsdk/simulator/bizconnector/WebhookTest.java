package dev.opsdk.simulator.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.simulator.Journal;
import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.SimClock;
import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;
import dev.opsdk.simulator.SimServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events as they leave a connector. */
class WebhookTest extends BizTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Journal journal = new Journal();
    private volatile int answer = 200;
    private final SimServer receiver =
            new SimServer(9, "", request -> SimResponse.empty(answer, Outcome.EXECUTED), journal, SimClock.manual());

    @AfterEach
    void stop() {
        receiver.close();
    }

    private BizConnectorSimulator simulator(String... triggers) {
        WebhookTarget target =
                WebhookTarget.of(receiver.url() + "/w/{{trigger}}").apiKey("webhook-secret");
        return start(
                BizConnectorSimulator.builder().webhook(triggers.length == 0 ? target : target.triggers(triggers)));
    }

    @Test
    void anEventHasTheKeyTheCorrelationAndTheTrigger() throws InterruptedException {
        BizConnectorSimulator sim = simulator("consumption.attributeCreated");
        SimConnector connector = sim.connector(0);
        created(BizWire.of(connector)
                .with("x-correlation-id", "corr-7")
                .post("/Attributes", "{'content':{'value':{'@type':'GivenName','value':'A'}}}"));
        assertThat(connector.awaitWebhooks(PATIENCE)).isTrue();
        SimRequest sent =
                journal.last("/w/consumption.attributeCreated").orElseThrow().request();
        assertThat(sent.header("x-api-key")).contains("webhook-secret");
        assertThat(sent.header("x-correlation-id")).contains("corr-7");
        JsonNode body = BizWire.read(sent.body());
        assertThat(body.get("trigger").asText()).isEqualTo("consumption.attributeCreated");
        assertThat(body.at("/data/content/value/value").asText()).isEqualTo("A");
        assertThat(journal.entries()).hasSize(1);
    }

    @Test
    void aFailureIsLoggedAndNotRepeated() throws InterruptedException {
        answer = 500;
        SimConnector connector = simulator("transport.messageSent").connector(0);
        BizConnectorSimulator sim = simulator("consumption.attributeCreated");
        sim.connector(0).data().addAttribute("GivenName", "A");
        assertThat(sim.connector(0).awaitWebhooks(PATIENCE)).isTrue();
        assertThat(sim.connector(0).logs()).contains("returned status 500");
        assertThat(sim.connector(0).webhookDeliveries())
                .extracting(WebhookDelivery::status)
                .containsExactly(500);
        assertThat(connector.webhookDeliveries()).isEmpty();
        receiver.kill();
        sim.connector(0).data().addAttribute("GivenName", "B");
        assertThat(sim.connector(0).awaitWebhooks(PATIENCE)).isTrue();
        assertThat(sim.connector(0).webhookDeliveries())
                .extracting(WebhookDelivery::status)
                .containsExactly(500, 0);
    }

    @Test
    void allTriggersCarryTheDataThatRealOnesDo() throws InterruptedException {
        BizConnectorSimulator sim = simulator();
        WholeLife.live(sim);
        Map<String, Set<String>> here = new TreeMap<>();
        for (SimConnector connector : sim.connectors()) {
            assertThat(connector.awaitWebhooks(PATIENCE)).isTrue();
            connector
                    .webhookDeliveries()
                    .forEach(delivery -> here.computeIfAbsent(delivery.trigger(), trigger -> new TreeSet<>())
                            .addAll(Shapes.of(BizWire.read(delivery.body()))));
        }
        List<String> missing = new ArrayList<>();
        for (Recorded recorded : Recorded.folder("webhooks")) {
            JsonNode body = recorded.json().get("body");
            Set<String> expected = Shapes.of(body);
            expected.removeIf(path -> path.contains("/content/") || path.contains("/creationContent/"));
            expected.removeAll(here.getOrDefault(body.get("trigger").asText(), Set.of()));
            if (!expected.isEmpty()) {
                missing.add(recorded + " " + expected);
            }
        }
        assertThat(missing).isEmpty();
        assertThat(here.keySet()).containsAll(WholeLife.TRIGGERS);
        assertThat(journal.entries().stream().map(Journal.Entry::path).collect(Collectors.toSet()))
                .contains("/w/runtime.modulesStarted");
    }
}
