package dev.opsdk.ccr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.opsdk.ccr.internal.JsonTrees;
import dev.opsdk.ccr.model.JobState;
import dev.opsdk.ccr.model.SkipBinlog;
import dev.opsdk.core.Secret;
import dev.opsdk.core.call.Authorization;
import dev.opsdk.core.error.ConflictException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.PreconditionException;
import dev.opsdk.core.error.UnreadableReplyException;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.Fault;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.core.testkit.FaultServer.Arrival;
import dev.opsdk.simulator.ccr.CcrGeneration;
import dev.opsdk.simulator.ccr.CcrSimulator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** The rules about 303: what a syncer says is followed by sending the same again, and nothing else is. */
@Timeout(30)
class RedirectTest {
    private static final Answer DONE = Answer.of(200, "text/plain; charset=utf-8", "{\"success\":true}");

    @Test
    void theSameRequestIsPostedAgainToTheOwner() {
        try (FaultServer owner = FaultServer.start(DONE);
                FaultServer asked = FaultServer.start(to(owner, "/job_skip_binlog"));
                CcrClient ccr = of(asked).build()) {
            ccr.job("orders").skipBinlog(SkipBinlog.silence(1001));
            Arrival first = asked.arrivals().get(0);
            assertThat(owner.arrivals()).singleElement().satisfies(second -> {
                assertThat(second.method()).isEqualTo("POST");
                assertThat(second.path()).isEqualTo("/job_skip_binlog");
                assertThat(second.body()).isEqualTo(first.body()).isNotEmpty();
                assertThat(second.headers().get("Content-Type"))
                        .isEqualTo(first.headers().get("Content-Type"));
            });
        }
    }

    /** Every operation about a job goes to the owner, and is carried out there once. */
    @TestFactory
    Stream<DynamicTest> everyOperationAboutAJobGetsToItsOwner() {
        return WireCall.all().stream()
                .filter(WireCall::aboutAJob)
                .map(call -> DynamicTest.dynamicTest(call.toString(), () -> reachesItsOwner(call)));
    }

    private static void reachesItsOwner(WireCall call) {
        CcrGeneration generation = switch (call.operation()) {
            case "update_job" -> CcrGeneration.G3;
            case "sync" -> CcrGeneration.G5;
            default -> CcrGeneration.G4;
        };
        try (Bench bench =
                Bench.of(CcrSimulator.builder().generation(generation).nodes(2)).withJob(WireCall.JOB, 1)) {
            bench.sim.source().write("demo", 1);
            if (call.operation().equals("update_host_mapping")) {
                bench.sim.source().frontendHosts("172.168.1.1");
            }
            call.run(bench.ccr);
            int where = call.operation().equals("get_lag") ? 0 : 1;
            assertThat(bench.executed("/" + call.operation()))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.node()).isEqualTo(where));
        }
    }

    /** The first generation sends every redirect to /job_status, where a pause would be a status that says success. */
    @Test
    void aPauseStaysAPauseWhenTheFirstGenerationRedirectsItToJobStatus() {
        try (Bench bench = Bench.of(
                        CcrSimulator.builder().generation(CcrGeneration.G1).nodes(2))
                .withJob("orders", 1)) {
            bench.ccr.job("orders").pause();
            assertThat(bench.asked()).containsExactly("0 /pause", "1 /pause");
            assertThat(bench.sim.job("orders").isPaused()).isTrue();
            assertThat(bench.ccr.job("orders").detail().state().orElseThrow().is(JobState.Known.PAUSED))
                    .isTrue();
        }
    }

    @Test
    void anAdvertisedAddressIsTranslated() {
        try (FaultServer owner = FaultServer.start(DONE);
                FaultServer asked = FaultServer.start(seeOther("http://syncer-b.invalid:9190/pause"));
                CcrClient ccr = of(asked)
                        .advertised("syncer-b.invalid:9190", owner.url().toString())
                        .pinned(true)
                        .build()) {
            ccr.job("orders").pause();
            assertThat(owner.arrived()).isEqualTo(1);
        }
    }

    @Test
    void defaultFlagsAreTranslatedToo() {
        try (Bench bench = Bench.of(CcrSimulator.builder().nodes(2).advertise("127.0.0.1:9190", "127.0.0.1:9191"))
                .withJob("orders", 1)) {
            try (CcrClient ccr = bench.client(
                    told -> told.advertised("127.0.0.1:9191", bench.sim.node(1).url()))) {
                ccr.job("orders").pause();
                assertThat(bench.asked()).containsExactly("0 /pause", "1 /pause");
            }
        }
    }

    @Test
    void whoGoesRoundInCirclesIsLeftAfterThreeHops() {
        try (FaultServer fourth = FaultServer.start(DONE);
                FaultServer third = FaultServer.start(to(fourth, "/pause"));
                FaultServer second = FaultServer.start(to(third, "/pause"));
                FaultServer first = FaultServer.start(to(second, "/pause"));
                CcrClient ccr = of(first).build()) {
            ccr.job("orders").pause();
            assertThat(fourth.arrived()).as("three hops are fine").isEqualTo(1);
        }
        try (FaultServer circle = FaultServer.start(Fault.REDIRECT_303);
                CcrClient ccr = of(circle).build()) {
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> ccr.job("orders").pause())
                    .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE))
                    .withMessageContaining("from one to the other");
            assertThat(circle.arrived()).isEqualTo(4);
        }
    }

    @Test
    void aPinnedClientSendsNothingToStrangers() {
        try (FaultServer stranger = FaultServer.start(DONE);
                FaultServer asked = FaultServer.start(to(stranger, "/pause"));
                CcrClient ccr = of(asked).pinned(true).build()) {
            assertThatExceptionOfType(PreconditionException.class)
                    .isThrownBy(() -> ccr.job("orders").pause())
                    .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE))
                    .withMessageContaining("advertised(\"" + stranger.url().authority() + "\"");
            assertThat(stranger.connections()).isZero();
        }
    }

    @Test
    void aPinnedClientFollowsToAConfiguredSyncer() {
        try (Bench bench = Bench.of(CcrSimulator.builder().nodes(2), told -> told.pinned(true))
                .withJob("orders", 1)) {
            bench.ccr.job("orders").pause();
            assertThat(bench.executed("/pause")).hasSize(1);
        }
    }

    @Test
    void anOwnerThatIsNamedByAForbiddenAddressIsFoundAmongTheConfiguredOnes() {
        try (Bench bench = Bench.of(
                        CcrSimulator.builder().nodes(2).advertise("192.0.2.1:9190", "192.0.2.2:9190"),
                        told -> told.pinned(true))
                .withJob("orders", 1)) {
            bench.ccr.job("orders").pause();
            assertThat(bench.asked()).containsExactly("0 /pause", "1 /pause");
            assertThat(bench.executed("/pause")).hasSize(1);
        }
    }

    @Test
    void credentialsNeverGoToAnAddressThatASyncerNamed() {
        try (FaultServer stranger = FaultServer.start(DONE);
                FaultServer asked = FaultServer.start(to(stranger, "/pause"));
                CcrClient ccr = of(asked)
                        .authorization(() -> Authorization.bearer(Secret.of("t0ken-of-the-proxy")))
                        .build()) {
            ccr.job("orders").pause();
            ccr.job("orders").pause();
            assertThat(asked.arrivals())
                    .allSatisfy(arrival ->
                            assertThat(arrival.headers()).containsEntry("Authorization", "Bearer t0ken-of-the-proxy"));
            assertThat(stranger.arrivals()).hasSize(2).allSatisfy(arrival -> {
                assertThat(arrival.headers()).doesNotContainKey("Authorization");
                assertThat(arrival.toString()).doesNotContain("t0ken");
            });
        }
    }

    @Test
    void credentialsGoToTheConfiguredAndTheAdvertised() {
        try (FaultServer configured = FaultServer.start(DONE);
                FaultServer advertised = FaultServer.start(to(configured, "/pause"));
                FaultServer asked = FaultServer.start(seeOther("http://b.invalid:9190/pause"));
                CcrClient ccr = CcrClient.builder()
                        .syncers(asked.url().toString(), configured.url().toString())
                        .advertised("b.invalid:9190", advertised.url().toString())
                        .authorization(() -> Authorization.bearer(Secret.of("t0ken")))
                        .build()) {
            ccr.job("orders").pause();
            for (FaultServer server : List.of(asked, advertised, configured)) {
                assertThat(server.arrivals())
                        .singleElement()
                        .satisfies(arrival ->
                                assertThat(arrival.headers()).containsEntry("Authorization", "Bearer t0ken"));
            }
        }
    }

    /** What a redirect says behind the question mark is the request's own, and comes back as it was sent. */
    @Test
    void theRequestKeepsItsQueryAndTakesNoneFromTheRedirect() {
        try (FaultServer owner = FaultServer.start(DONE);
                FaultServer asked = FaultServer.start(seeOther(owner.url() + "/pause?force=1"));
                CcrClient ccr = of(asked).build()) {
            ccr.job("orders").pause();
            assertThat(owner.arrivals()).singleElement().satisfies(arrival -> {
                assertThat(arrival.path()).isEqualTo("/pause");
                assertThat(arrival.query()).isEmpty();
            });
        }
        try (FaultServer owner = FaultServer.start(DONE);
                FaultServer asked = FaultServer.start(seeOther(owner.url() + "/pause?x=1"));
                CcrClient ccr = of(asked)
                        .interceptor(chain -> chain.proceed(chain.request()
                                .newBuilder()
                                .url(chain.request()
                                        .url()
                                        .newBuilder()
                                        .addQueryParameter("x", "1")
                                        .build())
                                .build()))
                        .build()) {
            ccr.job("orders").pause();
            assertThat(owner.arrivals())
                    .singleElement()
                    .satisfies(arrival -> assertThat(arrival.query()).isEqualTo("x=1"));
        }
    }

    @Test
    void aCreateIsNeverSentOnAndItsPasswordsGoNowhereElse() {
        try (FaultServer elsewhere = FaultServer.start(DONE);
                FaultServer asked = FaultServer.start(to(elsewhere, "/create_ccr"));
                FaultServer second = FaultServer.start(DONE);
                CcrClient ccr =
                        CcrClient.connect(asked.url().toString(), second.url().toString())) {
            assertThatExceptionOfType(OutcomeUnknownException.class)
                    .isThrownBy(() -> ccr.jobs().create(WireCall.aJob("orders", job -> job)))
                    .satisfies(e -> assertThat(e.howToLook()).contains("ccr.jobs().list()"));
            assertThat(asked.arrived()).isEqualTo(1);
            assertThat(elsewhere.connections()).isZero();
            assertThat(second.connections()).isZero();
        }
    }

    @Test
    void theLoginPageOfAProxyIsNoOwner() {
        try (FaultServer login = FaultServer.start(DONE);
                FaultServer asked = FaultServer.start(to(login, "/login"));
                CcrClient ccr = of(asked).build()) {
            assertThatExceptionOfType(OutcomeUnknownException.class)
                    .isThrownBy(() -> ccr.job("orders").pause());
            assertThatExceptionOfType(UnreadableReplyException.class)
                    .isThrownBy(() -> ccr.job("orders").detail());
            assertThat(login.connections()).isZero();
        }
    }

    @Test
    void aRedirectWithoutALocationIsNone() {
        try (FaultServer asked = FaultServer.start(Answer.of(303, "", ""));
                CcrClient ccr = of(asked).build()) {
            assertThatExceptionOfType(OutcomeUnknownException.class)
                    .isThrownBy(() -> ccr.job("orders").pause());
            assertThatExceptionOfType(UnreadableReplyException.class)
                    .isThrownBy(() -> ccr.job("orders").progress());
        }
    }

    @Test
    void otherRedirectsAreNotASyncers() {
        for (int status : List.of(301, 302, 307, 308)) {
            try (FaultServer other = FaultServer.start(DONE);
                    FaultServer asked =
                            FaultServer.start(Answer.of(status, "", "").header("Location", other.url() + "/pause"));
                    CcrClient ccr = of(asked).build()) {
                assertThatExceptionOfType(OutcomeUnknownException.class)
                        .isThrownBy(() -> ccr.job("orders").pause());
                assertThat(other.connections()).isZero();
            }
        }
    }

    /** On the wrong syncer it answers that there is no such job, so the owner is asked for by a read that redirects. */
    @Test
    void aHostMappingIsSentOnlyAfterItsOwnerIsFound() {
        Answer detail = Answer.of(
                200,
                "text/plain; charset=utf-8",
                RecordedExchanges.titled("job_detail db_job").response().body());
        try (FaultServer owner = FaultServer.start(detail, DONE);
                FaultServer asked = FaultServer.start(to(owner, "/job_detail"));
                CcrClient ccr = of(asked).build()) {
            ccr.job("db_job").updateHostMapping(map -> map.mapSource("10.1.1.1", "1.1.1.1"));
            assertThat(asked.arrivals()).extracting(Arrival::path).containsExactly("/job_detail");
            assertThat(owner.arrivals())
                    .extracting(Arrival::path)
                    .containsExactly("/job_detail", "/update_host_mapping");
            assertThat(JsonTrees.tree(owner.arrivals().get(1).body()))
                    .isEqualTo(JsonTrees.tree("{\"name\":\"db_job\",\"src_host_mapping\":{\"10.1.1.1\":\"1.1.1.1\"}}"));
        }
    }

    private static CcrClient.Builder of(FaultServer server) {
        return CcrClient.builder().syncers(server.url().toString());
    }

    private static Answer to(FaultServer owner, String path) {
        return seeOther(owner.url() + path);
    }

    private static Answer seeOther(String location) {
        return Answer.of(303, "", "").header("Location", location);
    }
}
