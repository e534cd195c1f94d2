package dev.opsdk.core.tiny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.Secret;
import dev.opsdk.core.call.Authorization;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.call.Exchange;
import dev.opsdk.core.call.RetryPolicy;
import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.error.ForbiddenException;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.ReadOnlyException;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.error.UnreadableReplyException;
import dev.opsdk.core.internal.CallContext;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.CapturedLogs;
import dev.opsdk.core.testkit.FakeTime;
import dev.opsdk.core.testkit.Fault;
import dev.opsdk.core.testkit.FaultKit;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.core.testkit.PlantedSecrets;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CallTest {
    private static final Answer OK = Answer.json("{\"ok\": true}");

    private static TinyClient patient(FaultServer server, FakeTime time, RetryPolicy retry, Duration deadline) {
        return TinyClient.at(server.url())
                .timeSource(time)
                .retry(retry)
                .timeouts(t -> t.withReadDeadline(deadline))
                .build();
    }

    @Test
    void aReadIsRepeatedUntilItSucceeds() {
        FakeTime time = FakeTime.start();
        try (FaultServer server = FaultServer.start(Fault.RESET_AFTER, Fault.STATUS_503, Fault.CUT_BODY, OK);
                TinyClient client = patient(server, time, RetryPolicy.DEFAULT, Duration.ofMinutes(2))) {
            assertThat(client.state().get("ok").asBoolean()).isTrue();
            assertThat(server.arrived()).isEqualTo(4);
            assertThat(time.sleeps()).hasSize(3);
            assertThat(time.sleeps().get(0)).isLessThanOrEqualTo(Duration.ofMillis(200));
            assertThat(time.sleeps().get(1)).isLessThanOrEqualTo(Duration.ofMillis(400));
            assertThat(time.sleeps().get(2)).isLessThanOrEqualTo(Duration.ofMillis(800));
        }
    }

    @Test
    void aMutationThatCannotBeSentIsTriedOnceAndAReadAgain() {
        FakeTime time = FakeTime.start();
        List<Exchange> seen = new ArrayList<>();
        try (FaultServer server = FaultServer.start(Fault.REFUSED);
                TinyClient client = TinyClient.at(server.url())
                        .timeSource(time)
                        .listener(seen::add)
                        .build()) {
            assertThatExceptionOfType(UnreachableException.class).isThrownBy(client::change);
            assertThat(seen).hasSize(1);
            assertThat(time.sleeps()).isEmpty();
            assertThatExceptionOfType(UnreachableException.class).isThrownBy(client::state);
            assertThat(seen).hasSize(1 + RetryPolicy.DEFAULT.maxAttempts());
        }
    }

    @Test
    void oneDeadlineCoversAttemptsAndPauses() {
        FakeTime time = FakeTime.start();
        RetryPolicy retry = new RetryPolicy(1_000, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(1));
        Answer later = Answer.of(503, "text/html", "x").header("Retry-After", "7");
        try (FaultServer server = FaultServer.start(later);
                TinyClient client = patient(server, time, retry, Duration.ofSeconds(30))) {
            assertThatExceptionOfType(NoReplyException.class).isThrownBy(client::state);
            assertThat(time.slept()).isEqualTo(Duration.ofSeconds(28));
            assertThat(server.arrived()).isEqualTo(5);
        }
    }

    @Test
    void timeSpentInAttemptsCountsAgainstTheDeadline() {
        FakeTime time = FakeTime.start();
        RetryPolicy retry = new RetryPolicy(1_000, Duration.ZERO, Duration.ZERO, Duration.ZERO);
        try (FaultServer server = FaultServer.start(Fault.STATUS_503);
                TinyClient client = TinyClient.at(server.url())
                        .timeSource(time)
                        .retry(retry)
                        .timeouts(t -> t.withReadDeadline(Duration.ofSeconds(10)))
                        .interceptor(chain -> {
                            time.advance(Duration.ofSeconds(4));
                            return chain.proceed(chain.request());
                        })
                        .build()) {
            assertThatExceptionOfType(NoReplyException.class).isThrownBy(client::state);
            assertThat(server.arrived()).isEqualTo(3);
        }
    }

    @Test
    void retryAfterIsObeyedAndCapped() {
        FakeTime time = FakeTime.start();
        Answer soon = Answer.of(503, "text/html", "x").header("Retry-After", "11");
        Answer late = Answer.of(429, "text/html", "x").header("Retry-After", "86400");
        Answer unclear = Answer.of(503, "text/html", "x").header("Retry-After", "Fri, 31 Dec 1999 23:59:59 GMT");
        try (FaultServer server = FaultServer.start(soon, late, unclear, OK);
                TinyClient client = patient(server, time, RetryPolicy.DEFAULT, Duration.ofMinutes(2))) {
            client.state();
            assertThat(time.sleeps().subList(0, 2)).containsExactly(Duration.ofSeconds(11), Duration.ofSeconds(30));
            assertThat(time.sleeps().get(2)).isLessThanOrEqualTo(Duration.ofMillis(800));
        }
    }

    @Test
    void aPauseIsEndedByAnInterrupt() {
        FakeTime time = FakeTime.start().interruptAt(1);
        try (FaultServer server = FaultServer.start(Fault.STATUS_503, OK);
                TinyClient client = patient(server, time, RetryPolicy.DEFAULT, Duration.ofMinutes(2))) {
            assertThatExceptionOfType(CancelledException.class).isThrownBy(client::state);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(server.arrived()).isOne();
        }
    }

    @Test
    void anAttemptHasALimitOfItsOwn() {
        try (FaultServer server = FaultServer.start(Fault.STALLED, OK);
                TinyClient client = TinyClient.at(server.url())
                        .retry(new RetryPolicy(2, Duration.ZERO, Duration.ZERO, Duration.ZERO))
                        .timeouts(t -> t.withRead(Duration.ofMillis(300)))
                        .build()) {
            long start = System.nanoTime();
            client.state();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(300), Duration.ofSeconds(5));
            assertThat(server.arrived()).isEqualTo(2);
        }
    }

    @Test
    void aSlowReadAndAMutationHaveLimitsOfTheirOwn() {
        try (FaultServer server = FaultServer.start(Fault.STALLED);
                TinyClient client = TinyClient.at(server.url())
                        .retry(RetryPolicy.NONE)
                        .timeouts(t -> t.withSlowRead(Duration.ofMillis(250)).withMutation(Duration.ofMillis(350)))
                        .build()) {
            assertThatExceptionOfType(NoReplyException.class)
                    .isThrownBy(client::survey)
                    .withMessage("tiny survey: GET " + server.url() + "/survey -> no reply: timed out after 250 ms");
            assertThatExceptionOfType(OutcomeUnknownException.class)
                    .isThrownBy(client::migrate)
                    .withMessage("tiny migrate 'm1': GET " + server.url()
                            + "/migrate -> outcome unknown: timed out after 350 ms; before repeating it,"
                            + " read the server's state");
        }
    }

    @Test
    void aConnectionThatCannotBeMadeNamesTheConnectLimit() {
        try (FaultServer server = FaultServer.start(OK);
                TinyClient client = TinyClient.at(server.url())
                        .timeouts(t -> t.withConnect(Duration.ofSeconds(3)))
                        .httpClient(new OkHttpClient.Builder()
                                .socketFactory(new UnconnectableSockets())
                                .build())
                        .build()) {
            assertThatExceptionOfType(UnreachableException.class)
                    .isThrownBy(client::change)
                    .withMessageEndingWith("not sent: timed out after 3 s");
        }
    }

    @Test
    void aMutationMayTakeLongerThanAllAttemptsOfARead() {
        FakeTime time = FakeTime.start();
        try (FaultServer server = FaultServer.start(OK);
                TinyClient client = TinyClient.at(server.url())
                        .timeSource(time)
                        .timeouts(t -> t.withRead(Duration.ofSeconds(2))
                                .withReadDeadline(Duration.ofSeconds(5))
                                .withMutation(Duration.ofSeconds(60)))
                        .interceptor(chain -> {
                            Duration limit =
                                    Duration.ofNanos(chain.call().timeout().timeoutNanos());
                            time.advance(limit);
                            return chain.proceed(chain.request());
                        })
                        .build()) {
            Instant start = time.now();
            client.change();
            assertThat(Duration.between(start, time.now())).isEqualTo(Duration.ofSeconds(60));
            client.state();
            assertThat(Duration.between(start, time.now())).isEqualTo(Duration.ofSeconds(62));
        }
    }

    @Test
    void nothingIsSentAfterTheDeadline() {
        FakeTime time = FakeTime.start();
        try (FaultServer server = FaultServer.start(OK);
                TinyClient client = patient(server, time, RetryPolicy.DEFAULT, Duration.ofSeconds(30))) {
            Request request = client.stateRequest("k");
            CallContext context = client.sender().begin(request, "", List.of());
            time.advance(Duration.ofSeconds(30));
            assertThatExceptionOfType(UnreachableException.class)
                    .isThrownBy(() -> client.sender().once(context, request, TinyClient::readObject, true))
                    .withMessageEndingWith("not sent: the deadline of 30 s is over");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void whatWouldNotBeSentIsRefusedBeforeItsServerIsLookedFor() {
        try (TinyClient client =
                TinyClient.at(new BaseUrl("http", "h", 1)).readOnly(true).build()) {
            Request change = client.changeRequest(Secret.of("p"));
            CallContext context = client.sender().begin(change, "", List.of());
            assertThatExceptionOfType(ReadOnlyException.class)
                    .isThrownBy(() -> client.sender().refuse(context, change));
        }
    }

    /** TLS 1.3: the client is through, has sent its request, and learns then that its certificate is not taken. */
    @Test
    void aHandshakeThatFailsAfterSendingMeansThatNothingWasRead() {
        try (FaultServer server = FaultServer.start(OK);
                TinyClient client = TinyClient.at(server.url())
                        .httpClient(new OkHttpClient.Builder()
                                .addNetworkInterceptor(chain -> {
                                    chain.proceed(chain.request()).close();
                                    throw new SSLHandshakeException("Received fatal alert: bad_certificate");
                                })
                                .build())
                        .build()) {
            assertThatExceptionOfType(UnreachableException.class)
                    .isThrownBy(client::change)
                    .withMessageEndingWith("not sent: TLS failed: Received fatal alert: bad_certificate");
        }
    }

    private static final class UnconnectableSockets extends SocketFactory {
        @Override
        public Socket createSocket() {
            return new Socket() {
                @Override
                public void connect(java.net.SocketAddress endpoint, int timeout) throws IOException {
                    throw new SocketTimeoutException("connect timed out");
                }
            };
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, java.net.InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(java.net.InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(java.net.InetAddress host, int port, java.net.InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }
    }

    /** What a thread came to whose call was under way when something happened. */
    private static OpsException disturbed(FaultServer server, Runnable call, Disturbance disturbance) throws Exception {
        FutureTask<OpsException> task = new FutureTask<>(() -> {
            try {
                call.run();
                throw new AssertionError("it returned");
            } catch (OpsException e) {
                if (disturbance == Disturbance.INTERRUPT) {
                    assertThat(Thread.currentThread().isInterrupted())
                            .as("the flag is set again")
                            .isTrue();
                }
                return e;
            }
        });
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        server.awaitArrived(1);
        long start = System.nanoTime();
        disturbance.on(thread);
        OpsException thrown = task.get(10, TimeUnit.SECONDS);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        return thrown;
    }

    private interface Disturbance {
        Disturbance INTERRUPT = Thread::interrupt;

        void on(Thread thread);
    }

    @Test
    void anInterruptEndsAStalledReadAtOnce() throws Exception {
        try (FaultServer server = FaultServer.start(Fault.STALLED);
                TinyClient client = TinyClient.at(server.url()).build()) {
            assertThat(disturbed(server, client::state, Disturbance.INTERRUPT))
                    .isInstanceOf(CancelledException.class)
                    .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE));
            assertThat(server.arrived()).isOne();
        }
    }

    @Test
    void anInterruptEndsADrippingReadAtOnce() throws Exception {
        try (FaultServer server = FaultServer.start(Fault.SLOW_DRIP);
                TinyClient client = TinyClient.at(server.url()).build()) {
            assertThat(disturbed(server, client::state, Disturbance.INTERRUPT)).isInstanceOf(CancelledException.class);
        }
    }

    @Test
    void anInterruptedMutationMayHaveHappened() throws Exception {
        try (FaultServer server = FaultServer.start(Fault.STALLED);
                TinyClient client = TinyClient.at(server.url()).build()) {
            assertThat(disturbed(server, client::change, Disturbance.INTERRUPT))
                    .isInstanceOf(OutcomeUnknownException.class)
                    .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN));
            assertThat(server.arrived()).isOne();
        }
    }

    @Test
    void anInterruptBeforeACallSendsNothing() {
        try (FaultServer server = FaultServer.start(OK);
                TinyClient client = TinyClient.at(server.url()).build()) {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(CancelledException.class).isThrownBy(client::change);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(server.connections()).isZero();
            client.change();
        }
    }

    @Test
    void closingEndsWhatIsUnderWay() throws Exception {
        try (FaultServer server = FaultServer.start(Fault.STALLED);
                FaultServer other = FaultServer.start(Fault.STALLED)) {
            TinyClient reading = TinyClient.at(server.url()).build();
            TinyClient changing = TinyClient.at(other.url()).build();
            assertThat(disturbed(server, reading::state, thread -> reading.close()))
                    .isInstanceOf(CancelledException.class);
            assertThat(disturbed(other, changing::change, thread -> changing.close()))
                    .isInstanceOf(OutcomeUnknownException.class);
        }
    }

    @Test
    void aClosedClientSendsNothing() {
        try (FaultServer server = FaultServer.start(OK)) {
            TinyClient client = TinyClient.at(server.url()).build();
            client.close();
            client.close();
            assertThatExceptionOfType(CancelledException.class)
                    .isThrownBy(client::state)
                    .withMessageEndingWith("the client is closed");
            assertThatExceptionOfType(CancelledException.class).isThrownBy(client::change);
            assertThatThrownBy(() -> client.async().call(TinyClient::state).get(5, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(CancelledException.class);
            assertThat(client.each(List.of("a", "b"), TinyClient::state)
                            .errors()
                            .values())
                    .hasOnlyElementsOfType(CancelledException.class)
                    .hasSize(2);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void aBroughtClientStaysOpen() {
        OkHttpClient brought = new OkHttpClient();
        try (FaultServer server = FaultServer.start(OK)) {
            try (TinyClient first =
                    TinyClient.at(server.url()).httpClient(brought).build()) {
                first.state();
            }
            try (TinyClient second =
                    TinyClient.at(server.url()).httpClient(brought).build()) {
                second.state();
            }
            assertThat(server.connections())
                    .as("the pool is shared and survives")
                    .isOne();
        }
        brought.connectionPool().evictAll();
    }

    @Test
    void aReadOnlyClientReadsAndChangesNothing() {
        try (FaultServer server = FaultServer.start(OK);
                TinyClient client = TinyClient.at(server.url()).readOnly(true).build()) {
            client.state();
            assertThatExceptionOfType(ReadOnlyException.class)
                    .isThrownBy(client::change)
                    .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE));
            assertThatExceptionOfType(ReadOnlyException.class).isThrownBy(client::migrate);
            assertThat(server.arrived()).isOne();
        }
    }

    @Test
    void aListenerSeesEveryAttempt() {
        List<Exchange> seen = new ArrayList<>();
        try (FaultServer server = FaultServer.start(Fault.RESET_AFTER, Fault.STATUS_503, OK, Fault.STATUS_403);
                TinyClient client = patientListening(server, seen)) {
            client.state();
            assertThatExceptionOfType(ForbiddenException.class).isThrownBy(client::change);
        }
        assertThat(seen).extracting(Exchange::attempt).containsExactly(1, 2, 3, 1);
        assertThat(seen).extracting(each -> each.status().orElse(0)).containsExactly(0, 503, 200, 403);
        assertThat(seen)
                .extracting(each ->
                        each.failure().map(e -> e.getClass().getSimpleName()).orElse(""))
                .containsExactly("NoReplyException", "NoReplyException", "", "ForbiddenException");
        assertThat(seen.get(0).site().operation()).isEqualTo("state");
        assertThat(seen.get(0).site().target()).isEqualTo("s1");
        assertThat(seen.get(0).site().url()).doesNotContain("?");
        assertThat(seen.get(3).site().effect()).isEqualTo(Effect.MUTATION);
    }

    private static TinyClient patientListening(FaultServer server, List<Exchange> seen) {
        return TinyClient.at(server.url())
                .timeSource(FakeTime.start())
                .listener(seen::add)
                .build();
    }

    @Test
    void aBrokenListenerBreaksNothing() {
        List<Exchange> seen = new ArrayList<>();
        try (CapturedLogs logs = CapturedLogs.start();
                FaultServer server = FaultServer.start(OK);
                TinyClient client = TinyClient.at(server.url())
                        .listener(exchange -> {
                            throw new IllegalStateException("listener broke");
                        })
                        .listener(seen::add)
                        .build()) {
            client.change();
            assertThat(seen).hasSize(1);
            assertThat(logs.text()).contains("listener broke");
        }
    }

    @Test
    void whatNeverLeftIsNoSuccessForTheListener() {
        List<Exchange> seen = new ArrayList<>();
        try (FaultServer server = FaultServer.start(OK);
                TinyClient client = TinyClient.at(server.url())
                        .listener(seen::add)
                        .authorization(() -> {
                            throw new IllegalStateException("no token");
                        })
                        .build()) {
            assertThatThrownBy(client::change)
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageEndingWith("not sent: the supplier of the credentials failed (IllegalStateException)")
                    .hasRootCauseMessage("no token");
            assertThat(seen).isEmpty();
            assertThat(server.arrived()).isZero();
        }
    }

    @Test
    void theCredentialIsAskedForBeforeEachAttempt() {
        AtomicInteger asked = new AtomicInteger();
        try (FaultServer server = FaultServer.start(Fault.STATUS_503, OK);
                TinyClient client = TinyClient.at(server.url())
                        .timeSource(FakeTime.start())
                        .authorization(() -> Authorization.bearer(Secret.of("token" + asked.incrementAndGet())))
                        .build()) {
            client.state();
            client.change();
            assertThat(server.arrivals())
                    .extracting(arrival -> arrival.headers().get("Authorization"))
                    .containsExactly("Bearer token1", "Bearer token2", "Bearer token3");
        }
    }

    @Test
    void theCredentialGoesToTrustedServersOnly() {
        try (FaultServer server = FaultServer.start(OK);
                TinyClient client = TinyClient.at(server.url())
                        .authorization(() -> Authorization.basic("u", Secret.of("p")))
                        .build()) {
            Request request = client.stateRequest("k");
            CallContext context = client.sender().begin(request, "", List.of());
            client.sender().once(context, request, TinyClient::readObject, false);
            client.sender().once(context, request, TinyClient::readObject, true);
            assertThat(server.arrivals())
                    .extracting(arrival -> arrival.headers().get("Authorization"))
                    .containsExactly(null, "Basic dTpw");
        }
    }

    @Test
    void aWireMethodThatDoesNotSayWhatItDoesIsNotSent() {
        try (FaultServer server = FaultServer.start(OK);
                TinyClient client = TinyClient.at(server.url()).build()) {
            assertThatThrownBy(() -> client.sender().call(client.undeclared(), "", List.of(), TinyClient::readObject))
                    .hasMessageContaining("@Operation is missing");
            assertThat(server.arrived()).isZero();
        }
    }

    @Test
    void anAnswerJustLargeEnoughIsReadAndOneByteMoreIsNot() {
        String body = "{\"text\":\"" + "x".repeat(100) + "\"}";
        try (FaultServer server = FaultServer.start(Answer.json(body));
                TinyClient fits =
                        TinyClient.at(server.url()).maxReplyBytes(body.length()).build();
                TinyClient small = TinyClient.at(server.url())
                        .maxReplyBytes(body.length() - 1)
                        .build()) {
            assertThat(fits.state().get("text").asText()).hasSize(100);
            assertThatExceptionOfType(UnreadableReplyException.class)
                    .isThrownBy(small::state)
                    .withMessageContaining("larger than " + (body.length() - 1) + " bytes");
        }
    }

    @Test
    void plantedSecretsAreInNoLogAndNoException() {
        PlantedSecrets planted = new PlantedSecrets();
        Secret password = Secret.of(planted.awkward());
        String token = planted.plain();
        String basic = planted.plain();
        planted.plantBasic("u", basic);
        List<Object> seen = new ArrayList<>();
        ConcurrentLinkedQueue<Exchange> exchanges = new ConcurrentLinkedQueue<>();
        try (CapturedLogs logs = CapturedLogs.start()) {
            for (Fault fault : List.of(Fault.HTML, Fault.RESET_AFTER, Fault.STATUS_401, Fault.GARBAGE, Fault.REFUSED)) {
                try (FaultServer server = FaultServer.start(fault);
                        TinyClient client = FaultKit.quick(TinyClient.at(server.url()))
                                .listener(exchanges::add)
                                .authorization(() -> Authorization.basic("u", Secret.of(basic)))
                                .build()) {
                    attempt(seen, () -> client.change(password));
                    attempt(seen, () -> client.state(token));
                    seen.add(client.told());
                }
            }
            try (FaultServer server = FaultServer.start(
                            Answer.json("{\"token\": \"" + token + "\"} " + token),
                            Answer.of(500, "text/html", token));
                    TinyClient client =
                            FaultKit.quick(TinyClient.at(server.url())).build()) {
                attempt(seen, client::change);
                attempt(seen, client::change);
            }
            assertThat(logs.text()).contains("outcome unknown");
            seen.add(logs.text());
        }
        seen.add(exchanges);
        assertThat(seen).hasSize(5 * 3 + 2 + 2);
        planted.assertNowhere(seen.toArray());
    }

    private static void attempt(List<Object> seen, Runnable call) {
        try {
            call.run();
        } catch (OpsException e) {
            seen.add(e);
        }
    }
}
