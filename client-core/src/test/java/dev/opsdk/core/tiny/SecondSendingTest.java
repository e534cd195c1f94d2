package dev.opsdk.core.tiny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.opsdk.core.Secret;
import dev.opsdk.core.call.Authorization;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.RejectedException;
import dev.opsdk.core.error.UnauthorizedException;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.error.UnreadableReplyException;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.Fault;
import dev.opsdk.core.testkit.FaultKit;
import dev.opsdk.core.testkit.FaultServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.Cache;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything below and around the transport that would send a request again. */
class SecondSendingTest {
    private static final Answer OK = Answer.json("{\"ok\": true}");

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "RESET_BEFORE",
                "RESET_AFTER",
                "CUT_BODY",
                "REDIRECT_302",
                "REDIRECT_303",
                "REDIRECT_307",
                "STATUS_408",
                "STATUS_503_RETRY_AT_ONCE"
            })
    void aMutationIsNotRepeatedByABroughtClientThatRepeatsAndFollows(Fault fault) {
        OkHttpClient eager = new OkHttpClient.Builder()
                .retryOnConnectionFailure(true)
                .followRedirects(true)
                .followSslRedirects(true)
                .build();
        try (FaultServer server = FaultServer.start(fault, OK);
                TinyClient client = FaultKit.quick(TinyClient.at(server.url()))
                        .httpClient(eager)
                        .build()) {
            assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(client::change);
            assertThat(server.connections()).isOne();
        }
    }

    @Test
    void aMutationByGetIsNeverAnsweredFromACache(@TempDir Path folder) throws IOException {
        Answer cacheable = OK.header("Cache-Control", "max-age=3600, public").header("ETag", "\"1\"");
        try (Cache cache = new Cache(folder.toFile(), 1 << 20);
                FaultServer server = FaultServer.start(cacheable);
                TinyClient client = FaultKit.quick(TinyClient.at(server.url()))
                        .httpClient(new OkHttpClient.Builder().cache(cache).build())
                        .build()) {
            client.migrate();
            client.migrate();
            client.migrate();
            assertThat(server.arrived()).isEqualTo(3);
        }
    }

    static Stream<Interceptor> insistent() {
        return Stream.of(
                chain -> {
                    chain.proceed(chain.request()).close();
                    return chain.proceed(chain.request());
                },
                chain -> {
                    try {
                        return chain.proceed(chain.request());
                    } catch (IOException e) {
                        return chain.proceed(chain.request());
                    }
                },
                SecondSendingTest::anew);
    }

    private static Response anew(Interceptor.Chain chain) throws IOException {
        Request old = chain.request();
        Request rebuilt = new Request.Builder()
                .url(old.url())
                .method(old.method(), old.body())
                .build();
        try {
            return chain.proceed(rebuilt);
        } catch (IOException e) {
            return chain.proceed(rebuilt);
        }
    }

    @ParameterizedTest
    @MethodSource("insistent")
    void anInterceptorThatProceedsTwiceIsStopped(Interceptor twice) {
        try (FaultServer server = FaultServer.start(Fault.STATUS_503, OK);
                FaultServer cutting = FaultServer.start(Fault.RESET_AFTER, OK);
                TinyClient client = FaultKit.quick(TinyClient.at(server.url()))
                        .interceptor(twice)
                        .build();
                TinyClient cut = FaultKit.quick(TinyClient.at(cutting.url()))
                        .interceptor(twice)
                        .build()) {
            assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(client::change);
            assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(cut::migrate);
            assertThat(server.arrived()).isOne();
            assertThat(cutting.arrived()).isOne();
        }
    }

    @Test
    void aMutationThatAnInterceptorSentInOtherWordsMayHaveHappened() {
        Interceptor signing = chain -> {
            Request old = chain.request();
            return chain.proceed(new Request.Builder()
                    .url(old.url()
                            .newBuilder()
                            .addQueryParameter("signature", "x")
                            .build())
                    .method(old.method(), old.body())
                    .build());
        };
        try (FaultServer server = FaultServer.start(Fault.RESET_AFTER);
                TinyClient client = FaultKit.quick(TinyClient.at(server.url()))
                        .interceptor(signing)
                        .build()) {
            assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(client::change);
            assertThat(server.arrived()).isOne();
        }
    }

    @Test
    void anInterceptorMayFetchATokenFirst() {
        Interceptor token = chain -> {
            Request asking = new Request.Builder()
                    .url(chain.request()
                            .url()
                            .newBuilder()
                            .encodedPath("/token")
                            .build())
                    .build();
            String given;
            try (Response answer = chain.proceed(asking)) {
                given = answer.header("X-Given", "none");
            }
            return chain.proceed(
                    chain.request().newBuilder().header("X-Token", given).build());
        };
        try (FaultServer server = FaultServer.start(OK.header("X-Given", "t1"));
                TinyClient client = FaultKit.quick(TinyClient.at(server.url()))
                        .interceptor(token)
                        .build()) {
            client.change();
            assertThat(server.arrivals()).extracting(FaultServer.Arrival::path).containsExactly("/token", "/change");
            assertThat(server.arrivals().get(1).headers()).containsEntry("X-Token", "t1");
        }
    }

    @Test
    void anInterceptorThatBreaksAfterTheMutationLeftMakesItsOutcomeUnknown() {
        Interceptor broken = chain -> {
            chain.proceed(chain.request()).close();
            throw new IllegalStateException("zq7 broke");
        };
        try (FaultServer server = FaultServer.start(OK);
                TinyClient client = FaultKit.quick(TinyClient.at(server.url()))
                        .interceptor(broken)
                        .build()) {
            assertThatExceptionOfType(OutcomeUnknownException.class)
                    .isThrownBy(client::change)
                    .withMessageContaining("IllegalStateException")
                    .withMessageNotContaining("zq7");
            assertThatExceptionOfType(UnreadableReplyException.class).isThrownBy(client::state);
            assertThat(server.arrived()).isEqualTo(2);
        }
    }

    @Test
    void anInterceptorThatBreaksBeforeAnythingLeftThrowsItsOwn() {
        Interceptor broken = chain -> {
            throw new IllegalStateException("broke");
        };
        Interceptor refusing = chain -> {
            throw new IOException("no");
        };
        try (FaultServer server = FaultServer.start(OK);
                TinyClient client = FaultKit.quick(TinyClient.at(server.url()))
                        .interceptor(broken)
                        .build();
                TinyClient refused = FaultKit.quick(TinyClient.at(server.url()))
                        .interceptor(refusing)
                        .build()) {
            assertThatThrownBy(client::change)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("broke");
            assertThatExceptionOfType(UnreachableException.class).isThrownBy(refused::change);
            assertThat(server.arrived()).isZero();
        }
    }

    @Test
    void afterA401ABroughtAuthenticatorMaySendAgain() {
        OkHttpClient answering = new OkHttpClient.Builder()
                .authenticator((route, response) -> response.request().header("Authorization") != null
                        ? null
                        : response.request()
                                .newBuilder()
                                .header("Authorization", "Bearer second")
                                .build())
                .build();
        try (FaultServer server = FaultServer.start(Fault.STATUS_401, OK);
                FaultServer never = FaultServer.start(Fault.STATUS_401);
                FaultServer cut = FaultServer.start(Fault.STATUS_401, Fault.RESET_AFTER, OK);
                TinyClient client = FaultKit.quick(TinyClient.at(server.url()))
                        .httpClient(answering)
                        .build();
                TinyClient unlucky = FaultKit.quick(TinyClient.at(never.url()))
                        .httpClient(answering)
                        .build();
                TinyClient lost = FaultKit.quick(TinyClient.at(cut.url()))
                        .httpClient(answering)
                        .build()) {
            client.change();
            assertThat(server.arrivals())
                    .extracting(arrival -> arrival.headers().get("Authorization"))
                    .containsExactly(null, "Bearer second");
            assertThatExceptionOfType(UnauthorizedException.class).isThrownBy(unlucky::change);
            assertThat(never.arrived()).isEqualTo(2);
            assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(lost::change);
            assertThat(cut.arrived()).isEqualTo(2);
        }
    }

    @Test
    void aReadSurvivesAPooledConnectionThatTheServerHasClosed() {
        try (FaultServer server = FaultServer.start(OK.thenHangUp());
                TinyClient client = FaultKit.quick(TinyClient.at(server.url())).build()) {
            for (int i = 0; i < 5; i++) {
                client.state();
            }
            assertThat(server.arrived()).isEqualTo(5);
        }
    }

    @Test
    void aMutationDoesNotFallIntoDoubtOnAKeptConnectionThatTheServerHasClosed() {
        try (FaultServer server = FaultServer.start(OK.thenHangUp());
                TinyClient client = FaultKit.quick(TinyClient.at(server.url())).build()) {
            for (int i = 0; i < 5; i++) {
                client.state();
                client.migrate();
            }
            assertThat(server.arrived()).isEqualTo(10);
        }
    }

    @Test
    void aMutationGetsAFreshConnectionAndIsNotRepeatedWhenThatIsCut() {
        try (FaultServer server = FaultServer.start(OK, Fault.RESET_AFTER, OK);
                TinyClient client = FaultKit.quick(TinyClient.at(server.url())).build()) {
            client.state();
            assertThatExceptionOfType(OutcomeUnknownException.class)
                    .isThrownBy(client::change)
                    .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN))
                    .satisfies(e -> assertThat(e.howToLook()).isEqualTo("look at state"));
            assertThat(server.arrived()).isEqualTo(2);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void theNextAddressIsTriedWhenTheFirstRefuses() throws IOException {
        try (FaultServer server = FaultServer.start(OK);
                TinyClient client = FaultKit.quick(TinyClient.at(new dev.opsdk.core.BaseUrl(
                                "http", "two.example", server.url().port())))
                        .httpClient(new OkHttpClient.Builder()
                                .dns(name -> List.of(loopback(9), loopback(1)))
                                .build())
                        .build()) {
            client.change();
            assertThat(server.arrived()).isOne();
        }
    }

    private static InetAddress loopback(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aReadThatNobodyAnswersIsNotRepeatedForEver() {
        try (FaultServer server = FaultServer.start(Fault.RESET_AFTER);
                TinyClient client = FaultKit.quick(TinyClient.at(server.url())).build()) {
            assertThatExceptionOfType(NoReplyException.class).isThrownBy(client::state);
            assertThat(server.arrived()).isEqualTo(FaultKit.MAX_ATTEMPTS);
        }
    }

    @Test
    void aSecretOfTheRequestIsInNoRefusal() {
        Secret password = Secret.of("zq7pass");
        try (FaultServer server = FaultServer.start(Answer.of(401, "text/html", "zq7pass"));
                TinyClient client = FaultKit.quick(TinyClient.at(server.url()))
                        .authorization(() -> Authorization.bearer(Secret.of("zq7token")))
                        .build()) {
            assertThatExceptionOfType(UnauthorizedException.class)
                    .isThrownBy(() -> client.change(password))
                    .withMessageNotContaining("zq7");
        }
    }

    @Test
    void aCredentialThatTheServerRepeatsIsInNoRefusal() {
        List<Authorization> ways = List.of(
                new Authorization("X-API-KEY", Secret.of("zq7token")),
                Authorization.bearer(Secret.of("zq7token")),
                Authorization.basic("someone", Secret.of("zq7token")));
        for (Authorization way : ways) {
            String sent = way.value().reveal();
            String words = "no such key: " + sent + ", " + sent.substring(sent.indexOf(' ') + 1) + " or zq7token";
            try (FaultServer server = FaultServer.start(Answer.of(401, "text/plain", words));
                    TinyClient client = FaultKit.quick(TinyClient.at(server.url()))
                            .authorization(() -> way)
                            .build()) {
                RejectedException refused = catchThrowableOfType(
                        RejectedException.class,
                        () -> client.sender().call(client.stateRequest("k"), "s1", List.of(), reply -> {
                            String said = new String(reply.body(), StandardCharsets.UTF_8);
                            throw new RejectedException(reply.refusal(said, "", Map.of("said", said)));
                        }));
                assertThat(refused).hasMessageContaining("no such key: ***, *** or ***");
                assertThat(refused.details()).containsEntry("said", "no such key: ***, *** or ***");
            }
        }
    }
}
