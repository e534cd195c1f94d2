package dev.opsdk.openmldb;

import static dev.opsdk.openmldb.Mldb.T1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.opsdk.core.call.RetryPolicy;
import dev.opsdk.core.error.AlreadyExistsException;
import dev.opsdk.core.error.ConflictException;
import dev.opsdk.core.error.ForbiddenException;
import dev.opsdk.core.error.InvalidRequestException;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.PreconditionException;
import dev.opsdk.core.error.RejectedException;
import dev.opsdk.core.error.UnauthorizedException;
import dev.opsdk.core.error.UnreadableReplyException;
import dev.opsdk.core.error.UnsupportedException;
import dev.opsdk.core.error.UpstreamFailedException;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.openmldb.model.ReturnCode;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a refusal becomes. */
class RefusalTest {
    private static Map<Integer, Class<?>> all(Class<?> type, int... codes) {
        return IntStream.of(codes).boxed().collect(Collectors.toMap(code -> code, code -> type));
    }

    private static Class<?> expected(int code) {
        Map<Integer, Class<?>> kinds = new java.util.HashMap<>();
        kinds.putAll(all(NotFoundException.class, 100, 302, 308, 136, 802));
        kinds.putAll(all(AlreadyExistsException.class, 101, 119, 317, 334, 801));
        kinds.putAll(
                all(PreconditionException.class, 301, 309, 310, 102, 303, 305, 318, 319, 320, 134, 103, 138, 501, 803));
        kinds.putAll(all(ConflictException.class, 104, 105, 311, 312, 321, 335));
        kinds.putAll(all(InvalidRequestException.class, 307, 129));
        kinds.putAll(all(ForbiddenException.class, 1100, 1101));
        kinds.putAll(all(UnsupportedException.class, 701));
        kinds.putAll(all(UpstreamFailedException.class, 1004, 304, 326, 306, 336, 127, 131, 337, 452));
        return kinds.getOrDefault(code, RejectedException.class);
    }

    private static Throwable refused(Answer answer, Consumer<OpenMldbOps> call) {
        try (FaultServer server = FaultServer.start(answer).prelude("/NameServer/ConfGet", Mldb.LEADS);
                OpenMldbOps mldb = Mldb.client(server)) {
            return catchThrowable(() -> call.accept(mldb));
        }
    }

    private static Throwable mutation(Answer answer) {
        return refused(answer, mldb -> mldb.nameServer().recoverTable(T1, "a:1"));
    }

    private static Throwable read(Answer answer) {
        return refused(answer, mldb -> mldb.nameServer().tablets());
    }

    @ParameterizedTest
    @EnumSource(
            value = ReturnCode.Known.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OK", "NOT_LEADER"})
    void theCodeTellsTheKindAndTheWordsStay(ReturnCode.Known known) {
        Throwable thrown = mutation(Answer.json("{\"code\":" + known.code() + ",\"msg\":\"words of the server\"}"));

        assertThat(thrown).isExactlyInstanceOf(expected((int) known.code()));
        RejectedException refusal = (RejectedException) thrown;
        assertThat(refusal.serverMessage()).isEqualTo(known.code() + " words of the server");
        assertThat(refusal.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(ReturnCode.of(refusal)).hasValue(ReturnCode.of(known.code()));
    }

    @Test
    void anUnknownCodeIsKept() {
        Throwable thrown = mutation(Answer.json("{\"code\":4711}"));

        assertThat(thrown).isExactlyInstanceOf(RejectedException.class).hasMessageContaining("4711 no reason given");
        assertThat(ReturnCode.of((RejectedException) thrown)).hasValue(ReturnCode.of(4711));
    }

    @Test
    void aRefusalWithoutWordsIsExplained() {
        assertThat(mutation(Answer.json("{\"code\":301}")))
                .hasMessageContaining("rejected: 301 auto_failover is on (switch it off with autoFailover(false)");
    }

    @Test
    void whatTheRpcLibraryRefuses() {
        assertThat(mutation(rpc(117)))
                .isExactlyInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Missing required field");
        assertThat(read(rpc(151)))
                .isExactlyInstanceOf(UnsupportedException.class)
                .hasMessageContaining("of another kind");
        Throwable unknown = mutation(rpc(154));
        assertThat(unknown).isExactlyInstanceOf(OutcomeUnknownException.class);
        assertThat(read(rpc(154))).isExactlyInstanceOf(UnreadableReplyException.class);
        assertThat(ReturnCode.of((RejectedException) read(rpc(151)))).isEmpty();
    }

    private static Answer rpc(int number) {
        RecordedExchange exchange = RecordedExchange.numbered(number);
        return Answer.of(exchange.status(), "text/plain", exchange.answer())
                .header("x-bd-error-code", exchange.headers().get("x-bd-error-code"));
    }

    @Test
    void newerServersSayThatCredentialsAreMissing() {
        assertThat(mutation(Answer.of(401, "text/plain", "[E1004]no").header("x-bd-error-code", "1004")))
                .isExactlyInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("serviceToken(token)");
    }

    @Test
    void aBusyServerDidNothing() {
        for (String code : new String[] {"2003", "2004"}) {
            Answer busy = Answer.of(503, "text/plain", "[E" + code + "]").header("x-bd-error-code", code);

            assertThat(mutation(busy))
                    .isExactlyInstanceOf(ConflictException.class)
                    .hasMessageContaining("nothing was done");
            assertThat(read(busy)).isExactlyInstanceOf(NoReplyException.class);
        }
    }

    @Test
    void aReadIsRepeatedWhenTheServerIsBusy() {
        try (FaultServer server = FaultServer.start(
                                Answer.of(503, "text/plain", "x").header("x-bd-error-code", "2004"),
                                Answer.json("{\"code\":0,\"db\":[\"demo_db\"]}"))
                        .prelude("/NameServer/ConfGet", Mldb.LEADS);
                OpenMldbOps mldb =
                        Mldb.builder(server).retry(RetryPolicy.DEFAULT).build()) {
            assertThat(mldb.nameServer().databases()).containsExactly("demo_db");
        }
    }

    @Test
    void aMutationWithoutACodeIsNotBelieved() {
        assertThat(mutation(Answer.json("{\"msg\":\"ok\"}"))).isExactlyInstanceOf(OutcomeUnknownException.class);
        assertThat(mutation(Answer.json("{\"code\":\"0\"}"))).isExactlyInstanceOf(OutcomeUnknownException.class);
        assertThat(mutation(Answer.json("[]"))).isExactlyInstanceOf(OutcomeUnknownException.class);
        assertThat(mutation(Answer.of(500, "application/json", "{\"code\":0}")))
                .isExactlyInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void aReadWithoutACodeShowsWhatItHas() {
        try (FaultServer server = Mldb.answering("{\"db\":[\"demo_db\"]}");
                OpenMldbOps mldb = Mldb.client(server)) {
            assertThat(mldb.nameServer().databases()).containsExactly("demo_db");
        }
        assertThat(read(Answer.json("{}"))).isExactlyInstanceOf(UnreadableReplyException.class);
    }

    @Test
    void shapesThatCannotBeReadAreNamed() {
        assertThat(read(Answer.json("{\"code\":0,\"tablets\":{}}"))).hasMessageContaining("at tablets: not a list");
        assertThat(read(Answer.json("{\"code\":0,\"tablets\":[{}]}"))).hasMessageContaining("at tablets[0]");
        assertThat(refused(
                        Answer.of(200, "text/html", "<html>"),
                        m -> m.nameServer().version()))
                .isExactlyInstanceOf(UnreadableReplyException.class);
    }

    @Test
    void configurationIsReadInBothShapes() {
        for (String conf :
                new String[] {"{\"auto_failover\":\"false\"}", "[{\"key\":\"auto_failover\",\"value\":\"false\"}]"}) {
            try (FaultServer server =
                            FaultServer.start(Answer.json("{\"code\":0,\"msg\":\"ok\",\"conf\":" + conf + "}"));
                    OpenMldbOps mldb = Mldb.client(server)) {
                assertThat(mldb.nameServer().config()).containsExactly(Map.entry("auto_failover", "false"));
                assertThat(mldb.nameServer().autoFailover()).isFalse();
            }
        }
    }

    @Test
    void aLeaderThatDoesNotSayWhatAutoFailoverIsIsNotGuessedAt() {
        try (FaultServer server = FaultServer.start(Answer.json("{\"code\":0,\"conf\":{}}"));
                OpenMldbOps mldb = Mldb.client(server)) {
            assertThatThrownBy(() -> mldb.nameServer().autoFailover())
                    .isExactlyInstanceOf(UnreadableReplyException.class)
                    .hasMessageContaining("at conf");
        }
        try (FaultServer server = FaultServer.start(Answer.json("{\"code\":0,\"conf\":7}"));
                OpenMldbOps mldb = Mldb.client(server)) {
            assertThatThrownBy(() -> mldb.nameServer().config()).isExactlyInstanceOf(UnreadableReplyException.class);
        }
    }

    @Test
    void tablesOfTheDefaultDatabaseAreTakenOutOfOtherAnswers() {
        String both = "{\"code\":0,\"table_info\":[{\"name\":\"old\"},{\"name\":\"old\",\"db\":\"demo_db\"}]}";
        try (FaultServer server = Mldb.answering(both);
                OpenMldbOps mldb = Mldb.client(server)) {
            assertThat(mldb.nameServer().tables("demo_db"))
                    .extracting(t -> t.id())
                    .containsExactly("demo_db.old");
            assertThat(mldb.nameServer().tables("")).extracting(t -> t.id()).containsExactly("old");
            assertThat(mldb.nameServer().table("", "old").orElseThrow().db()).isEmpty();
            assertThat(mldb.nameServer().tables()).hasSize(2);
        }
    }

    @Test
    void opsAreFilteredOnceMoreForServersThatPassOverTheFilter() {
        String op =
                "{\"op_id\":%d,\"op_type\":\"kMigrateOP\",\"status\":\"kDone\",\"start_time\":1,\"end_time\":2,\"task_type\":\"-\",\"name\":\"t1\",\"pid\":%d,\"db\":\"%s\"}";
        String ops =
                String.join(",", op.formatted(1, 0, "demo_db"), op.formatted(2, 1, "demo_db"), op.formatted(3, 0, ""));
        try (FaultServer server = Mldb.answering("{\"code\":0,\"op_status\":[" + ops + "]}");
                OpenMldbOps mldb = Mldb.client(server)) {
            assertThat(mldb.nameServer().ops()).hasSize(3);
            assertThat(mldb.nameServer().ops(T1)).extracting(o -> o.id()).containsExactly(1L);
            assertThat(mldb.nameServer().ops("")).extracting(o -> o.id()).containsExactly(3L);
            assertThat(mldb.nameServer().op(2).orElseThrow().id()).isEqualTo(2);
            assertThat(mldb.nameServer().op(9)).isEmpty();
        }
    }
}
