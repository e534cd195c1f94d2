package dev.opsdk.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.bizconnector.WebhookReceiver.Delivery;
import dev.opsdk.bizconnector.model.event.ConnectorEvent;
import dev.opsdk.bizconnector.model.event.CredentialOfferProcessed;
import dev.opsdk.bizconnector.model.event.MessageProcessed;
import dev.opsdk.bizconnector.model.event.NoData;
import dev.opsdk.bizconnector.model.event.Trigger;
import dev.opsdk.bizconnector.model.event.UnknownEventData;
import dev.opsdk.core.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** What a connector delivers. */
@Timeout(60)
class WebhooksTest {
    private static final WebhookKey KEY = WebhookKey.of(Secret.of("webhook-secret-123"));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @TestFactory
    Stream<DynamicTest> noTriggerBreaksOnMissingOrStrangeData() {
        return Arrays.stream(Trigger.Known.values())
                .map(trigger -> DynamicTest.dynamicTest(trigger.wire(), () -> {
                    ConnectorEvent none = ConnectorEvents.webhook(bytes("{\"trigger\":\"" + trigger.wire() + "\"}"));
                    assertThat(none.data()).isEqualTo(new NoData());
                    assertThat(none.trigger()).isEqualTo(Trigger.of(trigger));
                    ConnectorEvent strange = ConnectorEvents.broker(trigger.wire(), bytes("{\"strange\":1}"));
                    // an offer has nothing but fields that may be missing
                    assertThat(strange.data()).isInstanceOfAny(UnknownEventData.class, CredentialOfferProcessed.class);
                    assertThat(ConnectorEvents.broker(trigger.wire(), new byte[0])
                                    .data())
                            .isEqualTo(new NoData());
                }));
    }

    @Test
    void aNewTriggerIsKept() {
        ConnectorEvent event =
                ConnectorEvents.webhook(bytes("{\"trigger\":\"future.thing\",\"data\":{\"key\":\"Zq7\"}}"));
        assertThat(event.trigger().known()).isEmpty();
        assertThat(event.data(UnknownEventData.class)
                        .orElseThrow()
                        .json()
                        .node()
                        .path("key")
                        .asText())
                .isEqualTo("Zq7");
        assertThat(event.toString()).contains("future.thing").doesNotContain("Zq7");
    }

    @Test
    void whatIsNoDeliveryIsRefusedWithoutAWordOfIt() {
        for (String body : new String[] {"Zq7", "{\"Zq7\":1}", "{\"trigger\":1}", ""}) {
            assertThatThrownBy(() -> ConnectorEvents.webhook(bytes(body)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("Zq7");
        }
    }

    @Test
    void theKeyIsComparedAsAWhole() {
        assertThat(KEY.matches(Optional.of("webhook-secret-123"))).isTrue();
        assertThat(KEY.matches(Optional.of("webhook-secret-12"))).isFalse();
        assertThat(KEY.matches(Optional.empty())).isFalse();
        assertThat(KEY.toString()).doesNotContain("webhook-secret");
        assertThatThrownBy(() -> WebhookKey.of(Secret.of(""))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theReceiverTakesWhatConnectorsDeliver() throws Exception {
        try (WebhookReceiver receiver = WebhookReceiver.start(0, Optional.of(KEY))) {
            String body = Recordings.webhooks().stream()
                    .filter(delivery -> delivery.getKey().startsWith("021-"))
                    .findFirst()
                    .orElseThrow()
                    .getValue()
                    .get("body")
                    .toString();
            assertThat(post(receiver, "POST", "webhook-secret-123", "{\"trigger\":\"runtime.modulesStarted\"}"))
                    .isEqualTo(204);
            assertThat(post(receiver, "POST", "webhook-secret-123", body)).isEqualTo(204);
            Delivery delivery = receiver.await(each -> each.is(Trigger.Known.MESSAGE_PROCESSED), Duration.ofSeconds(10))
                    .orElseThrow();
            assertThat(delivery.correlationId()).contains("case-7");
            assertThat(delivery.event().data(MessageProcessed.class)).isPresent();
            assertThat(receiver.await(each -> true, Duration.ofMillis(50))).isEmpty();
            assertThat(post(receiver, "POST", "wrong", body)).isEqualTo(401);
            assertThat(post(receiver, "POST", "wrong", "x".repeat(5 << 20)))
                    .as("the answer is seen also by who is still sending")
                    .isEqualTo(401);
            assertThat(post(receiver, "GET", "webhook-secret-123", body)).isEqualTo(405);
            assertThat(post(receiver, "POST", "webhook-secret-123", "no JSON")).isEqualTo(400);
            assertThat(post(receiver, "POST", "webhook-secret-123", "x".repeat(5 << 20)))
                    .isEqualTo(413);
            assertThat(receiver).hasToString("WebhookReceiver[" + receiver.url() + "]");
        }
    }

    private static int post(WebhookReceiver receiver, String method, String key, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(receiver.url() + "v/x"))
                .method(method, BodyPublishers.ofString(body))
                .header("x-api-key", key)
                .header("x-correlation-id", "case-7")
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
