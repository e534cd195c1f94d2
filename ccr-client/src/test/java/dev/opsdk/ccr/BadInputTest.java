package dev.opsdk.ccr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.ccr.model.ClusterEndpoint;
import dev.opsdk.ccr.model.CreateJob;
import dev.opsdk.ccr.model.SkipBinlog;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.error.InvalidRequestException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.RejectedException;
import dev.opsdk.core.error.UnreadableReplyException;
import dev.opsdk.core.internal.Environment;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.core.testkit.PlantedSecrets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anything is sent, and what is no answer of a syncer. */
@Timeout(30)
class BadInputTest {
    private static final String PASSWORD = "hunter2hunter2";

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "a\nb", "\u0000", "a\u007fb"})
    void aNameThatNoJobCanHaveIsRefused(String name) {
        refused(ccr -> ccr.job(name).pause(), "name must not");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "it's", "say \"x\"", "a\\b", " a", "a ", "表", "a;b", ""})
    void aNameThatWouldHurtIsRefusedForANewJob(String name) {
        refused(ccr -> ccr.jobs().create(aJob(name, src -> {}, dest -> {})), "name");
    }

    @Test
    void aNameThatIsTooLongIsRefusedForANewJob() {
        refused(ccr -> ccr.jobs().create(aJob("x".repeat(513), src -> {}, dest -> {})), "512");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-1", "65536", "99999999999", "9030 ", "٩٠٣٠", "0x10", "9030.0"})
    void aPortThatIsNoneIsRefused(String port) {
        refused(ccr -> ccr.jobs().create(aJob("orders", src -> src.port(port), dest -> {})), "src: port is");
        refused(
                ccr -> ccr.jobs().create(aJob("orders", src -> {}, dest -> dest.thriftPort(port))),
                "dest: thrift_port is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "http://fe", "fe:9030", "fe/path", "user@fe", "f e"})
    void aHostThatIsNoneIsRefused(String host) {
        refused(ccr -> ccr.jobs().create(aJob("orders", src -> src.host(host), dest -> {})), "host must");
    }

    @Test
    void aTableOnOneSideOnlyIsRefused() {
        refused(ccr -> ccr.jobs().create(aJob("orders", src -> src.table("t1"), dest -> {})), "table");
        refused(ccr -> ccr.jobs().create(aJob("orders", src -> {}, dest -> dest.table("t1"))), "table");
    }

    @Test
    void theSameOnBothSidesIsRefusedWithoutThePassword() {
        refused(
                ccr -> ccr.jobs()
                        .create(aJob(
                                "orders", src -> {}, dest -> dest.port(19030).database("demo"))),
                "the same");
    }

    @Test
    void aBlankUserOrDatabaseIsRefused() {
        refused(ccr -> ccr.jobs().create(aJob("orders", src -> src.user(" "), dest -> {})), "user must not be blank");
        refused(ccr -> ccr.jobs().create(aJob("orders", src -> {}, dest -> dest.database(""))), "database");
    }

    @Test
    void aBuilderThatLacksSomethingSaysWhat() {
        nothingSent(ccr -> assertThatThrownBy(() -> ccr.jobs().create(job -> job.name("orders")))
                .isInstanceOfAny(IllegalStateException.class, IllegalArgumentException.class)
                .hasMessageContaining("src"));
        nothingSent(ccr -> assertThatThrownBy(() -> ccr.jobs()
                        .create(job -> job.name("orders")
                                .src(src -> src.host("fe").password(PASSWORD))
                                .dest(dest -> {})))
                .isInstanceOfAny(IllegalStateException.class, IllegalArgumentException.class)
                .hasMessageContaining("port")
                .hasMessageNotContaining(PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bogus", "SILENCE", "Fullsync", "", " silence"})
    void anUnknownWayToSkipIsRefused(String way) {
        refused(
                ccr -> ccr.job("orders")
                        .skipBinlog(SkipBinlog.builder()
                                .way(SkipBinlog.Way.parse(way))
                                .build()),
                "silence, fullsync or partialsync");
    }

    @Test
    void aSkipWithoutWhatItNeedsIsRefused() {
        refused(ccr -> ccr.job("orders").skipBinlog(SkipBinlog.silence(0)), "above 0");
        refused(ccr -> ccr.job("orders").skipBinlog(SkipBinlog.silence(-1)), "above 0");
        refused(ccr -> ccr.job("orders").skipBinlog(SkipBinlog.partialSync("", 1)), "table");
        refused(ccr -> ccr.job("orders").skipBinlog(SkipBinlog.partialSync("t1", 0)), "id");
    }

    @Test
    void aHostMappingOfNothingIsRefused() {
        refused(ccr -> ccr.job("orders").updateHostMapping(map -> {}), "at least one host");
        refused(ccr -> ccr.job("orders").updateHostMapping(map -> map.mapSource("10.0.0.1", "")), "unmap it");
        refused(ccr -> ccr.job("orders").updateHostMapping(map -> map.mapSource("", "1.1.1.1")), "private side");
    }

    @Test
    void aPositionThatIsNoneIsRefused() {
        refused(ccr -> ccr.job("orders").awaitPosition(0, java.time.Duration.ofSeconds(1)), "last_commit_seq 0 or -1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "10.0.0.7:9190",
                "ftp://10.0.0.7:9190",
                "http://10.0.0.7:9190/prefix",
                "http://10.0.0.7:9190?x=1",
                "http://10.0.0.7:0",
                "http://10.0.0.7:70000",
                "http://",
                "http://root:hunter2hunter2@10.0.0.7:9190",
                "root:hunter2hunter2@10.0.0.7:9190",
                "http://10.0.0.7:9190/?password=hunter2hunter2",
                "http://10.0.0.7 :9190"
            })
    void aBaseUrlThatIsNoneIsRefusedWithTheReason(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CcrClient.connect(url))
                .satisfies(e -> assertThat(PlantedSecrets.everythingSaidBy(e)).doesNotContain(PASSWORD))
                .withMessageMatching("(?s).{20,}");
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        CcrClient.fromEnv(Environment.of(Map.of("OPSDK_CCR_URL", url + ",http://10.0.0.7:9190"))));
    }

    @Test
    void aClientWithoutASyncerIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(CcrClient::connect).withMessageContaining("http://host:9190");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CcrClient.builder().build());
    }

    @Test
    void anEnvironmentWithoutTheVariableIsRefusedByItsName() {
        assertThatIllegalStateException()
                .isThrownBy(() -> CcrClient.fromEnv(Environment.of(Map.of())))
                .withMessageContaining("OPSDK_CCR_URL");
        assertThatIllegalStateException()
                .isThrownBy(() -> CcrClient.fromEnv(Environment.of(Map.of("OPSDK_CCR_URL", " "))))
                .withMessageContaining("OPSDK_CCR_URL");
    }

    /** What may stand where a syncer's answer is expected. */
    private static final List<Answer> NO_ANSWERS = List.of(
            Answer.of(200, "text/html", "<html><body>Welcome to nginx!</body></html>"),
            Answer.of(200, "text/html", "<!DOCTYPE html>\n<title>Log in</title>"),
            Answer.of(200, "text/plain", "{\"success\":true,\"stat"),
            Answer.of(200, "text/plain", "{\"success\":tr"),
            Answer.of(200, "application/json", "{\"ok\":true}"),
            Answer.of(200, "application/json", "{\"success\":\"true\"}"),
            Answer.of(200, "application/json", "{\"success\":1}"),
            Answer.of(200, "application/json", "{\"success\":null}"),
            Answer.of(200, "application/json", "[]"),
            Answer.of(200, "application/json", "null"),
            Answer.of(200, "application/json", "true"),
            Answer.of(200, "text/plain", "{\"success\":true}{\"success\":true}"),
            Answer.of(200, "text/plain", "{\"success\":false,\"error_msg\":{\"a\":1}}"),
            Answer.of(204, "", ""),
            Answer.of(404, "text/html", "<h1>404</h1>"),
            Answer.of(404, "application/json", "{\"success\":false,\"error_msg\":\"x\"}"),
            Answer.of(500, "text/plain", "{\"success\":true}"),
            Answer.of(418, "text/plain", "I'm a teapot"));

    @TestFactory
    Stream<DynamicTest> whatIsNoAnswerOfASyncerIsNeverTakenForOne() {
        return WireCall.all().stream()
                .filter(call -> !List.of("metrics", "view", "version", "update_host_mapping")
                        .contains(call.operation()))
                .flatMap(call -> NO_ANSWERS.stream()
                        .map(answer -> DynamicTest.dynamicTest(
                                call + ": " + answer.status() + " " + answer.body(), () -> notTaken(call, answer))));
    }

    private static void notTaken(WireCall call, Answer answer) {
        try (FaultServer server = FaultServer.start(answer);
                CcrClient ccr = CcrClient.connect(server.url().toString())) {
            Class<? extends OpsException> expected =
                    call.effect() == Effect.READ ? UnreadableReplyException.class : OutcomeUnknownException.class;
            assertThatExceptionOfType(expected)
                    .isThrownBy(() -> call.run(ccr))
                    .satisfies(e -> assertThat(e.outcome())
                            .isEqualTo(call.effect() == Effect.READ ? Outcome.NOT_DONE : Outcome.UNKNOWN))
                    .satisfies(e ->
                            assertThat(PlantedSecrets.everythingSaidBy(e)).doesNotContain("nginx", "Log in", "teapot"));
            assertThat(server.arrived()).isEqualTo(1);
        }
    }

    @Test
    void aReadThatSucceedsWithoutItsValueIsUnreadable() {
        for (WireCall call : WireCall.all()) {
            if (List.of("job_status", "job_detail", "job_progress", "version").contains(call.operation())) {
                for (String body : List.of(
                        "{\"success\":true}",
                        "{\"success\":true,\"status\":null,\"job_detail\":null,\"job_progress\":null}",
                        "{\"success\":true,\"status\":5,\"job_detail\":\"{\",\"job_progress\":[]}")) {
                    try (FaultServer server = FaultServer.start(Answer.of(200, "text/plain", body));
                            CcrClient ccr = CcrClient.connect(server.url().toString())) {
                        assertThatExceptionOfType(UnreadableReplyException.class)
                                .as(call + " " + body)
                                .isThrownBy(() -> call.run(ccr));
                    }
                }
            }
        }
    }

    @Test
    void aFailureWithoutAReasonIsOneAllTheSame() {
        try (FaultServer server = FaultServer.start(Answer.of(200, "text/plain", "{\"success\":false}"));
                CcrClient ccr = CcrClient.connect(server.url().toString())) {
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> ccr.job("orders").pause())
                    .withMessageContaining("no reason given")
                    .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE));
        }
    }

    /** A body that the syncer cannot decode: it says so with the status 400, in plain text. */
    @Test
    void aCreateThatTheSyncerCannotReadIsAnInvalidRequest() {
        try (FaultServer server = FaultServer.start(Answer.of(400, "text/plain; charset=utf-8", "unexpected EOF\n"));
                CcrClient ccr = CcrClient.connect(server.url().toString())) {
            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> ccr.jobs().create(aJob("orders", src -> {}, dest -> {})))
                    .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE));
        }
    }

    private static CreateJob aJob(
            String name, Consumer<ClusterEndpoint.Builder> src, Consumer<ClusterEndpoint.Builder> dest) {
        return CreateJob.builder()
                .name(name)
                .src(WireCall.source("")
                        .andThen(side -> side.password(PASSWORD))
                        .andThen(src))
                .dest(WireCall.destination("")
                        .andThen(side -> side.host("127.0.0.1").password(PASSWORD))
                        .andThen(dest))
                .build();
    }

    private static void refused(Consumer<CcrClient> call, String why) {
        nothingSent(ccr -> assertThatIllegalArgumentException()
                .isThrownBy(() -> call.accept(ccr))
                .withMessageContaining(why)
                .satisfies(e -> assertThat(PlantedSecrets.everythingSaidBy(e)).doesNotContain(PASSWORD)));
    }

    private static void nothingSent(Consumer<CcrClient> call) {
        try (FaultServer server = FaultServer.start(Answer.json("{\"success\":true}"));
                CcrClient ccr = CcrClient.connect(server.url().toString())) {
            call.accept(ccr);
            assertThat(server.connections()).isZero();
        }
    }
}
