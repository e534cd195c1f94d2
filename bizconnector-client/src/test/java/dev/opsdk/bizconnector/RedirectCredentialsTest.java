package dev.opsdk.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.ClientBuilder;
import dev.opsdk.core.Secret;
import dev.opsdk.core.error.UnreadableReplyException;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.core.testkit.RedirectRules;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectCredentialsTest extends RedirectRules<BizConnectorClient> {
    private static final String FILES = "/api/core/v1/Files";
    private static final Answer TOKEN = Answer.json("{\"access_token\":\"Zq7Token\",\"expires_in\":3600}");

    private static Caller<BizConnectorClient> caller(
            String name, UnaryOperator<BizConnectorBuilder> who, String secret) {
        return new Caller<>(name, (url, more) -> client(url, more, who), List.of(secret));
    }

    private static BizConnectorClient client(
            BaseUrl url, Consumer<ClientBuilder<?>> more, UnaryOperator<BizConnectorBuilder> who) {
        BizConnectorBuilder builder = who.apply(BizConnectorClient.builder().url(url.toString()));
        more.accept(builder);
        return builder.build();
    }

    @Override
    protected List<Caller<BizConnectorClient>> callers() {
        return List.of(
                caller("API key", b -> b.apiKey(Secret.of("Zq7ApiKey")), "Zq7ApiKey"),
                caller(
                        "API key in another header",
                        b -> b.apiKeyHeader("X-OPS").apiKey(Secret.of("Zq7ApiKey")),
                        "Zq7ApiKey"),
                caller("bearer", b -> b.bearer(() -> Secret.of("Zq7Bearer")), "Zq7Bearer"));
    }

    @Override
    protected List<Call<BizConnectorClient>> calls() {
        return List.of(
                new Call<>("a read", c -> c.files().list(), FILES, false),
                new Call<>("a stream", c -> c.files().all(f -> {}).forEach(file -> {}), FILES, false),
                new Call<>("a mutation", c -> c.account().sync(), "/api/core/v1/Account/Sync", false),
                new Call<>(
                        "an upload",
                        c -> c.files()
                                .upload(FileUpload.of("a.txt", new byte[10])
                                        .title("a")
                                        .expiresAt(WireCall.LATER)
                                        .build()),
                        FILES + "/Own",
                        false),
                new Call<>(
                        "a download",
                        c -> c.files().download(WireCall.FIL, OutputStream.nullOutputStream()),
                        FILES + "/" + WireCall.FIL + "/Download",
                        false),
                new Call<>(
                        "a body with a password",
                        c -> c.files().load(WireCall.REFERENCE, WireCall.PASSWORD),
                        FILES + "/Peer",
                        false));
    }

    /** The client's secret stays with the token endpoint that was configured, and the connector is not called without a token. */
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void theTokenEndpointDoesNotPassTheSecretOn(int status) {
        try (FaultServer connector = FaultServer.start(Answer.json("{\"result\":[]}"));
                FaultServer elsewhere = FaultServer.start(TOKEN);
                FaultServer issuer = FaultServer.start(
                        Answer.of(status, "", "").header("Location", elsewhere.url() + "/realm/token"));
                BizConnectorClient client = client(
                        connector.url(),
                        b -> {},
                        b -> b.oauth2(o -> o.tokenUrl(issuer.url() + "/realm/token")
                                .clientId("me")
                                .clientSecret(Secret.of("Zq7Secret"))))) {
            assertThatExceptionOfType(UnreadableReplyException.class)
                    .isThrownBy(() -> client.files().list())
                    .withMessageNotContaining("Zq7Secret");
            assertThat(issuer.arrivals())
                    .singleElement()
                    .satisfies(arrival -> assertThat(arrival.body()).contains("Zq7Secret"));
            assertThat(elsewhere.connections()).isZero();
            assertThat(connector.connections()).isZero();
        }
    }

    /** Neither does the connector get the client's secret, nor the token endpoint the token. */
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aTokenDoesNotFollowARedirectOfTheConnector(int status) {
        try (FaultServer elsewhere = FaultServer.start(Answer.json("{\"result\":[]}"));
                FaultServer connector =
                        FaultServer.start(Answer.of(status, "", "").header("Location", elsewhere.url() + FILES));
                FaultServer issuer = FaultServer.start(TOKEN);
                BizConnectorClient client = client(
                        connector.url(),
                        b -> {},
                        b -> b.oauth2(o -> o.tokenUrl(issuer.url() + "/realm/token")
                                .clientId("me")
                                .clientSecret(Secret.of("Zq7Secret"))))) {
            assertThatExceptionOfType(UnreadableReplyException.class)
                    .isThrownBy(() -> client.files().list());
            assertThat(connector.arrivals().toString())
                    .contains("Bearer Zq7Token")
                    .doesNotContain("Zq7Secret");
            assertThat(elsewhere.connections()).isZero();
        }
    }

    /** A health check carries no credential in the first place, and is not sent on either. */
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void healthIsAskedHereAndWithoutACredential(int status) {
        try (FaultServer elsewhere = FaultServer.start(Answer.json("{\"isHealthy\":true,\"services\":{}}"));
                FaultServer connector =
                        FaultServer.start(Answer.of(status, "", "").header("Location", elsewhere.url() + "/health"));
                BizConnectorClient client = client(connector.url(), b -> {}, b -> b.apiKey(Secret.of("Zq7ApiKey")))) {
            assertThatExceptionOfType(UnreadableReplyException.class).isThrownBy(client::health);
            assertThat(connector.arrivals().toString()).doesNotContain("Zq7ApiKey");
            assertThat(elsewhere.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://u:Zq7Secret@127.0.0.1/token", "https://Zq7Secret@127.0.0.1"})
    void userInfoInAnAddressIsRefusedAndNotRepeated(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BizConnectorClient.builder().url(address))
                .withMessageNotContaining("Zq7Secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BizConnectorClient.builder().oauth2(o -> o.tokenUrl(address)))
                .withMessageNotContaining("Zq7Secret");
    }
}
