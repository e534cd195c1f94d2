package dev.opsdk.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.bizconnector.model.Ids;
import dev.opsdk.bizconnector.model.JsonScalar;
import dev.opsdk.bizconnector.model.PasswordLocation;
import dev.opsdk.bizconnector.model.PasswordProtection;
import dev.opsdk.bizconnector.model.QrCode;
import dev.opsdk.bizconnector.model.WireInstant;
import dev.opsdk.bizconnector.model.account.SyncInfo;
import dev.opsdk.bizconnector.model.attribute.AttributeContent;
import dev.opsdk.bizconnector.model.attribute.IdentityAttribute;
import dev.opsdk.bizconnector.model.attribute.identity.GivenName;
import dev.opsdk.bizconnector.model.attribute.identity.IdentityAttributeValue;
import dev.opsdk.bizconnector.model.attribute.identity.UnknownIdentityAttributeValue;
import dev.opsdk.bizconnector.model.file.DownloadInfo;
import dev.opsdk.bizconnector.model.file.FileContent;
import dev.opsdk.bizconnector.model.monitoring.ConnectorConfiguration;
import dev.opsdk.bizconnector.model.monitoring.ConnectorVersion;
import dev.opsdk.bizconnector.model.request.DecideItem;
import dev.opsdk.bizconnector.model.request.FormFieldResponse;
import dev.opsdk.core.Secret;
import dev.opsdk.core.internal.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values that are more than their fields. */
class ModelsTest {
    private static JsonNode tree(String json) throws Json.Undecodable {
        return Json.tree(json.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode written(Object value) {
        return Json.wire().valueToTree(value);
    }

    @Test
    void decisionsAreWhatTheServerTakes() throws Exception {
        AttributeContent attribute = IdentityAttribute.builder()
                .owner(WireCall.PEER)
                .value(GivenName.of("Ada"))
                .build();
        String id = WireCall.ATT;
        String value = "{\"@type\":\"IdentityAttribute\",\"owner\":\"" + WireCall.PEER
                + "\",\"value\":{\"@type\":\"GivenName\",\"value\":\"Ada\"}}";
        assertThat(written(DecideItem.shareExisting(id, "x:a")))
                .isEqualTo(tree("{\"accept\":true,\"existingAttributeId\":\"" + id + "\",\"tags\":[\"x:a\"]}"));
        assertThat(written(DecideItem.shareNew(attribute)))
                .isEqualTo(tree("{\"accept\":true,\"newAttribute\":" + value + "}"));
        assertThat(written(DecideItem.proposeExisting(id)))
                .isEqualTo(tree("{\"accept\":true,\"attributeId\":\"" + id + "\"}"));
        assertThat(written(DecideItem.proposeNew(attribute)))
                .isEqualTo(tree("{\"accept\":true,\"attribute\":" + value + "}"));
        assertThat(written(DecideItem.fillIn(FormFieldResponse.of(JsonScalar.of(7.5)))))
                .isEqualTo(tree("{\"accept\":true,\"response\":7.5}"));
        assertThat(written(DecideItem.deleteAt(WireCall.LATER)))
                .isEqualTo(tree("{\"accept\":true,\"deletionDate\":\"2031-01-01T00:00:00.000Z\"}"));
        assertThat(written(DecideItem.showCredential(id)))
                .isEqualTo(tree("{\"accept\":true,\"attributeId\":\"" + id + "\"}"));
        assertThat(written(DecideItem.group(DecideItem.accept(), DecideItem.reject())))
                .isEqualTo(tree("{\"items\":[{\"accept\":true},{\"accept\":false}]}"));
        assertThat(DecideItem.accept()).hasToString("accept");
    }

    @Test
    void scalarsAndResponsesKeepTheirKind() {
        assertThat(JsonScalar.of("1")).isNotEqualTo(JsonScalar.of(1)).hasToString("1");
        assertThat(JsonScalar.of(1.5).json().isNumber()).isTrue();
        assertThat(JsonScalar.of(true)).isEqualTo(JsonScalar.of(true)).hasSameHashCodeAs(JsonScalar.of(true));
        FormFieldResponse options = FormFieldResponse.of(List.of("a", "b"));
        assertThat(options.options()).containsExactly("a", "b");
        assertThat(options.text()).isEmpty();
        assertThat(options).hasToString("[a, b]").isEqualTo(FormFieldResponse.of(List.of("a", "b")));
        assertThat(options).hasSameHashCodeAs(FormFieldResponse.of(List.of("a", "b")));
        assertThat(FormFieldResponse.of("x").text()).contains("x");
        assertThat(FormFieldResponse.of("x").options()).isEmpty();
        assertThat(FormFieldResponse.of("x")).hasToString("x");
    }

    @Test
    void timesAreReadInEveryFormAndWrittenInOne() throws Exception {
        for (String text : List.of(
                "2026-11-20T00:00:00Z", "2026-11-20T01:00:00+01:00", "2026-11-20", "2026-11-20T00:00:00.000Z")) {
            SyncInfo info =
                    Json.decode(tree("{\"lastSyncRun\":{\"completedAt\":\"" + text + "\"}}"), SyncInfo.class, "info");
            assertThat(info.lastSync()).contains(Instant.parse("2026-11-20T00:00:00Z"));
            assertThat(written(info))
                    .isEqualTo(tree("{\"lastSyncRun\":{\"completedAt\":\"2026-11-20T00:00:00.000Z\"}}"));
        }
        assertThatThrownBy(() ->
                        Json.decode(tree("{\"lastSyncRun\":{\"completedAt\":\"Zq7Later\"}}"), SyncInfo.class, "info"))
                .isInstanceOf(Json.Undecodable.class)
                .hasMessageContaining("completedAt")
                .hasMessageNotContaining("Zq7");
        assertThat(WireInstant.text(Instant.parse("2026-01-02T03:04:05.678999Z")))
                .isEqualTo("2026-01-02T03:04:05.678Z");
    }

    @Test
    void aKnownKindOfAStrangeShapeIsKept() throws Exception {
        JsonNode strange = tree("{\"@type\":\"GivenName\",\"value\":{\"first\":\"Ada\"}}");
        IdentityAttributeValue value = Json.decode(strange, IdentityAttributeValue.class, "value");
        assertThat(value).isInstanceOf(UnknownIdentityAttributeValue.class);
        assertThat(value.type()).isEqualTo("GivenName");
        assertThat(written(value)).isEqualTo(strange);
        assertThat(value)
                .isEqualTo(Json.decode(strange, IdentityAttributeValue.class, "value"))
                .hasSameHashCodeAs(Json.decode(strange, IdentityAttributeValue.class, "value"));
        assertThat(Json.decode(tree("{}"), IdentityAttributeValue.class, "value")
                        .type())
                .isEmpty();
    }

    @Test
    void freeJsonShowsItsShapeOnly() {
        FreeJson json = FreeJson.parse("{\"@type\":\"T\",\"a\":\"x\",\"b\":[1,2],\"c\":null,\"d\":{\"e\":true}}");
        assertThat(json).hasToString("{@type: T, a: ***, b: [2 element(s)], c: null, d: {e: ***}}");
        assertThat(json.tag()).isEqualTo("T");
        assertThat(json).isEqualTo(FreeJson.of(json.node())).hasSameHashCodeAs(FreeJson.of(json.node()));
        assertThat(FreeJson.of(Map.of("a", "x".repeat(5))).node().path("a").asText())
                .isEqualTo("xxxxx");
        assertThat(FreeJson.parse("{\"" + "n".repeat(300) + "\":1}").toString()).hasSize(203);
    }

    @Test
    void passwordsSayWhereTheyAre() {
        PasswordProtection pin = PasswordProtection.builder()
                .password(Secret.of("1234"))
                .passwordIsPin(true)
                .passwordLocationIndicator(PasswordLocation.of(PasswordLocation.Known.SMS))
                .build();
        assertThat(written(pin).toString()).contains("\"SMS\"", "1234");
        assertThat(pin.toString()).doesNotContain("1234");
        assertThat(PasswordProtection.pin(Secret.of("123456")).passwordIsPin()).contains(true);
        assertThat(PasswordLocation.of(50).known()).isEmpty();
        assertThat(PasswordLocation.of("Letter").known()).contains(PasswordLocation.Known.LETTER);
    }

    @Test
    void picturesAndContentsShowTheirSize() {
        QrCode code = QrCode.of(new byte[] {1, 2});
        assertThat(code).isEqualTo(QrCode.of(code.png())).hasSameHashCodeAs(QrCode.of(code.png()));
        assertThat(code).hasToString("QR code, PNG of 2 B");
        DownloadInfo info = new DownloadInfo(Optional.of("a.txt"), Optional.of("text/plain"), 2);
        FileContent content = FileContent.of(info, new byte[] {1, 2});
        assertThat(content)
                .isEqualTo(FileContent.of(info, content.bytes()))
                .hasSameHashCodeAs(FileContent.of(info, content.bytes()));
        assertThat(content).hasToString("a.txt (text/plain, 2 B)");
    }

    @Test
    void configurationsOfTheEnvironmentAreReadToo() throws Exception {
        ConnectorConfiguration configuration =
                ConnectorConfiguration.of(tree("{\"debug\":\"true\",\"database\":{\"dbName\":\"d\"},"
                        + "\"infrastructure\":{\"httpServer\":{\"port\":\"8080\"}},\"modules\":{\"sync\":{\"enabled\":\"true\",\"interval\":\"30\"},"
                        + "\"coreHttpApi\":{\"docs\":{\"enabled\":true}}}}"));
        assertThat(configuration.debug()).isTrue();
        assertThat(configuration.port()).contains(8080);
        assertThat(configuration.databaseName()).contains("d");
        assertThat(configuration.docsEnabled()).isTrue();
        assertThat(configuration.syncInterval()).contains(Duration.ofSeconds(30));
        assertThat(ConnectorConfiguration.of(tree("{}")).syncInterval()).isEmpty();
        assertThat(configuration)
                .isEqualTo(ConnectorConfiguration.of(configuration.reveal()))
                .hasSameHashCodeAs(ConnectorConfiguration.of(configuration.reveal()));
        assertThat(ConnectorVersion.builder().version("{{version}}").build().major())
                .isEmpty();
    }

    @Test
    void identifiersAreChecked() {
        assertThat(Ids.token(WireCall.TOK)).isEqualTo(WireCall.TOK);
        assertThat(Ids.address("did:e:backbone.example.com:dids:cf4857bdf1a5a6d5715252"))
                .startsWith("did:e:");
    }

    @Test
    void callsThatLoadAndMakeThingsReachTheirRoutes() {
        try (Bench bench = new Bench();
                BizConnectorClient connector = bench.client()) {
            for (String number : List.of("280", "325", "303", "303", "248", "354")) {
                bench.recorded(number);
            }
            assertThat(connector.files().load(WireCall.REFERENCE).id()).startsWith("FIL");
            assertThat(connector
                            .relationshipTemplates()
                            .load(WireCall.REFERENCE, WireCall.PASSWORD)
                            .id())
                    .startsWith("RLT");
            assertThat(connector.tokens().load(WireCall.REFERENCE).id()).startsWith("TOK");
            assertThat(connector
                            .tokens()
                            .peek(WireCall.REFERENCE, Optional.of(WireCall.PASSWORD))
                            .id())
                    .startsWith("TOK");
            assertThat(connector.challenges().createForDevice().id()).startsWith("CHL");
            assertThat(connector
                            .challenges()
                            .createForRelationship(WireCall.REL)
                            .id())
                    .startsWith("CHL");
            assertThat(bench.requests()).hasSize(6);
            assertThat(connector.toString()).contains(bench.url());
        }
    }
}
