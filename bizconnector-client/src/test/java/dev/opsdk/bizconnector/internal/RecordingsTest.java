package dev.opsdk.bizconnector.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.opsdk.bizconnector.ConnectorEvents;
import dev.opsdk.bizconnector.Recordings;
import dev.opsdk.bizconnector.Recordings.Exchange;
import dev.opsdk.bizconnector.model.attribute.UnknownAttributeContent;
import dev.opsdk.bizconnector.model.attribute.UnknownAttributeQuery;
import dev.opsdk.bizconnector.model.attribute.identity.UnknownIdentityAttributeValue;
import dev.opsdk.bizconnector.model.attribute.relationship.UnknownRelationshipAttributeValue;
import dev.opsdk.bizconnector.model.event.ConnectorEvent;
import dev.opsdk.bizconnector.model.event.NoData;
import dev.opsdk.bizconnector.model.event.UnknownEventData;
import dev.opsdk.bizconnector.model.message.UnknownMessageContent;
import dev.opsdk.bizconnector.model.message.UnknownNotificationItem;
import dev.opsdk.bizconnector.model.request.UnknownFormFieldSettings;
import dev.opsdk.bizconnector.model.request.UnknownRequestItem;
import dev.opsdk.bizconnector.model.request.UnknownResponseItem;
import dev.opsdk.bizconnector.model.template.UnknownCreationContent;
import dev.opsdk.bizconnector.model.template.UnknownTemplateContent;
import dev.opsdk.core.internal.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every recorded answer decodes, with nothing lost and nothing unknown. */
class RecordingsTest {
    private static final ObjectMapper STRICT = strict();

    private static List<Exchange> successes() {
        return Recordings.all().stream()
                .filter(exchange ->
                        exchange.status() / 100 == 2 || exchange.body().has("isHealthy"))
                .filter(exchange ->
                        exchange.body().isObject() && !exchange.method().equals("HEAD"))
                .toList();
    }

    @Test
    void allRecordingsAreThere() {
        assertThat(Recordings.all()).hasSize(342);
        assertThat(Recordings.webhooks()).hasSize(54);
        assertThat(successes()).hasSize(191);
        assertThat(Recordings.all().stream().filter(each -> each.body().has("error")))
                .hasSize(117);
    }

    @TestFactory
    Stream<DynamicTest> everySuccessIsWrittenBackAsItCame() {
        return successes().stream().map(exchange -> DynamicTest.dynamicTest(exchange.file(), () -> check(exchange)));
    }

    private static void check(Exchange exchange) throws Exception {
        Class<?> type =
                ReplyTypes.of(exchange).orElseThrow(() -> new AssertionError("no model for " + exchange.path()));
        JsonNode result = exchange.body().has("result") ? exchange.body().get("result") : exchange.body();
        for (JsonNode element : result.isArray() ? result : List.of(result)) {
            Object decoded = Json.decode(element, type, "result");
            assertSame(STRICT.valueToTree(decoded), element);
            assertThat(decoded.toString()).doesNotContain("Immutable");
        }
    }

    @TestFactory
    Stream<DynamicTest> everyDeliveryIsTyped() {
        return Recordings.webhooks().stream()
                .map(delivery -> DynamicTest.dynamicTest(delivery.getKey(), () -> {
                    JsonNode body = delivery.getValue().get("body");
                    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
                    ConnectorEvent event = ConnectorEvents.webhook(bytes);
                    assertThat(event.trigger().known()).isPresent();
                    assertThat(event.data()).isNotInstanceOf(UnknownEventData.class);
                    if (body.has("data")) {
                        assertSame(STRICT.valueToTree(event.data()), body.get("data"));
                        assertThat(ConnectorEvents.broker(
                                        body.get("trigger").asText(),
                                        body.get("data").toString().getBytes(StandardCharsets.UTF_8)))
                                .isEqualTo(event);
                    } else {
                        assertThat(event.data()).isEqualTo(new NoData());
                    }
                }));
    }

    /** The test itself notices a kind that is not known. */
    @Test
    void anUnknownKindWouldBeNoticed() throws Exception {
        JsonNode tree = Json.tree("{\"@type\":\"Surprise\",\"a\":1}".getBytes(StandardCharsets.UTF_8));
        Object unknown = Json.decode(tree, dev.opsdk.bizconnector.model.request.RequestItem.class, "item");
        assertThat(unknown).isInstanceOf(UnknownRequestItem.class);
        assertThatThrownBy(() -> STRICT.valueToTree(unknown)).hasMessageContaining("unknown kind");
        assertSame(Json.wire().valueToTree(unknown), tree);
    }

    private static void assertSame(JsonNode written, JsonNode came) {
        // numbers of one value may be of different node classes
        assertThat(written.equals(RecordingsTest::compare, came))
                .as("written %s%ncame    %s", written, came)
                .isTrue();
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    private static ObjectMapper strict() {
        SimpleModule module = new SimpleModule();
        for (Class<?> unknown : List.of(
                UnknownAttributeContent.class,
                UnknownAttributeQuery.class,
                UnknownIdentityAttributeValue.class,
                UnknownRelationshipAttributeValue.class,
                UnknownMessageContent.class,
                UnknownNotificationItem.class,
                UnknownFormFieldSettings.class,
                UnknownRequestItem.class,
                UnknownResponseItem.class,
                UnknownCreationContent.class,
                UnknownTemplateContent.class)) {
            refuse(module, unknown);
        }
        return Json.wire().copy().registerModule(module);
    }

    private static <T> void refuse(SimpleModule module, Class<T> type) {
        module.addSerializer(type, new JsonSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                throw new IOException("unknown kind " + value);
            }
        });
    }
}
