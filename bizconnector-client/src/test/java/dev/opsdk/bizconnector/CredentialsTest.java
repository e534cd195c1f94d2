package dev.opsdk.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.core.Secret;
import dev.opsdk.core.call.Authorization;
import dev.opsdk.core.error.UnauthorizedException;
import dev.opsdk.core.error.UnreadableReplyException;
import dev.opsdk.core.internal.Environment;
import dev.opsdk.core.testkit.FakeTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who calls. */
@Timeout(60)
class CredentialsTest {
    private static final String TOKEN =
            "{\"access_token\":\"Zq7Token%d\",\"token_type\":\"Bearer\",\"expires_in\":100}";

    private static BizConnectorClient oauth(Bench bench, Bench issuer, FakeTime time) {
        return bench.client(b -> b.timeSource(time)
                .oauth2(o -> o.tokenUrl(issuer.url() + "/realm/token")
                        .clientId("me")
                        .clientSecret(Secret.of("Zq7Secret"))
                        .audience("connector")
                        .scope("monitoring:**")));
    }

    private static List<String> authorizations(Bench bench) {
        return bench.requests().stream()
                .map(request -> request.getHeaders().get("Authorization"))
                .toList();
    }

    @Test
    void aTokenIsFetchedOnceUsedAndReplacedAheadOfItsEnd() throws Exception {
        FakeTime time = FakeTime.start();
        try (Bench bench = new Bench().recorded("005").recorded("005").recorded("005");
                Bench issuer = new Bench().json(200, TOKEN.formatted(1)).json(200, TOKEN.formatted(2));
                BizConnectorClient connector = oauth(bench, issuer, time)) {
            connector.monitoring().version();
            time.advance(Duration.ofSeconds(89));
            connector.monitoring().version();
            time.advance(Duration.ofSeconds(2));
            connector.monitoring().version();
            assertThat(authorizations(bench))
                    .containsExactly("Bearer Zq7Token1", "Bearer Zq7Token1", "Bearer Zq7Token2");
            RecordedRequest fetch = issuer.request();
            assertThat(fetch.getTarget()).isEqualTo("/realm/token");
            assertThat(fetch.getHeaders().get("Authorization")).isNull();
            assertThat(fetch.getBody().utf8().split("&", -1))
                    .containsExactlyInAnyOrder(
                            "grant_type=client_credentials",
                            "client_id=me",
                            "client_secret=Zq7Secret",
                            "audience=connector",
                            "scope=monitoring%3A**");
        }
    }

    @Test
    void aFailedRefreshUsesTheOldTokenWhileItIsGood() {
        FakeTime time = FakeTime.start();
        try (Bench bench = new Bench().recorded("005").recorded("005");
                Bench issuer = new Bench().json(200, TOKEN.formatted(1)).json(400, "{\"error\":\"invalid_client\"}");
                BizConnectorClient connector = oauth(bench, issuer, time)) {
            connector.monitoring().version();
            time.advance(Duration.ofSeconds(95));
            connector.monitoring().version();
            assertThat(authorizations(bench)).containsOnly("Bearer Zq7Token1");
            time.advance(Duration.ofSeconds(10));
            issuer.json(401, "{\"error\":\"invalid_client\",\"error_description\":\"Zq7Secret is wrong\"}");
            assertThatThrownBy(() -> connector.account().sync())
                    .isInstanceOf(UnauthorizedException.class)
                    .hasMessageContaining("invalid_client")
                    .hasMessageNotContaining("Zq7Secret");
            assertThat(bench.server().getRequestCount()).isEqualTo(2);
        }
    }

    @Test
    void manyCallersShareOneFetch() {
        try (Bench bench = new Bench();
                Bench issuer = new Bench().json(200, TOKEN.formatted(1));
                BizConnectorClient connector = oauth(bench, issuer, FakeTime.start())) {
            IntStream.range(0, 20).forEach(i -> bench.recorded("005"));
            List<Integer> targets = IntStream.range(0, 20).boxed().toList();
            assertThat(connector
                            .each(targets, (c, i) -> c.monitoring().version())
                            .allSucceeded())
                    .isTrue();
            assertThat(issuer.server().getRequestCount()).isEqualTo(1);
            assertThat(authorizations(bench)).hasSize(20).containsOnly("Bearer Zq7Token1");
        }
    }

    @Test
    void aRefusedTokenIsForgottenButTheCallIsNotRepeated() {
        try (Bench bench = new Bench().recorded("131").recorded("005");
                Bench issuer = new Bench().json(200, TOKEN.formatted(1)).json(200, TOKEN.formatted(2));
                BizConnectorClient connector = oauth(bench, issuer, FakeTime.start())) {
            assertThatThrownBy(() -> connector.monitoring().version()).isInstanceOf(UnauthorizedException.class);
            assertThat(bench.server().getRequestCount()).isEqualTo(1);
            connector.monitoring().version();
            assertThat(authorizations(bench)).containsExactly("Bearer Zq7Token1", "Bearer Zq7Token2");
        }
    }

    @Test
    void healthNeedsNoTokenEndpoint() {
        try (Bench bench = new Bench().recorded("136");
                Bench issuer = new Bench();
                BizConnectorClient connector = oauth(bench, issuer, FakeTime.start())) {
            assertThat(connector.health().isHealthy()).isTrue();
            assertThat(issuer.server().getRequestCount()).isZero();
        }
    }

    @Test
    void somethingElseAtTheTokenUrlIsSaid() {
        try (Bench bench = new Bench();
                Bench issuer = new Bench().json(200, "{\"hello\":1}");
                BizConnectorClient connector = oauth(bench, issuer, FakeTime.start())) {
            assertThatThrownBy(() -> connector.monitoring().version())
                    .isInstanceOf(UnreadableReplyException.class)
                    .hasMessageContaining("no token endpoint");
        }
    }

    @Test
    void aKeyCanChangeWhileTheClientLives() {
        AtomicReference<Secret> key = new AtomicReference<>(Secret.of("first"));
        try (Bench bench = new Bench().recorded("027").recorded("027").recorded("027");
                BizConnectorClient connector =
                        bench.client(b -> b.apiKeyHeader("X-OPS").apiKey(key::get))) {
            connector.account().identityInfo();
            key.set(Secret.of("second"));
            connector.account().identityInfo();
            connector.changeApiKey(Secret.of("third"));
            connector.account().identityInfo();
            assertThat(bench.requests().stream()
                            .map(request -> request.getHeaders().get("X-OPS")))
                    .containsExactly("first", "second", "third");
            assertThatThrownBy(() -> connector.changeApiKey(Secret.of("fourth\n")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aTokenOfSomebodyElseIsAskedForEachTime() {
        AtomicReference<Secret> token = new AtomicReference<>(Secret.of("one"));
        try (Bench bench = new Bench().recorded("027").recorded("027");
                BizConnectorClient connector = bench.client(b -> b.bearer(token::get))) {
            connector.account().identityInfo();
            token.set(Secret.of("two"));
            connector.account().identityInfo();
            assertThat(authorizations(bench)).containsExactly("Bearer one", "Bearer two");
            assertThatThrownBy(() -> connector.changeApiKey(Secret.of("x"))).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void thereIsOneWayToAuthenticate() {
        BizConnectorBuilder builder = BizConnectorClient.builder()
                .url("http://localhost:1")
                .apiKey(Secret.of("k"))
                .authorization(() -> Authorization.bearer(Secret.of("t")));
        assertThatThrownBy(builder::build).hasMessageContaining("2 ways to authenticate");
    }

    @Test
    void scriptsAreConfiguredByTheEnvironment() {
        Map<String, String> env = Map.of(
                "OPSDK_CONNECTOR_URL",
                "http://localhost:8080",
                "OPSDK_CONNECTOR_API_KEY",
                "k",
                "OPSDK_CONNECTOR_READ_ONLY",
                "true");
        try (BizConnectorClient connector = BizConnectorClient.fromEnv(Environment.of(env))) {
            assertThat(connector).hasToString("BizConnectorClient[http://localhost:8080] read-only");
            assertThat(connector.url()).isEqualTo("http://localhost:8080");
        }
        assertThatThrownBy(() -> BizConnectorClient.fromEnv(Environment.of(Map.of())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("OPSDK_CONNECTOR_URL");
        Map<String, String> twoLines =
                Map.of("OPSDK_CONNECTOR_URL", "http://localhost:8080", "OPSDK_CONNECTOR_API_KEY", "zq7\nkey");
        assertThatThrownBy(() -> BizConnectorClient.fromEnv(Environment.of(twoLines)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("OPSDK_CONNECTOR_API_KEY: ")
                .hasMessageNotContaining("zq7");
    }
}
