package dev.opsdk.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.PartialFailureException;
import dev.opsdk.core.error.PreconditionException;
import dev.opsdk.core.error.RejectedException;
import dev.opsdk.core.error.UnreadableReplyException;
import dev.opsdk.core.error.UnsupportedException;
import dev.opsdk.core.error.UpstreamFailedException;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.Behaviour;
import dev.opsdk.core.testkit.Fault;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.oms.model.CmErrorCode;
import dev.opsdk.oms.model.ConnectorName;
import dev.opsdk.oms.model.Generation;
import dev.opsdk.oms.model.MigrationReply;
import dev.opsdk.oms.model.PartialOutcome;
import dev.opsdk.oms.model.WriterName;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The seven shapes in which a failure comes (contract 1.6), for a read and for a mutation. */
class FailureShapesTest {
    private static OpsException failure(Behaviour answer, Consumer<OmsClient> call) {
        try (FaultServer server = FaultServer.start(answer);
                OmsClient oms = OmsClient.builder()
                        .url(server.url().toString())
                        .generation(Generation.GEN1)
                        .timeouts(t -> t.withMutation(Duration.ofMillis(300)))
                        .build()) {
            OpsException failure = catchThrowableOfType(OpsException.class, () -> call.accept(oms));
            assertThat(failure).as("it had to fail").isNotNull();
            assertThat(server.arrived()).isEqualTo(1);
            return failure;
        }
    }

    private static OpsException read(String reply) {
        return failure(Answer.json(reply), oms -> oms.store(Cm.STORE).detail());
    }

    private static OpsException mutation(String reply) {
        // time enough: this one is answered
        try (FaultServer server = FaultServer.start(Answer.json(reply));
                OmsClient oms = Cm.client(server, Generation.GEN1)) {
            OpsException failure = catchThrowableOfType(
                    OpsException.class, () -> oms.store(Cm.STORE).restore());
            assertThat(failure).as("it had to fail").isNotNull();
            return failure;
        }
    }

    private static String refused(String code, String message) {
        return "{\"isSuccess\":false,\"errCode\":\"" + code + "\",\"errMsg\":\"" + message
                + "\",\"errorDetail\":null,\"result\":null,\"retryable\":null}";
    }

    // shape 1

    @Test
    void aRefusalWithAnEnvelopeSaysCodeMessageReasonAndWhatTheServerProposes() {
        String reply = """
                {"isSuccess":false,"errCode":"CM-SCHEOR000203","errMsg":"Failed to start crawler.","retryable":true,
                 "errorDetail":{"code":"1","level":"FATAL","message":"Oracle log file does not exist",
                 "reason":"The log file containing scn 1611430 does not exist","proposal":"Recover the Oracle log file"}}
                """;

        for (OpsException failure : new OpsException[] {read(reply), mutation(reply)}) {
            assertThat(failure).isExactlyInstanceOf(UpstreamFailedException.class);
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
            RejectedException refusal = (RejectedException) failure;
            assertThat(refusal.serverMessage())
                    .isEqualTo(
                            "CM-SCHEOR000203: Failed to start crawler.; The log file containing scn 1611430 does not exist");
            assertThat(refusal.remedy().orElseThrow())
                    .contains("/home/ds/store/store<port>/log")
                    .contains("the server proposes: Recover the Oracle log file")
                    .contains("may be repeated");
            assertThat(CmErrorCode.of(refusal).orElseThrow().is(CmErrorCode.Known.STORE_START_FAILED))
                    .isTrue();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyDocumentedCodeHasItsKindAndItsAdvice() {
        return Arrays.stream(CmErrorCode.Known.values())
                .map(code -> DynamicTest.dynamicTest(code.code() + " " + code, () -> {
                    Class<?> kind = switch (code) {
                        case SUPERVISOR_SILENT -> OutcomeUnknownException.class;
                        case PART_FAILED -> PartialFailureException.class;
                        case NO_AVAILABLE_STORE,
                                NO_ACTIVE_STORE,
                                NO_ALIVE_HOST,
                                NO_MACHINE,
                                NO_RESOURCES,
                                MACHINE_GROUP_MISSING -> PreconditionException.class;
                        default -> UpstreamFailedException.class;
                    };
                    OpsException failure = mutation(refused(code.code(), "words"));

                    assertThat(failure).isExactlyInstanceOf(kind).hasMessageContaining(code.code());
                    assertThat(failure.outcome()).isEqualTo(code.outcome());
                    assertThat(failure).hasMessageContaining(code.advice());
                }));
    }

    @Test
    void aSilentSupervisorIsUnknownThoughItComesAsARefusal() {
        String reply = refused("CM-RESOAT000011", "Supervisor does not report any result after CM Retry 60 seconds.");

        assertThat(mutation(reply))
                .isExactlyInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("CM-RESOAT000011")
                .hasMessageContaining("oms_drc_supervisor")
                .hasMessageContaining("look at status and checkpoints in the store's detail");
        assertThat(read(reply)).isExactlyInstanceOf(UpstreamFailedException.class);
    }

    @Test
    void aPartialSuccessNamesBothParts() {
        OpsException failure = mutation(
                refused("CM-SCHEOR000003", "Failed to operate part of process. Failed: {a:1, 'b:2'}, Success: {c:3}"));

        assertThat(failure).isExactlyInstanceOf(PartialFailureException.class);
        assertThat(PartialOutcome.of(((RejectedException) failure).serverMessage()))
                .satisfies(parts -> assertThat(parts.failed()).containsExactly("a:1", "b:2"))
                .satisfies(parts -> assertThat(parts.succeeded()).containsExactly("c:3"));
        assertThat(PartialOutcome.of("no braces").failed()).isEmpty();
    }

    @Test
    void anUnknownCodeIsARefusalAndKeepsItsText() {
        OpsException failure = mutation(refused("CM-NEWONE000001", "something new"));

        assertThat(failure).isExactlyInstanceOf(RejectedException.class);
        CmErrorCode code = CmErrorCode.of((RejectedException) failure).orElseThrow();
        assertThat(code.code()).isEqualTo("CM-NEWONE000001");
        assertThat(code.known()).isEmpty();
        assertThat(code.advice()).isEmpty();
    }

    @Test
    void aCodeInsideTheMessageOrTheDetailCounts() {
        assertThat(mutation("{\"isSuccess\":false,\"msg\":\"CM-RESOAT000011:Supervisor does not report\"}"))
                .isExactlyInstanceOf(OutcomeUnknownException.class);
        assertThat(mutation("{\"isSuccess\":false,\"errorDetail\":{\"Code\":\"CM-RESOIE000202\",\"Message\":\"m\"}}"))
                .isExactlyInstanceOf(PreconditionException.class)
                .hasMessageContaining("CM-RESOIE000202: m");
    }

    @Test
    void aRefusalKeepsItsMeaningUnderAnyStatus() {
        Answer answer = Answer.of(500, "application/json", refused("CM-RESOIE000202", "No active stores"));

        assertThat(failure(answer, oms -> oms.store(Cm.STORE).detail()))
                .isExactlyInstanceOf(PreconditionException.class);
    }

    // shape 2

    @TestFactory
    Stream<DynamicTest> theMessageIsFoundUnderAnyNameOfTheFamily() {
        return Stream.of("errMsg", "errorMsg", "errMessage", "message", "msg", "error", "reason", "errorDetail")
                .map(field -> DynamicTest.dynamicTest(field, () -> {
                    String reply = "{\"isSuccess\":false,\"" + field + "\":\"the crawler is busy\"}";
                    assertThat(mutation(reply))
                            .isExactlyInstanceOf(RejectedException.class)
                            .hasMessageContaining("rejected: the crawler is busy");
                    assertThat(read(reply)).isExactlyInstanceOf(RejectedException.class);
                }));
    }

    @Test
    void withoutAMessageTheReplysFieldsAreNamed() {
        assertThat(mutation("{\"isSuccess\":\"false\",\"whatever\":\"x\"}"))
                .hasMessageContaining("no reason given (fields of the reply: [whatever])");
        assertThat(mutation("{\"isSuccess\":false}")).hasMessageContaining("no reason given");
    }

    // shape 3

    @Test
    void aSuccessThatShowsNothingIsNotFound() {
        for (String reply : new String[] {"{\"isSuccess\":true,\"crawler\":null}", "{\"isSuccess\":true}"}) {
            assertThat(read(reply)).isExactlyInstanceOf(NotFoundException.class).hasMessageContaining("crawler");
        }
        assertThat(failure(
                        Answer.json("{\"isSuccess\":true}"),
                        oms -> oms.writer(Cm.WRITER).detail()))
                .isExactlyInstanceOf(NotFoundException.class)
                .hasMessageContaining("replicator");
    }

    // shape 4

    @Test
    void withoutIsSuccessNothingIsTakenForSuccess() {
        for (String reply :
                new String[] {"{}", "{\"isSuccess\":1}", "[]", "\"ok\"", "{\"crawler\":{\"name\":\"a\"}}"}) {
            assertThat(read(reply)).isExactlyInstanceOf(UnreadableReplyException.class);
            assertThat(mutation(reply)).isExactlyInstanceOf(OutcomeUnknownException.class);
        }
    }

    @Test
    void aDetailThatCannotBeDecodedSaysWhere() {
        assertThat(read("{\"isSuccess\":true,\"crawler\":{\"name\":\"a\",\"checkpoints\":[1]}}"))
                .isExactlyInstanceOf(UnreadableReplyException.class)
                .hasMessageContaining("crawler.checkpoints");
        assertThat(read("{\"isSuccess\":true,\"crawler\":{}}")).isExactlyInstanceOf(UnreadableReplyException.class);
    }

    // shape 5

    @Test
    void noSuchRouteIsCertainAlsoForAMutation() {
        for (int status : new int[] {404, 405}) {
            Answer page = Answer.of(status, "text/html", "<html><hr>Powered by Jetty:// 9.4</html>");
            for (Consumer<OmsClient> call : List.<Consumer<OmsClient>>of(
                    oms -> oms.store(Cm.STORE).detail(),
                    oms -> oms.store(Cm.STORE).restore())) {
                assertThat(failure(page, call))
                        .isExactlyInstanceOf(UnsupportedException.class)
                        .hasMessageContaining("HTTP " + status)
                        .hasMessageContaining("this version of OMS");
            }
        }
    }

    @Test
    void anErrorPageOfTheServletContainerIsNoAnswer() {
        Answer page = Answer.of(500, "text/html", "<html>HTTP ERROR 500</html>");

        assertThat(failure(page, oms -> oms.store(Cm.STORE).detail()))
                .isExactlyInstanceOf(UnreadableReplyException.class);
        assertThat(failure(page, oms -> oms.store(Cm.STORE).restore()))
                .isExactlyInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void aSuccessUnderAFailuresStatusIsNotBelieved() {
        Answer answer = Answer.of(502, "application/json", Cm.OK);

        assertThat(failure(answer, oms -> oms.store(Cm.STORE).restore()))
                .isExactlyInstanceOf(OutcomeUnknownException.class);
    }

    // shape 6

    @Test
    void theConsoleIsRecognised() {
        String reply = "{\"success\":true,\"code\":\"OK\",\"message\":null,\"requestId\":\"x\"}";

        assertThat(read(reply))
                .isExactlyInstanceOf(UnreadableReplyException.class)
                .hasMessageContaining("OMS console (port 8089)");
        assertThat(mutation(reply))
                .isExactlyInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("OMS console (port 8089)");
    }

    @Test
    void aSupervisorIsRecognised() {
        assertThat(read("{\"code\":200,\"message\":\"success\",\"status\":\"ok\",\"resultData\":null}"))
                .hasMessageContaining("supervisor (port 9000)");
    }

    // shape 7

    @Test
    void aMutationThatTimesOutIsUnknownAndSentOnce() {
        assertThat(failure(Fault.STALLED, oms -> oms.store(Cm.STORE).restore()))
                .isExactlyInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("timed out after");
    }

    @Test
    void mutationsWaitForTwoMinutesAndReadsForFifteenSeconds() {
        OmsClient.builder().timeouts(defaults -> {
            assertThat(defaults.mutation()).isEqualTo(Duration.ofMinutes(2));
            assertThat(defaults.read()).isEqualTo(Duration.ofSeconds(15));
            assertThat(defaults.connect()).isEqualTo(Duration.ofSeconds(5));
            return defaults;
        });
    }

    // a success that names nobody

    private static MigrationReply<WriterName> writerMigrated(String reply) {
        try (FaultServer server = FaultServer.start(Answer.json(reply));
                OmsClient oms = Cm.client(server, Generation.GEN1)) {
            return oms.writer(Cm.WRITER).migrate("10.10.10.2");
        }
    }

    private static MigrationReply<ConnectorName> connectorMigrated(Generation generation, String reply) {
        try (FaultServer server = FaultServer.start(Answer.json(reply));
                OmsClient oms = Cm.client(server, generation)) {
            return oms.connector(Cm.CONNECTOR).migrate("10.10.10.2");
        }
    }

    @Test
    void aMigratedWriterHasTheNameInTheFieldApplier() {
        String name = "10.10.10.2-9000:p_3b7i_source-000-0:0000000070";

        assertThat(writerMigrated("{\"isSuccess\":true,\"applier\":\"" + name + "\"}")
                        .newName())
                .contains(WriterName.of(name));
        assertThat(writerMigrated("{\"isSuccess\":true,\"applier\":{\"name\":\"" + name + "\"}}")
                        .newName())
                .contains(WriterName.of(name));
        assertThat(writerMigrated("{\"isSuccess\":true,\"applier\":\"" + name + "\"}"))
                .asString()
                .contains("migrated to " + name)
                .contains("never the old");
    }

    @TestFactory
    Stream<DynamicTest> aMigratedConnectorsNameIsSearchedWhereItMayStand() {
        String name = "10.10.10.2-9000:p_48wf_light-1-0:0000000002";
        return Stream.of("result", "taskName", "name", "connector", "task")
                .map(field -> DynamicTest.dynamicTest(
                        field,
                        () -> assertThat(connectorMigrated(
                                                Generation.GEN1,
                                                "{\"isSuccess\":true,\"" + field + "\":\"" + name + "\"}")
                                        .newName())
                                .contains(ConnectorName.of(name))));
    }

    @Test
    void theSecondGenerationNamesItInResult() {
        String name = "10.10.10.2-9000:connector_v2:p_493p-incr_trans-1-0:0000000002";

        assertThat(connectorMigrated(Generation.GEN2, "{\"isSuccess\":true,\"result\":\"" + name + "\"}")
                        .newName()
                        .orElseThrow()
                        .isV2())
                .isTrue();
    }

    @TestFactory
    Stream<DynamicTest> aNameIsNeverGuessed() {
        return Stream.of(
                        "{\"isSuccess\":true}",
                        "{\"isSuccess\":true,\"result\":\"success\"}",
                        "{\"isSuccess\":true,\"result\":true}",
                        "{\"isSuccess\":true,\"result\":null}",
                        "{\"isSuccess\":true,\"taskName\":\"" + Cm.CONNECTOR + "\"}",
                        "{\"isSuccess\":true,\"result\":\"a:1\",\"name\":\"b:2\"}",
                        "{\"isSuccess\":true,\"other\":\"10.10.10.2-9000:x:0000000002\"}")
                .map(reply -> DynamicTest.dynamicTest(reply, () -> {
                    MigrationReply<ConnectorName> migrated = connectorMigrated(Generation.GEN1, reply);

                    assertThat(migrated.newName()).isEmpty();
                    assertThat(migrated.toString())
                            .contains("names no new component")
                            .contains(migrated.rawReply());
                }));
    }
}
