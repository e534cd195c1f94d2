package dev.opsdk.ccr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.opsdk.ccr.assess.JobEvent;
import dev.opsdk.ccr.assess.SnapshotRound;
import dev.opsdk.ccr.model.CreateJob;
import dev.opsdk.ccr.model.JobDetail;
import dev.opsdk.ccr.model.JobProgress;
import dev.opsdk.ccr.model.JobSnapshot;
import dev.opsdk.ccr.procedure.Recovery;
import dev.opsdk.core.Secret;
import dev.opsdk.core.call.Authorization;
import dev.opsdk.core.call.Exchange;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.internal.Json;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.CapturedLogs;
import dev.opsdk.core.testkit.Fault;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.core.testkit.PlantedSecrets;
import dev.opsdk.simulator.ccr.CcrGeneration;
import dev.opsdk.simulator.ccr.CcrSimulator;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets are planted in every request and every answer, and looked for in everything that a person may see. */
@Timeout(60)
class PlantedSecretsTest {
    private static final ObjectMapper ORDINARY =
            new ObjectMapper().registerModule(new Jdk8Module()).registerModule(new JavaTimeModule());

    private final PlantedSecrets planted = new PlantedSecrets();
    private CapturedLogs logs;

    @BeforeEach
    void listen() {
        logs = CapturedLogs.start();
    }

    @AfterEach
    void stopListening() {
        logs.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":true}",
                "{\"success\":false,\"error_msg\":\"Error 1045: wrong password SECRET for root\"}",
                "{\"success\":false,\"error_msg\":\"insert into jobs values ('{\\\"password\\\":\\\"SECRET\\\"}')\"}",
                "{\"success\":false,\"error_msg\":\"dial root:SECRET@tcp(10.0.0.1:9030)/: i/o timeout\"}",
                "{\"success\":false,\"error_msg\":\"get http://10.0.0.1/?password=SECRET&x=1: EOF\"}",
                "{\"success\":tr SECRET",
                "SECRET",
                "\"SECRET\"",
                "[\"SECRET\"]",
                "{\"SECRET\":1}",
                "{\"success\":\"SECRET\"}",
                "{\"success\":false,\"error_msg\":[\"SECRET\"]}"
            })
    void aPasswordOfACreateIsSeenNowhereWhateverTheAnswerSays(String answer) {
        for (String secret : List.of(planted.plain(), planted.awkward())) {
            CreateJob job = job(secret);
            for (int status : List.of(200, 400, 404, 500, 503)) {
                String body = answer.replace("SECRET", inJson(secret));
                try (FaultServer server = FaultServer.start(Answer.of(status, "text/plain", body));
                        CcrClient ccr = listened(
                                CcrClient.builder().syncers(server.url().toString()))) {
                    Throwable thrown = catchThrowable(() -> ccr.jobs().create(job));
                    assertThat(server.arrivals().get(0).body())
                            .as("it was sent")
                            .contains(inJson(secret));
                    planted.assertNowhere(said(thrown), ccr, logs.text());
                }
            }
            planted.assertNowhere(job, job.src(), job.dest(), job.warnings(), job.summary(), ordinary(job));
        }
        assertThat(logs.lines()).as("there was something to look at").isNotEmpty();
    }

    @Test
    void aPasswordOfACreateIsSeenNowhereWhateverBreaks() {
        CreateJob job = job(planted.plain());
        for (Fault fault : Fault.values()) {
            if (!fault.waits()) {
                try (FaultServer server = FaultServer.start(fault);
                        CcrClient ccr = listened(
                                CcrClient.builder().syncers(server.url().toString()))) {
                    planted.assertNowhere(said(catchThrowable(() -> ccr.jobs().create(job))));
                }
            }
        }
        planted.assertNowhere(logs.text());
    }

    /** Whatever any call is answered, its exception tells nothing that looks like a password. */
    @Test
    void aFailureOfAnyCallIsMasked() {
        String secret = planted.plain();
        for (WireCall call : WireCall.all()) {
            for (String message : List.of(
                    "mysql: get job failed, err: root:SECRET@tcp(10.0.0.1:3306)/ccr: connect: refused",
                    "[normal] job not exist: password=SECRET",
                    "failed tables: t1: exec sql SET PASSWORD = SECRET",
                    "[rpc] http://root:SECRET@10.0.0.1:8030/api: i/o timeout",
                    "json: unknown field {\\\"password\\\":\\\"SECRET\\\"}",
                    "Authorization: Basic SECRET")) {
                String text = message.replace("SECRET", secret);
                answered(call, Answer.of(200, "text/plain", "{\"success\":false,\"error_msg\":\"" + text + "\"}"));
                answered(call, Answer.of(500, "text/plain", text));
                answered(call, Answer.of(404, "text/html", "<html>" + text + "</html>"));
                if (!call.toString().equals("view by table")) {
                    answered(call, Answer.of(200, "text/plain", text.replace("\\\"", "\"")));
                }
            }
        }
        planted.assertNowhere(logs.text());
    }

    @Test
    void aRedirectThatHoldsASecretIsNotRepeated() {
        String secret = planted.plain();
        for (String location : List.of(
                "http://root:" + secret + "@10.0.0.8:9190/pause",
                "http://10.0.0.8:9190/login?token=" + secret,
                "http://127.0.0.1:1/pause?password=" + secret,
                secret)) {
            try (FaultServer server = FaultServer.start(Answer.of(303, "", "").header("Location", location));
                    CcrClient ccr = listened(
                            CcrClient.builder().syncers(server.url().toString()).takeoverWindow(Duration.ZERO))) {
                planted.assertNowhere(
                        said(catchThrowable(() -> ccr.job("orders").pause())), logs.text());
            }
        }
    }

    @Test
    void aStatusLineAndHeadersThatHoldSecretsAreNotRepeated() throws Exception {
        String secret = planted.plain();
        for (int status : List.of(200, 303, 401, 403, 404, 500, 503)) {
            try (MockWebServer server = new MockWebServer()) {
                server.enqueue(new MockResponse.Builder()
                        .status("HTTP/1.1 " + status + " " + secret)
                        .headers(Headers.of(
                                "WWW-Authenticate", "Basic realm=\"" + secret + "\"",
                                "Set-Cookie", "session=" + secret,
                                "Location", "/" + secret))
                        .body("<html>" + secret + "</html>")
                        .build());
                server.start();
                String url = "http://" + server.getHostName() + ":" + server.getPort();
                try (CcrClient ccr = listened(CcrClient.builder().syncers(url))) {
                    Throwable thrown = catchThrowable(() -> ccr.job("orders").pause());
                    assertThat(thrown).isInstanceOf(OpsException.class);
                    // the server logs, too: what it says itself does not count
                    String ours = logs.lines().stream()
                            .filter(line -> !line.contains("mockwebserver3"))
                            .collect(Collectors.joining("\n"));
                    planted.assertNowhere(said(thrown), ours);
                }
            }
        }
    }

    @Test
    void theCredentialsOfTheClientAreSeenNowhere() {
        String token = planted.plain();
        String password = planted.plain();
        planted.plantBasic("root", password);
        for (Authorization authorization :
                List.of(Authorization.bearer(Secret.of(token)), Authorization.basic("root", Secret.of(password)))) {
            for (Answer answer : List.of(
                    Answer.of(401, "text/html", "<html>" + token + password + "</html>"),
                    Answer.of(200, "text/plain", "{\"success\":true}"),
                    Answer.of(200, "text/plain", "{\"success\":false,\"error_msg\":\"Bearer " + token + "\"}"))) {
                CcrClient.Builder builder;
                try (FaultServer server = FaultServer.start(answer)) {
                    builder =
                            CcrClient.builder().syncers(server.url().toString()).authorization(() -> authorization);
                    try (CcrClient ccr = listened(builder)) {
                        Throwable thrown =
                                catchThrowable(() -> ccr.job("orders").pause());
                        assertThat(server.arrivals().get(0).headers())
                                .containsEntry(
                                        "Authorization", authorization.value().reveal());
                        planted.assertNowhere(said(thrown), ccr, builder, authorization, logs.text());
                    }
                }
            }
        }
    }

    @Test
    void theCredentialsOfTheProxyAreSeenNowhere() {
        String password = planted.plain();
        planted.plantBasic("me", password);
        try (FaultServer proxy = FaultServer.start(
                        Answer.of(407, "text/html", "<html>who are you</html>")
                                .header("Proxy-Authenticate", "Basic realm=\"proxy\""),
                        Answer.of(200, "text/html", "<html>" + password + "</html>"));
                CcrClient ccr = listened(CcrClient.builder()
                        .syncers("http://syncer.invalid:9190")
                        .proxy(new Proxy(
                                Proxy.Type.HTTP,
                                new InetSocketAddress(
                                        proxy.url().host(), proxy.url().port())))
                        .proxyCredentials("me", Secret.of(password)))) {
            Throwable thrown = catchThrowable(() -> ccr.job("orders").pause());
            assertThat(proxy.arrivals()).hasSize(2);
            assertThat(proxy.arrivals().get(1).headers().get("Proxy-Authorization"))
                    .startsWith("Basic ");
            planted.assertNowhere(said(thrown), ccr, logs.text());
        }
    }

    /** The oldest generations send the detail as a text in a text, the others as an object. */
    @ParameterizedTest
    @EnumSource(names = {"G1", "G2", "G3", "G4", "G5", "G6"})
    void thePasswordsOfADetailAreRevealedByTheirMethodOnly(CcrGeneration generation) {
        String secret = planted.plain();
        try (Bench bench = seeded(CcrSimulator.builder().generation(generation), secret)) {
            Job job = bench.ccr.job("orders");
            JobDetail detail = job.detail();
            assertThat(detail.src().orElseThrow().password().orElseThrow().reveal())
                    .isEqualTo(secret);
            JobSnapshot look = job.snapshot();
            List<Object> seen = new ArrayList<>(List.of(
                    detail, detail.src(), detail.dest(), look, job.health(), job, job.status(), job.progress()));
            seen.add(bench.ccr.jobs().snapshots());
            seen.add(CreateJob.from(detail).build());
            seen.add(bench.ccr.syncers().get(0).metrics());
            JobEvent first = job.watch().findFirst().orElseThrow();
            seen.add(first);
            seen.add(ordinary(detail));
            seen.add(ordinary(CreateJob.from(detail).build()));
            seen.add(Json.masked(detail));
            planted.assertNowhere(seen.toArray());
            planted.assertNowhere(logs.text());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDetailThatCannotBeReadIsNotQuoted(boolean asText) {
        String secret = planted.awkward();
        String side = "{\"password\":\"" + inJson(secret) + "\",\"db_id\":\"" + inJson(secret) + "\",\"port\":[\""
                + inJson(secret) + "\"]}";
        for (String detail : List.of(
                "{\"src\":" + side + "}",
                "{\"src\":{\"password\":{\"is\":\"" + inJson(secret) + "\"}}}",
                "{\"src\":\"" + inJson(secret) + "\"}",
                "{\"src\":{\"password\":\"" + inJson(secret) + "\"")) {
            String value = asText ? "\"" + inJson(detail) + "\"" : detail;
            try (FaultServer server = FaultServer.start(
                            Answer.of(200, "text/plain", "{\"success\":true,\"job_detail\":" + value + "}"));
                    CcrClient ccr =
                            listened(CcrClient.builder().syncers(server.url().toString()))) {
                Throwable thrown = catchThrowable(() -> ccr.job("orders").detail());
                assertThat(thrown).isInstanceOf(OpsException.class);
                planted.assertNowhere(said(thrown), logs.text());
            }
        }
    }

    @Test
    void plansReportsAndCurlLinesShowNoPassword() {
        String secret = planted.plain();
        String next = planted.awkward();
        try (Bench bench = seeded(CcrSimulator.builder(), secret)) {
            Job job = bench.ccr.job("orders");
            Plan recreate = job.procedures()
                    .recreate(told -> told.changing(again ->
                            again.name("orders_2").src(WireCall.source("").andThen(side -> side.password(next)))));
            assertThat(recreate.curl()).anyMatch(line -> line.contains("create_ccr"));
            seen(recreate);
            Report report = recreate.confirm("orders").run();
            assertThat(report.complete()).isTrue();
            planted.assertNowhere(report, report.steps(), report.now(), report.next());
            assertThat(bench.sim
                            .journal()
                            .last("/create_ccr")
                            .orElseThrow()
                            .request()
                            .body())
                    .as("it was sent all the same")
                    .contains(inJson(next));
            Job again = bench.ccr.job("orders_2");
            bench.sim.advance(Duration.ofMinutes(1));
            seen(again.procedures().pauseAndConfirm());
            seen(again.procedures().resumeAndConfirm());
            seen(again.procedures().failover(Duration.ofMinutes(1)));
            planted.assertNowhere(again.procedures().pauseAndConfirm().run(), logs.text());
        }
    }

    @Test
    void waysOutOfAStallShowNoPassword() {
        String secret = planted.plain();
        try (Bench bench = seeded(CcrSimulator.builder(), secret)) {
            long bad = bench.sim.source().write("demo", 1);
            bench.sim.source().write("demo", 3);
            bench.sim.job("orders").failAt(bad);
            bench.sim.advance(Duration.ofSeconds(30));
            Recovery recovery = bench.ccr.job("orders").procedures().recoverStalled();
            assertThat(recovery.options()).isNotEmpty();
            recovery.options().forEach(this::seen);
            planted.assertNowhere(recovery, recovery.look(), recovery.stall(), recovery.notes(), logs.text());
        }
    }

    @Test
    void aProcedureThatFailsShowsNoPassword() {
        String secret = planted.plain();
        try (Bench bench = seeded(CcrSimulator.builder(), secret)) {
            Plan recreate =
                    bench.ccr.job("orders").procedures().recreate(told -> told.changing(job -> job.name("other")));
            bench.sim.source().down(true);
            Throwable thrown = catchThrowable(() -> recreate.confirm("orders").run());
            assertThat(thrown).isInstanceOf(OpsException.class);
            planted.assertNowhere(said(thrown), logs.text());
        }
    }

    /** The reason of a full sync is an error's text, which may hold a data source name. */
    @Test
    void aReasonThatHoldsAPasswordIsMaskedWhereItIsPrinted() {
        String secret = planted.plain();
        try (Bench bench = Bench.of(CcrGeneration.G6).withJob("orders", 0)) {
            JobProgress before = bench.ccr.job("orders").progress();
            bench.sim
                    .job("orders")
                    .startUnplannedFullSync("[meta] open root:" + secret + "@tcp(10.0.0.1:9030)/ failed");
            bench.sim.advance(Duration.ofSeconds(3));
            Job job = bench.ccr.job("orders");
            planted.assertNowhere(
                    job.progress(),
                    job.progress().fullSyncInfo(),
                    job.snapshot(),
                    job.health(),
                    SnapshotRound.between(before, job.progress()).orElseThrow(),
                    bench.ccr.syncers().get(0).view(),
                    logs.text());
        }
    }

    private void answered(WireCall call, Answer answer) {
        try (FaultServer server = FaultServer.start(answer);
                CcrClient ccr = listened(
                        CcrClient.builder().syncers(server.url().toString()).takeoverWindow(Duration.ZERO))) {
            planted.assertNowhere(said(catchThrowable(() -> call.run(ccr))));
        }
    }

    /** With a listener that prints all it sees, as a person's own would. */
    private CcrClient listened(CcrClient.Builder builder) {
        org.slf4j.Logger printing = org.slf4j.LoggerFactory.getLogger("listener of a person");
        return builder.listener((Exchange exchange) -> printing.trace("{}", exchange))
                .build();
    }

    private Bench seeded(dev.opsdk.simulator.ccr.CcrSimulatorBuilder builder, String secret) {
        return Bench.of(builder).with(job(secret), 0);
    }

    private void seen(Plan plan) {
        planted.assertNowhere(plan, plan.checks(), plan.steps(), plan.curl(), String.join("\n", plan.curl()));
        plan.steps().forEach(step -> planted.assertNowhere(step, step.requests()));
    }

    private static CreateJob job(String secret) {
        return CreateJob.database(
                "orders",
                WireCall.source("").andThen(side -> side.password(secret)),
                WireCall.destination("").andThen(side -> side.password(secret)));
    }

    private static Object said(Throwable thrown) {
        return thrown == null ? "nothing was thrown" : thrown;
    }

    private static String ordinary(Object model) {
        try {
            return ORDINARY.writeValueAsString(model);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String inJson(String text) {
        try {
            String quoted = new ObjectMapper().writeValueAsString(text);
            return quoted.substring(1, quoted.length() - 1);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
