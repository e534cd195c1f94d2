package dev.opsdk.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.opsdk.bizconnector.model.account.SyncInfo;
import dev.opsdk.bizconnector.model.error.ConnectorError;
import dev.opsdk.bizconnector.model.error.ErrorKind;
import dev.opsdk.bizconnector.model.file.File;
import dev.opsdk.bizconnector.model.message.Mail;
import dev.opsdk.bizconnector.model.message.Message;
import dev.opsdk.bizconnector.model.message.MessageWithAttachments;
import dev.opsdk.bizconnector.model.message.RequestContent;
import dev.opsdk.bizconnector.model.message.SendMessage;
import dev.opsdk.bizconnector.model.message.UnknownMessageContent;
import dev.opsdk.bizconnector.model.monitoring.HealthReport;
import dev.opsdk.bizconnector.model.monitoring.SupportInformation;
import dev.opsdk.bizconnector.model.request.LocalRequest;
import dev.opsdk.bizconnector.model.request.RequestItem;
import dev.opsdk.bizconnector.model.request.UnknownRequestItem;
import dev.opsdk.bizconnector.model.template.RelationshipTemplateContent;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.ReadOnlyException;
import dev.opsdk.core.error.UnauthorizedException;
import dev.opsdk.core.error.UnsupportedException;
import dev.opsdk.core.error.UpstreamFailedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each test is a trap of the contract. */
@Timeout(60)
class TrapsTest {
    private static final String UNKNOWN_ITEM = "{\"id\":\"REQaaaaaaaaaaaaaaaaa\",\"isOwn\":true,\"status\":\"Draft\","
            + "\"content\":{\"@type\":\"Request\",\"items\":[{\"@type\":\"FreeTextRequestItem\",\"freeText\":\"x\"}]}}";

    @Test
    void a500WithAHealthReportIsAReport() {
        try (Bench bench = new Bench().recorded("039");
                BizConnectorClient connector = bench.client()) {
            HealthReport report = connector.health();
            assertThat(report.isHealthy()).isFalse();
            assertThat(report.unhealthy()).containsExactly("backboneConnection");
            assertThat(report)
                    .hasToString("UNHEALTHY {database=HEALTHY, backboneConnection=UNHEALTHY, "
                            + "backboneAuthentication=HEALTHY}");
        }
    }

    @Test
    void anErrorOfTheHealthCheckItselfIsNoReport() {
        try (Bench bench = new Bench().error(500, "error.connector.unexpected", "An unexpected error occurred.");
                BizConnectorClient connector = bench.client()) {
            assertThatThrownBy(connector::health)
                    .hasMessageContaining("error.connector.unexpected")
                    .hasMessageContaining("ERRABCDEFGHJKLMNPQRS");
        }
    }

    @Test
    void aHealthCheckThatHangsEndsAtItsOwnDeadlineWithoutAskingAgain() {
        try (Bench bench = new Bench();
                BizConnectorClient connector = bench.client(b -> b.healthDeadline(Duration.ofMillis(300)))) {
            bench.server()
                    .enqueue(new MockResponse.Builder()
                            .code(200)
                            .headersDelay(5, TimeUnit.SECONDS)
                            .build());
            long start = System.nanoTime();
            assertThatThrownBy(connector::health).hasMessageContaining("timed out");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            assertThat(bench.server().getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void infrastructureHasNoEnvelopeAndTheApiHasOne() {
        try (Bench bench =
                        new Bench().recorded("005").recorded("027").result("{}").json(200, "{\"address\":\"x\"}");
                BizConnectorClient connector = bench.client()) {
            assertThat(connector.monitoring().version().major()).hasValue(7);
            assertThat(connector.account().identityInfo().address()).startsWith("did:e:");
            assertThat(connector.account().syncInfo())
                    .isEqualTo(SyncInfo.builder().build());
            assertThatThrownBy(() -> connector.account().identityInfo()).hasMessageContaining("no 'result'");
        }
    }

    @Test
    void a201OfAValidationCreatesNothingAndMayBeReadOnly() {
        try (Bench bench = new Bench().recorded("313").recorded("314");
                BizConnectorClient connector = bench.client(b -> b.readOnly(true))) {
            assertThat(connector.requests().outgoing().validate(WireCall.asks()).isSuccess())
                    .isTrue();
            assertThat(connector.requests().outgoing().validate(WireCall.asks()).isSuccess())
                    .isFalse();
            assertThatThrownBy(() -> connector.requests().outgoing().create(WireCall.PEER, WireCall.asks()))
                    .isInstanceOf(ReadOnlyException.class);
        }
    }

    @Test
    void oneTagIsSentAsAList() throws Exception {
        try (Bench bench = new Bench().recorded("254");
                BizConnectorClient connector = bench.client()) {
            connector
                    .files()
                    .upload(FileUpload.of("hällo.txt", "Hello".getBytes(StandardCharsets.UTF_8))
                            .mimeType("text/plain")
                            .title("A title")
                            .description("d")
                            .expiresAt(Instant.parse("2031-01-01T00:00:00Z"))
                            .tag("x:one")
                            .build());
            String body = bench.request().getBody().utf8();
            assertThat(body)
                    .contains("name=\"tags[]\"\r\nContent-Length: 5\r\n\r\nx:one".replace("Content-Length: 5\r\n", ""))
                    .contains("name=\"file\"; filename=\"hällo.txt\"\r\nContent-Type: text/plain")
                    .contains("2031-01-01T00:00:00.000Z")
                    .contains("\r\n\r\nHello\r\n");
        }
    }

    @Test
    void everyPostHasABody() {
        try (Bench bench = new Bench().recorded("276").answer(204, "application/json", new byte[0]);
                BizConnectorClient connector = bench.client()) {
            connector.files().createToken(WireCall.FIL, o -> {});
            connector.account().sync();
            for (RecordedRequest request : bench.requests()) {
                assertThat(request.getBody().utf8()).isEqualTo("{}");
                assertThat(request.getHeaders().get("Content-Type")).startsWith("application/json");
            }
        }
    }

    @Test
    void attachmentsAreIdsInAListAndFilesInOneMessage() {
        try (Bench bench = new Bench().recorded("385").recorded("364");
                BizConnectorClient connector = bench.client()) {
            List<Message> messages = connector.messages().list();
            assertThat(messages)
                    .anySatisfy(message -> assertThat(message.attachments()).hasSize(1));
            MessageWithAttachments one = connector.messages().get(WireCall.MSG);
            assertThat(one.attachments()).extracting(File::id).allMatch(id -> id.startsWith("FIL"));
            assertThat(one.content()).isInstanceOf(Mail.class);
        }
    }

    @Test
    void theTypeIsMissingWhereItIsKnownAnyway() {
        try (Bench bench = new Bench().recorded("316").recorded("376");
                BizConnectorClient connector = bench.client()) {
            RelationshipTemplateContent content = (RelationshipTemplateContent)
                    connector.relationshipTemplates().get(WireCall.RLT).content();
            assertThat(content.onNewRelationship().items()).isNotEmpty();
            LocalRequest created = connector.requests().outgoing().get(WireCall.REQ);
            assertThat(created.content().items()).isNotEmpty();
        }
    }

    @Test
    void aCreatedRequestTravelsInAMessageWithItsType() throws Exception {
        try (Bench bench = new Bench().recorded("376").recorded("378");
                BizConnectorClient connector = bench.client()) {
            LocalRequest created = connector.requests().outgoing().create(WireCall.PEER, WireCall.asks());
            Message sent = connector.messages().send(SendMessage.request(created));
            bench.request();
            var body = new com.fasterxml.jackson.databind.ObjectMapper()
                    .readTree(bench.request().getBody().utf8());
            assertThat(body.at("/content"))
                    .isEqualTo(Recordings.number("378").requestBody().at("/content"));
            assertThat(sent.content()).isInstanceOf(RequestContent.class);
        }
    }

    @Test
    void aTypeOfANewerServerBreaksNoList() {
        String message = "{\"id\":\"MSGaaaaaaaaaaaaaaaaa\",\"isOwn\":true,\"recipients\":[],\"attachments\":[],"
                + "\"content\":{\"@type\":\"Hologram\",\"key\":\"Zq7\"},\"future\":1}";
        try (Bench bench = new Bench().result("[" + UNKNOWN_ITEM + "]").result("[" + message + "]");
                BizConnectorClient connector = bench.client()) {
            RequestItem item = connector
                    .requests()
                    .outgoing()
                    .list()
                    .get(0)
                    .content()
                    .items()
                    .get(0);
            assertThat(item)
                    .isInstanceOf(UnknownRequestItem.class)
                    .hasToString("unknown {@type: FreeTextRequestItem, freeText: ***}");
            Message unknown = connector.messages().list().get(0);
            assertThat(unknown.content()).isInstanceOf(UnknownMessageContent.class);
            assertThat(unknown.content().type()).isEqualTo("Hologram");
            assertThat(unknown.additionalProperties()).containsKey("future");
        }
    }

    @Test
    void filesAreDownloadedAsTheyComeAndNamed(@TempDir Path folder) throws Exception {
        try (Bench bench = new Bench().recorded("274").recorded("274");
                BizConnectorClient connector = bench.client()) {
            assertThat(connector.files().download(WireCall.FIL).info().filename())
                    .contains("hällo.txt");
            Path file = folder.resolve("a.txt");
            assertThat(connector.files().download(WireCall.FIL, file).size()).isEqualTo(11);
            assertThat(file).hasContent("Hello World");
            assertThat(folder.toFile().list()).containsExactly("a.txt");
        }
    }

    @Test
    void aDownloadThatBreaksLeavesNoFile(@TempDir Path folder) {
        try (Bench bench = new Bench().error(404, "error.runtime.recordNotFound", "File not found.");
                BizConnectorClient connector = bench.client()) {
            assertThatThrownBy(() -> connector.files().download(WireCall.FIL, folder.resolve("a.txt")))
                    .isInstanceOf(NotFoundException.class);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aStreamThatCannotTakeTheBytesIsTheCallersFailure() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        };
        try (Bench bench = new Bench().recorded("274");
                BizConnectorClient connector = bench.client()) {
            assertThatThrownBy(() -> connector.files().download(WireCall.FIL, full))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasRootCauseMessage("disk full");
        }
    }

    @Test
    void filesAreUploadedFromDiskAndFromStreams(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("b.txt"), "from disk");
        try (Bench bench = new Bench().recorded("252").recorded("252");
                BizConnectorClient connector = bench.client()) {
            connector.files().upload(file);
            connector
                    .files()
                    .upload(FileUpload.of(
                                    "c.txt", new ByteArrayInputStream("from a stream".getBytes(StandardCharsets.UTF_8)))
                            .build());
            assertThat(bench.request().getBody().utf8()).contains("from disk").contains("filename=\"b.txt\"");
            RecordedRequest second = bench.request();
            assertThat(second.getBody().utf8()).contains("from a stream");
            assertThat(second.getHeaders().get("Transfer-Encoding")).isEqualTo("chunked");
        }
    }

    @Test
    void listsComeElementByElement() {
        StringBuilder list = new StringBuilder("{\"result\":[");
        String element = Recordings.number("252").body().get("result").toString();
        for (int i = 0; i < 5_000; i++) {
            list.append(i == 0 ? "" : ",").append(element);
        }
        // far less than the list needs, to show that it is not held
        try (Bench bench = new Bench().json(200, list + "]}").recorded("261");
                BizConnectorClient connector = bench.client(b -> b.maxReplyBytes(10_000))) {
            List<String> ids = new ArrayList<>();
            assertThat(connector.files().all(f -> {}).forEach(file -> ids.add(file.id())))
                    .isEqualTo(5_000);
            assertThat(ids).hasSize(5_000);
            IllegalStateException own = new IllegalStateException("enough");
            assertThatThrownBy(() -> connector.files().all(f -> {}).forEach(file -> {
                        throw own;
                    }))
                    .isSameAs(own);
        }
    }

    @Test
    void aQrCodeIsAPictureAndItsErrorIsJson() {
        try (Bench bench = new Bench().recorded("273").recorded("550");
                BizConnectorClient connector = bench.client()) {
            assertThat(connector.files().qrCode(WireCall.FIL).png()).startsWith(0x89, 'P', 'N', 'G');
            assertThatThrownBy(() -> connector.files().qrCode(WireCall.FIL)).isInstanceOf(NotFoundException.class);
            assertThat(bench.requests())
                    .allSatisfy(request ->
                            assertThat(request.getHeaders().get("Accept")).isEqualTo("image/png"));
        }
    }

    @Test
    void anAnswerThatDidNotChangeIsNotSentAgain() {
        try (Bench bench = new Bench().recorded("027").recorded("028");
                BizConnectorClient connector = bench.client(b -> b.rememberAnswers(10))) {
            assertThat(connector.account().identityInfo())
                    .isEqualTo(connector.account().identityInfo());
            bench.request();
            assertThat(bench.request().getHeaders().get("If-None-Match"))
                    .isEqualTo(Recordings.number("027").headers().path("ETag").asText());
        }
    }

    @Test
    void attachmentsAreAskedForWithoutAType() {
        try (Bench bench = new Bench().recorded("366");
                BizConnectorClient connector = bench.client()) {
            assertThat(connector.messages().download(WireCall.MSG, WireCall.FIL).bytes())
                    .hasSize(11);
            assertThat(bench.request().getHeaders().get("Accept")).isEqualTo("*/*");
        }
    }

    @Test
    void connectionsAreGivenUpBeforeTheServerClosesThem() {
        assertThat(BizConnectorClient.builder()
                        .url("http://localhost:1")
                        .common()
                        .keepAlive())
                .isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aRefusedKeyIsNotTriedAgain() {
        try (Bench bench = new Bench().recorded("016");
                BizConnectorClient connector = bench.client()) {
            UnauthorizedException refused = catchThrowableOfType(
                    UnauthorizedException.class, () -> connector.account().identityInfo());
            assertThat(bench.server().getRequestCount()).isEqualTo(1);
            ConnectorError error = ConnectorError.of(refused).orElseThrow();
            assertThat(error.kind()).isEqualTo(ErrorKind.OUR_CREDENTIALS);
            assertThat(error.id()).isPresent();
            assertThat(error.time()).isPresent();
            assertThat(error.docs()).isPresent();
            assertThat(error.retryable()).isFalse();
        }
    }

    @Test
    void a401OfTheBackboneIsNotOurs() {
        try (Bench bench = new Bench().recorded("603").recorded("602");
                BizConnectorClient connector = bench.client()) {
            assertThatThrownBy(() -> connector.announcements().list("en"))
                    .isInstanceOf(UpstreamFailedException.class)
                    .hasMessageContaining("said by the Backbone");
            UpstreamFailedException sync = catchThrowableOfType(
                    UpstreamFailedException.class, () -> connector.account().sync());
            assertThat(ConnectorError.of(sync).orElseThrow().fault()).isEqualTo(ErrorKind.Fault.BACKBONE);
        }
    }

    @Test
    void aDeadDatabaseIsRecognisedBehindA400() {
        String words = "An error was thrown in a UseCase: connect ECONNREFUSED 127.0.0.1:27017";
        try (Bench bench = new Bench()
                        .error(400, "error.runtime.unknown", words)
                        .error(400, "error.runtime.unknown", words);
                BizConnectorClient connector = bench.client()) {
            UpstreamFailedException read = catchThrowableOfType(
                    UpstreamFailedException.class, () -> connector.files().list());
            assertThat(ConnectorError.of(read).orElseThrow().kind()).isEqualTo(ErrorKind.DATABASE_DOWN);
            assertThat(ConnectorError.of(read).orElseThrow().retryable()).isTrue();
            OutcomeUnknownException mutation = catchThrowableOfType(
                    OutcomeUnknownException.class, () -> connector.files().delete(WireCall.FIL));
            assertThat(ConnectorError.of(mutation).orElseThrow().kind()).isEqualTo(ErrorKind.DATABASE_DOWN);
            assertThat(mutation.howToLook()).startsWith("look ");
        }
    }

    @Test
    void anOldServerIsNamed() {
        String version =
                "{\"version\":\"6.32.0\",\"build\":\"1\",\"date\":\"x\",\"commit\":\"y\",\"runtimeVersion\":\"6\"}";
        try (Bench bench = new Bench().recorded("020").json(200, version);
                BizConnectorClient connector = bench.client()) {
            assertThatThrownBy(() -> connector.files().list())
                    .isInstanceOf(UnsupportedException.class)
                    .hasMessageContaining("this is Connector 6.32.0, whose API is /api/v2");
        }
    }

    @Test
    void aRouteOfDebugModeSaysSo() {
        try (Bench bench = new Bench().recorded("106").recorded("005");
                BizConnectorClient connector = bench.client()) {
            assertThatThrownBy(() -> connector.identityDeletionProcess().get())
                    .isInstanceOf(UnsupportedException.class)
                    .hasMessageContaining("debug");
        }
    }

    @Test
    void somethingMissingMayBeA400() {
        try (Bench bench = new Bench().recorded("291");
                BizConnectorClient connector = bench.client()) {
            assertThatThrownBy(() -> connector.identityMetadata().get(WireCall.PEER))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void supportInformationIsMasked() {
        try (Bench bench = new Bench().recorded("501");
                BizConnectorClient connector = bench.client()) {
            SupportInformation support = connector.monitoring().support();
            assertThat(support.toString() + support.configuration().masked())
                    .doesNotContain("hunter2", "webhook-secret-123", "brokerpass")
                    .contains("\"driver\" : \"mongodb\"");
            assertThat(support.configuration().reveal().toString()).contains("webhook-secret-123", "brokerpass");
            assertThat(support.configuration().databaseDriver()).contains("mongodb");
            assertThat(support.configuration().backboneUrl()).contains("http://localhost:8090");
            assertThat(support.configuration().authenticates("apiKey")).isTrue();
            assertThat(support.configuration().authenticates("oidc")).isFalse();
            assertThat(support.configuration().moduleEnabled("webhooks")).isTrue();
            assertThat(support.configuration().debug()).isFalse();
        }
    }

    @Test
    void theCorrelationIdCanBeSetAndRead() {
        List<String> seen = new ArrayList<>();
        try (Bench bench = new Bench().recorded("027").recorded("027").recorded("116");
                BizConnectorClient connector =
                        bench.client(b -> b.listener(e -> seen.add(e.site().correlationId())))) {
            connector.withCorrelationId("case-7").account().identityInfo();
            connector.account().identityInfo();
            NotFoundException failure = catchThrowableOfType(
                    NotFoundException.class,
                    () -> connector.withCorrelationId("case-8").files().get(WireCall.FIL));
            assertThat(seen).hasSize(3).element(0).isEqualTo("case-7");
            assertThat(failure.call().orElseThrow().correlationId()).isEqualTo("case-8");
            List<RecordedRequest> requests = bench.requests();
            assertThat(requests.get(0).getHeaders().get("x-correlation-id")).isEqualTo("case-7");
            assertThat(requests.get(1).getHeaders().get("x-correlation-id")).isEqualTo(seen.get(1));
        }
    }
}
