package dev.opsdk.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.UnreadableReplyException;
import dev.opsdk.core.error.UnsupportedException;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.Behaviour;
import dev.opsdk.core.testkit.Fault;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.oms.model.ConnectorScope;
import dev.opsdk.oms.model.Generation;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GenerationChoiceTest {
    private static final Answer NO_ROUTE = Answer.of(404, "text/html", "<html>Powered by Jetty</html>");

    private static List<String> paths(Generation told, Consumer<OmsClient> calls, Behaviour... answers) {
        try (FaultServer server = FaultServer.start(answers);
                OmsClient oms = Cm.client(server, told)) {
            calls.accept(oms);
            return server.arrivals().stream().map(FaultServer.Arrival::path).toList();
        }
    }

    @Test
    void whatTheCallerTellsCountsWhateverTheNameSays() {
        assertThat(paths(Generation.GEN1, oms -> oms.connector(Cm.CONNECTOR_V2).stop(), Answer.json(Cm.OK)))
                .containsExactly("/connector/task/stopByName");
        assertThat(paths(Generation.GEN2, oms -> oms.connector(Cm.CONNECTOR).stop(), Answer.json(Cm.OK)))
                .containsExactly("/connector/task/v2/stop");
    }

    @Test
    void aNameOfTheSecondGenerationTellsWithoutAsking() {
        assertThat(paths(Generation.AUTO, oms -> oms.connector(Cm.CONNECTOR_V2).stop(), Answer.json(Cm.OK)))
                .containsExactly("/connector/task/v2/stop");
    }

    @Test
    void anyOtherNameIsToldByOneReadThatTheSecondGenerationDoesNotHave() {
        assertThat(paths(
                        Generation.AUTO,
                        oms -> {
                            oms.connector(Cm.CONNECTOR).stop();
                            oms.connector(Cm.CONNECTOR).start();
                        },
                        NO_ROUTE,
                        Answer.json(Cm.OK)))
                .containsExactly("/JDBCWriter/detail", "/connector/task/v2/stop", "/connector/task/v2/resume");
    }

    @TestFactory
    Stream<DynamicTest> aServerThatKnowsTheReadIsOfTheFirstGeneration() {
        return Stream.of(
                        Cm.seed("writer-detail"),
                        "{\"isSuccess\":true,\"replicator\":null}",
                        "{\"isSuccess\":false,\"errMsg\":\"no such writer\"}")
                .map(reply -> DynamicTest.dynamicTest(reply.substring(0, Math.min(45, reply.length())), () -> {
                    assertThat(paths(
                                    Generation.AUTO,
                                    oms -> oms.connector(Cm.CONNECTOR).stop(),
                                    Answer.json(reply),
                                    Answer.json(Cm.OK)))
                            .containsExactly("/JDBCWriter/detail", "/connector/task/stopByName");
                }));
    }

    @Test
    void aReadThatTellsNothingLeavesTheMutationUnsent() {
        try (FaultServer server = FaultServer.start(Fault.HTML);
                OmsClient oms = Cm.client(server, Generation.AUTO)) {
            assertThatExceptionOfType(UnreadableReplyException.class)
                    .isThrownBy(() -> oms.connector(Cm.CONNECTOR).stop());
            assertThat(server.arrivals())
                    .extracting(FaultServer.Arrival::method)
                    .containsExactly("GET");
        }
    }

    @Test
    void aMutationThatHasNoRouteIsNotTriedInTheOtherGeneration() {
        try (FaultServer server = FaultServer.start(NO_ROUTE);
                OmsClient oms = Cm.client(server, Generation.GEN1)) {
            assertThatExceptionOfType(UnsupportedException.class)
                    .isThrownBy(() -> oms.connector(Cm.CONNECTOR).stop());
            assertThat(server.arrived()).isEqualTo(1);
        }
    }

    @Test
    void theMigrationByGetIsSentOnceWhateverHappens() {
        try (FaultServer server = FaultServer.start(Fault.STATUS_503_RETRY_AT_ONCE, Answer.json(Cm.OK));
                OmsClient oms = Cm.client(server, Generation.GEN1)) {
            assertThatExceptionOfType(OutcomeUnknownException.class)
                    .isThrownBy(() -> oms.connector(Cm.CONNECTOR).migrate("10.10.10.2"));
            assertThat(server.arrived()).isEqualTo(1);
        }
    }

    @TestFactory
    Stream<DynamicTest> whatTheFirstGenerationCannotDoIsRefusedBeforeItIsSent() {
        return Stream.<Consumer<Connector>>of(
                        Connector::delete,
                        Connector::migrate,
                        c -> c.start(s -> s.fullImportAgain()),
                        c -> c.update(u -> u.condition("a", "b")),
                        c -> c.update(u -> u.delete(ConnectorScope.SOURCE, "a")))
                .map(call -> DynamicTest.dynamicTest("call", () -> {
                    try (FaultServer server = FaultServer.start(Answer.json(Cm.OK));
                            OmsClient oms = Cm.client(server, Generation.GEN1)) {
                        assertThatExceptionOfType(UnsupportedException.class)
                                .isThrownBy(() -> call.accept(oms.connector(Cm.CONNECTOR)))
                                .withMessageContaining("not sent: generation 1")
                                .withMessageContaining("GEN2");
                        assertThat(server.connections()).isZero();
                    }
                }));
    }

    @Test
    void nobodyIsAskedWhenNobodyNeedsToKnow() {
        try (FaultServer server = FaultServer.start(Answer.json(Cm.OK));
                OmsClient oms = Cm.client(server, Generation.AUTO)) {
            assertThat(oms.connector(Cm.CONNECTOR_V2).generation()).isEqualTo(Generation.GEN2);
            assertThat(oms.connector(Cm.CONNECTOR_V2).name().text()).isEqualTo(Cm.CONNECTOR_V2);
            assertThat(server.connections()).isZero();
        }
    }
}
