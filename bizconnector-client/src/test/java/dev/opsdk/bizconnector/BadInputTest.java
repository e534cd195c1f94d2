package dev.opsdk.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.bizconnector.model.PasswordLocation;
import dev.opsdk.bizconnector.model.PasswordProtection;
import dev.opsdk.bizconnector.model.attribute.ThirdPartyRelationshipAttributeQuery;
import dev.opsdk.bizconnector.model.attribute.identity.BirthDate;
import dev.opsdk.bizconnector.model.message.Mail;
import dev.opsdk.bizconnector.model.message.RequestContent;
import dev.opsdk.bizconnector.model.message.SendMessage;
import dev.opsdk.bizconnector.model.request.DecideItem;
import dev.opsdk.bizconnector.model.request.FormFieldRequestItem;
import dev.opsdk.bizconnector.model.request.FormFieldSettings;
import dev.opsdk.bizconnector.model.request.RatingFormFieldSettings;
import dev.opsdk.bizconnector.model.request.Request;
import dev.opsdk.bizconnector.model.request.RequestItemGroup;
import dev.opsdk.bizconnector.model.request.SelectionFormFieldSettings;
import dev.opsdk.bizconnector.model.template.ArbitraryRelationshipTemplateContent;
import dev.opsdk.bizconnector.model.template.CreateTemplate;
import dev.opsdk.bizconnector.model.token.CreateToken;
import dev.opsdk.core.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the server would refuse is refused before anything is sent, with the reason. */
class BadInputTest {
    private static Bench bench;
    private static BizConnectorClient connector;

    @BeforeAll
    static void connect() {
        bench = new Bench();
        connector = bench.client();
    }

    @AfterAll
    static void nothingWasSent() {
        connector.close();
        assertThat(bench.server().getRequestCount()).isZero();
        bench.close();
    }

    @TestFactory
    Stream<DynamicTest> isRefusedBeforeItIsSent() {
        Map<String, ThrowingCallable> bad = new LinkedHashMap<>();
        bad.put("a file's id", () -> connector.files().get("FIL1"));
        bad.put("a reference for an id", () -> connector.files().get("http://b/r/FILaaaaaaaaaaaaaaaaa#Zq7Key"));
        bad.put("another kind's id", () -> connector.messages().get(WireCall.FIL));
        bad.put("an empty id", () -> connector.files().delete(""));
        bad.put("an address", () -> connector.attributes().peer("me", f -> {}));
        bad.put("no address", () -> connector.identityMetadata().get("did:e:localhost:dids:XYZ"));
        bad.put("a language", () -> connector.announcements().list("english"));
        bad.put("no recipients", () -> connector.backboneNotifications().send("c"));
        bad.put("no code", () -> connector.backboneNotifications().send("", WireCall.PEER));
        bad.put("a grace period", () -> connector.identityDeletionProcess().start(-1));
        bad.put("no decision", () -> connector.requests().incoming().accept(WireCall.REQ));
        bad.put("an empty request", () -> connector.requests().outgoing().create(WireCall.PEER, Request.of()));
        bad.put("a blank reference", () -> connector.files().load(Secret.of(" ")));
        bad.put("no file", () -> connector.files().upload(Path.of("does", "not", "exist")));
        bad.put("a file's name", () -> FileUpload.of("a\nb", new byte[0]).build());
        bad.put(
                "a file's type",
                () -> FileUpload.of("a", new byte[0]).mimeType("text").build());
        bad.put(
                "a tag twice",
                () -> FileUpload.of("a", new byte[0]).tag("x").tag("x").build());
        bad.put(
                "a message to nobody",
                () -> SendMessage.builder().content(WireCall.mail()).build());
        bad.put(
                "a message to others than its mail says",
                () -> SendMessage.builder()
                        .addRecipients("did:e:localhost:dids:aaaaaaaaaaaaaaaaaaaaaa")
                        .content(WireCall.mail())
                        .build());
        bad.put(
                "a message with a request that was not created",
                () -> SendMessage.builder()
                        .addRecipients(WireCall.PEER)
                        .content(RequestContent.of(WireCall.asks()))
                        .build());
        bad.put(
                "an attachment twice",
                () -> SendMessage.builder()
                        .addRecipients(WireCall.PEER)
                        .content(WireCall.mail())
                        .addAttachments(WireCall.FIL, WireCall.FIL)
                        .build());
        bad.put(
                "a mail to nobody",
                () -> SendMessage.mail(Mail.builder().subject("s").body("b").build()));
        bad.put(
                "a long subject",
                () -> SendMessage.mail(Mail.builder()
                        .addTo("x")
                        .subject("s".repeat(301))
                        .body("b")
                        .build()));
        bad.put(
                "a long body",
                () -> SendMessage.mail(Mail.builder()
                        .addTo("x")
                        .subject("s")
                        .body("b".repeat(50_001))
                        .build()));
        bad.put(
                "a mail without a subject",
                () -> SendMessage.mail(Mail.builder().addTo("x").body("b").build()));
        bad.put(
                "an empty group",
                () -> connector
                        .requests()
                        .outgoing()
                        .validate(Request.of(RequestItemGroup.builder().build())));
        bad.put("an empty decided group", () -> DecideItem.group());
        bad.put("a group in a group", () -> DecideItem.group(DecideItem.group(DecideItem.accept())));
        bad.put("an attribute's id", () -> DecideItem.shareExisting("x"));
        bad.put(
                "a rating",
                () -> asks(RatingFormFieldSettings.builder().maxRating(4).build()));
        bad.put(
                "nothing to choose",
                () -> asks(SelectionFormFieldSettings.builder().build()));
        bad.put(
                "a day",
                () -> connector
                        .attributes()
                        .create(BirthDate.builder().day(32).month(1).year(2000).build()));
        bad.put(
                "an owner",
                () -> connector
                        .attributes()
                        .execute(ThirdPartyRelationshipAttributeQuery.builder()
                                .key("k")
                                .owner("me")
                                .build()));
        bad.put("an empty password", () -> PasswordProtection.password(Secret.of("")));
        bad.put("a PIN of letters", () -> PasswordProtection.pin(Secret.of("Zq7Key")));
        bad.put("a short PIN", () -> PasswordProtection.pin(Secret.of("123")));
        bad.put("a place", () -> PasswordLocation.of(100));
        bad.put(
                "a token's content",
                () -> CreateToken.builder()
                        .content(FreeJson.parse("1"))
                        .expiresAt(WireCall.LATER)
                        .build());
        bad.put(
                "a template for nobody",
                () -> CreateTemplate.builder()
                        .content(ArbitraryRelationshipTemplateContent.builder()
                                .value(FreeJson.of(Map.of()))
                                .build())
                        .expiresAt(WireCall.LATER)
                        .maxNumberOfAllocations(0)
                        .build());
        bad.put("text for JSON", () -> FreeJson.parse("Zq7Key"));
        bad.put("nothing for JSON", () -> FreeJson.parse(""));
        bad.put("a correlation id", () -> connector.withCorrelationId("a b"));
        bad.put("no URL", () -> BizConnectorClient.builder().build());
        bad.put("a header", () -> BizConnectorClient.builder().apiKeyHeader("a b"));
        bad.put("a deadline", () -> BizConnectorClient.builder().healthDeadline(Duration.ZERO));
        bad.put("a memory", () -> BizConnectorClient.builder().rememberAnswers(-1));
        bad.put("no token URL", () -> BizConnectorClient.builder().oauth2(o -> o.clientId("a")));
        bad.put("a token URL", () -> BizConnectorClient.builder().oauth2(o -> o.tokenUrl("ftp://a")));
        bad.put("a broken token URL", () -> BizConnectorClient.builder().oauth2(o -> o.tokenUrl("Zq7Key key")));
        bad.put("a refresh", () -> BizConnectorClient.builder().oauth2(o -> o.refreshAhead(Duration.ofSeconds(-1))));
        return bad.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> assertThatThrownBy(entry.getValue())
                                .isInstanceOf(IllegalArgumentException.class)
                                .satisfies(thrown -> assertThat(thrown.getMessage())
                                        .isNotBlank()
                                        .doesNotContain("Zq7Key", "Immutable"))));
    }

    private static void asks(FormFieldSettings settings) {
        connector
                .requests()
                .outgoing()
                .create(
                        WireCall.PEER,
                        Request.of(FormFieldRequestItem.builder()
                                .title("t")
                                .settings(settings)
                                .mustBeAccepted(true)
                                .build()));
    }

    @TestFactory
    Stream<DynamicTest> aWholeRejectionHasTheShapeOfItsRequest() {
        Request request = Request.of(
                WireCall.asks().items().get(0),
                RequestItemGroup.builder()
                        .addItems(
                                WireCall.asks().items().get(0),
                                WireCall.asks().items().get(0))
                        .build());
        List<DecideItem> decision = DecideItem.rejectAll(request);
        return Stream.of(DynamicTest.dynamicTest("with a group", () -> {
            assertThat(decision).hasSize(2);
            assertThat(decision.get(1).json().path("items")).hasSize(2);
            assertThat(decision).hasToString("[reject, group of 2]");
        }));
    }
}
