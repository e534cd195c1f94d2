package dev.opsdk.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.Secret;
import dev.opsdk.core.internal.Json;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.Behaviour;
import dev.opsdk.core.testkit.CapturedLogs;
import dev.opsdk.core.testkit.Fault;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.core.testkit.PlantedSecrets;
import dev.opsdk.oms.model.CheckerUpdate;
import dev.opsdk.oms.model.ConnectorScope;
import dev.opsdk.oms.model.ConnectorUpdate;
import dev.opsdk.oms.model.ErrorDetail;
import dev.opsdk.oms.model.Generation;
import dev.opsdk.oms.model.Observed;
import dev.opsdk.oms.model.WriterDetail;
import dev.opsdk.oms.model.WriterUpdate;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Secrets in every request and every reply, looked for wherever a person may see them. */
class PlantedSecretsTest {
    private final PlantedSecrets secrets = new PlantedSecrets();

    private Throwable failure(Generation generation, Behaviour answer, Consumer<OmsClient> call) {
        try (FaultServer server = FaultServer.start(answer);
                OmsClient oms = Cm.client(server, generation)) {
            return catchThrowable(() -> call.accept(oms));
        }
    }

    @Test
    void updatesShowNoSecret() {
        String url = "jdbc:mysql://root:" + secrets.plain() + "@h:1/db?user=a&password=" + secrets.plain() + "&x=1";
        WriterUpdate writer = WriterUpdate.builder()
                .set("sync_password", secrets.awkward())
                .set("worker_num", secrets.secret())
                .set("config_url", url)
                .build();
        ConnectorUpdate connector = ConnectorUpdate.builder()
                .source("password", secrets.awkward())
                .set(ConnectorScope.SINK, "other", secrets.secret())
                .sink("url", url)
                .build();
        CheckerUpdate checker = CheckerUpdate.builder()
                .set("db.password", secrets.awkward())
                .set("x", secrets.secret())
                .build();

        secrets.assertNowhere(
                writer,
                writer.masked(),
                writer.maskedForm(),
                writer.secrets(),
                connector,
                connector.maskedForm(),
                connector.maskedBody(),
                connector.secrets(),
                checker,
                checker.masked());
        try (OmsClient oms = OmsClient.connect("cm.example");
                CapturedLogs logs = CapturedLogs.start()) {
            for (var line : new Object[] {
                oms.writer(Cm.WRITER).requests().update(writer),
                oms.writer(Cm.WRITER).requests().update(writer).curl(),
                oms.connector(Cm.CONNECTOR_V2).requests().update(connector),
                oms.connector(Cm.CONNECTOR_V2).requests().update(connector).curl(),
                oms.checker("1").requests().update(checker).curl()
            }) {
                secrets.assertNowhere(line, logs.text());
                assertThat(line.toString()).contains("***");
            }
        }
    }

    @Test
    void aServerThatRepeatsTheRequestIsMasked() {
        String password = secrets.awkward();
        ObjectNode reply = Json.wire().createObjectNode();
        reply.put("isSuccess", false).put("errMsg", "bad value " + password);
        reply.putObject("errorDetail").put("reason", "it is " + password).put("proposal", "take not " + password);
        Answer answer = Answer.json(reply.toString());

        try (CapturedLogs logs = CapturedLogs.start()) {
            secrets.assertNowhere(
                    failure(
                            Generation.GEN1,
                            answer,
                            oms -> oms.writer(Cm.WRITER).update(u -> u.set("x", Secret.of(password)))),
                    failure(
                            Generation.GEN2,
                            answer,
                            oms -> oms.connector(Cm.CONNECTOR_V2).update(u -> u.source("password", password))),
                    failure(Generation.GEN1, answer, oms -> oms.checker("1").update(u -> u.set("a.secret", password))),
                    failure(
                            Generation.GEN1,
                            Fault.STATUS_500,
                            oms -> oms.writer(Cm.WRITER).update(u -> u.set("sync_password", password))),
                    failure(
                            Generation.GEN1,
                            Fault.CUT_BODY,
                            oms -> oms.connector(Cm.CONNECTOR).update(u -> u.sink("password", password))));
            secrets.assertNowhere(logs.text());
        }
    }

    @Test
    void aDetailShowsNoSecretOfItsConfiguration() throws Exception {
        String reply = Cm.seed("writer-detail")
                .replace("binlog_password=***", "binlog_password=" + secrets.plain())
                .replace("sync_password=***", "sync_password=" + secrets.plain())
                .replace("useUnicode=true", "user=root&password=" + secrets.plain());

        try (CapturedLogs logs = CapturedLogs.start();
                FaultServer server = FaultServer.start(Answer.json(reply));
                OmsClient oms = Cm.client(server, Generation.GEN1)) {
            Observed<WriterDetail> detail = oms.writer(Cm.WRITER).detail();

            secrets.assertNowhere(
                    detail,
                    detail.value(),
                    detail.value().config(),
                    Json.masked(detail),
                    Json.masked(detail.value()),
                    Json.wire().writeValueAsString(detail.value()),
                    logs.text());
            assertThat(detail.value().config().orElseThrow().revealText()).contains("password=Zq7Planted1xW9");
        }
    }

    @Test
    void aMigrationsRawReplyShowsNoSecret() {
        ObjectNode reply = Json.wire().createObjectNode();
        reply.put("isSuccess", true).put("applier", "moved");
        reply.putObject("detail")
                .put("cfg", "[JDBCWriter]\nsync_password=" + secrets.plain() + "&x\na=1\n")
                .put("accessKey", secrets.plain())
                .put("url", "jdbc:mysql://h?password=" + secrets.plain());
        reply.putArray("tokens").add(secrets.plain());

        try (FaultServer server = FaultServer.start(Answer.json(reply.toString()));
                OmsClient oms = Cm.client(server, Generation.GEN1)) {
            secrets.assertNowhere(oms.writer(Cm.WRITER).migrate("10.10.10.2"));
        }
    }

    @Test
    void whatIsNotUnderstoodIsNotRepeated() {
        String password = secrets.plain();
        secrets.assertNowhere(
                failure(
                        Generation.GEN1,
                        Answer.json(
                                "{\"isSuccess\":true,\"replicator\":{\"name\":\"a\",\"port\":\"" + password + "\"}}"),
                        oms -> oms.writer(Cm.WRITER).detail()),
                failure(
                        Generation.GEN1,
                        Answer.json("{\"isSuccess\":true,\"replicator\":{\"name\":\"a\" " + password),
                        oms -> oms.writer(Cm.WRITER).detail()),
                ErrorDetail.of(Json.wire().createObjectNode().put("message", "password=" + password)));
    }
}
