package dev.opsdk.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.bizconnector.model.PasswordProtection;
import dev.opsdk.bizconnector.model.error.ConnectorError;
import dev.opsdk.bizconnector.model.file.File;
import dev.opsdk.bizconnector.model.monitoring.SupportInformation;
import dev.opsdk.bizconnector.model.request.TransferFileOwnershipRequestItem;
import dev.opsdk.bizconnector.model.token.CreateToken;
import dev.opsdk.bizconnector.model.token.Token;
import dev.opsdk.core.Secret;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.internal.Json;
import dev.opsdk.core.testkit.CapturedLogs;
import dev.opsdk.core.testkit.PlantedSecrets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Secrets are planted in requests and answers, and looked for in everything that a person may see. */
@Timeout(60)
class PlantedSecretsTest {
    private static final ObjectMapper ORDINARY = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .build();

    private final PlantedSecrets planted = new PlantedSecrets();
    private CapturedLogs logs;

    @BeforeEach
    void listen() {
        logs = CapturedLogs.start();
    }

    @AfterEach
    void stopListening() {
        planted.assertNowhere(logs.text());
        logs.close();
    }

    @Test
    void keysPasswordsAndReferencesOfRequestsAreSeenNowhere() throws Exception {
        String key = planted.plain();
        Secret password = planted.secret();
        Secret reference = planted.secret();
        String content = planted.plain();
        CreateToken token = CreateToken.builder()
                .content(FreeJson.of(Map.of("secretKey", content, "pin", 472_911_833)))
                .expiresAt(WireCall.LATER)
                .passwordProtection(PasswordProtection.password(password))
                .build();
        planted.plant("472911833");
        for (int status : new int[] {400, 401, 404, 500, 503}) {
            String message = "wrong " + password.reveal();
            try (Bench bench = new Bench()
                            .error(
                                    status,
                                    "error.runtime.validation.invalidPropertyValue",
                                    message + " for " + reference.reveal())
                            .error(status, "error.connector.unexpected", message + " or " + content)
                            .json(status, "{\"strange\":\"" + password.reveal() + "\"}");
                    BizConnectorClient connector = bench.client(b -> b.apiKey(Secret.of(key)))) {
                Throwable load = catchThrowable(() -> connector.tokens().load(reference, password));
                Throwable create = catchThrowable(() -> connector.tokens().create(token));
                Throwable strange = catchThrowable(() -> connector.files().load(reference, password));
                planted.assertNowhere(load, create, strange, connector);
                planted.assertNowhere(
                        ConnectorError.of((OpsException) load).orElseThrow(),
                        ConnectorError.of((OpsException) create).orElseThrow());
                assertThat(bench.request().getBody().utf8()).contains(password.reveal(), reference.reveal());
            }
        }
        planted.assertNowhere(token, ORDINARY.writeValueAsString(token), Json.masked(token));
    }

    @Test
    void keysOfRepliesAreMaskedWhereverTheyArePrinted() throws Exception {
        String secret = planted.plain();
        String reference =
                "\"reference\":{\"truncated\":\"" + secret + "\",\"url\":\"http://b/r/TOK1#" + secret + "\"}";
        String token =
                "{\"id\":\"TOKaaaaaaaaaaaaaaaaa\",\"isOwn\":true,\"content\":{\"@type\":\"TokenContentFile\",\"secretKey\":\""
                        + secret + "\",\"deep\":[{\"a\":\"" + secret + "\"}]},\"passwordProtection\":{\"password\":\""
                        + secret + "\"},"
                        + reference + "}";
        String file = "{\"id\":\"FILaaaaaaaaaaaaaaaaa\",\"isOwn\":true,\"ownershipToken\":\"" + secret + "\","
                + reference + "}";
        try (Bench bench = new Bench().result(token).result(file);
                BizConnectorClient connector = bench.client()) {
            Token read = connector.tokens().get(WireCall.TOK);
            File stored = connector.files().get(WireCall.FIL);
            assertThat(read.content().node().path("secretKey").asText()).isEqualTo(secret);
            assertThat(stored.ownershipToken().orElseThrow().reveal()).isEqualTo(secret);
            planted.assertNowhere(
                    read,
                    read.content(),
                    read.reference(),
                    read.passwordProtection(),
                    ORDINARY.writeValueAsString(read),
                    Json.masked(read),
                    stored,
                    stored.reference(),
                    ORDINARY.writeValueAsString(stored));
        }
    }

    @Test
    void supportInformationTellsNothing() throws Exception {
        String secret = planted.plain();
        String support = "{\"configuration\":{\"SOME_ENV\":\"" + secret + "\",\"_\":[\"start\",\"--x=" + secret + "\"],"
                + "\"database\":{\"driver\":\"mongodb\",\"connectionString\":\"mongodb://u:" + secret + "@h\"},"
                + "\"modules\":{\"webhooks\":{\"targets\":{\"t\":{\"url\":\"https://u:" + secret + "@h/x?k=" + secret
                + "\",\"headers\":{\"X-Any\":\"" + secret + "\"},\"authentication\":{\"clientSecret\":\"" + secret
                + "\"}}}},"
                + "\"messageBrokerPublisher\":{\"brokers\":[{\"configuration\":{\"url\":\"amqp://u:" + secret
                + "@h\"}}]}}}}";
        try (Bench bench = new Bench().json(200, support);
                BizConnectorClient connector = bench.client()) {
            SupportInformation read = connector.monitoring().support();
            planted.assertNowhere(
                    read,
                    read.configuration(),
                    read.configuration().masked(),
                    ORDINARY.writeValueAsString(read),
                    Json.masked(read));
            assertThat(read.configuration().reveal().toString()).contains(secret);
            assertThat(read.configuration().masked().toString()).contains("mongodb", "SOME_ENV");
        }
    }

    @Test
    void requestsHideWhatTheyCarry() throws Exception {
        TransferFileOwnershipRequestItem item = TransferFileOwnershipRequestItem.builder()
                .fileReference(planted.secret())
                .ownershipToken(planted.secret())
                .mustBeAccepted(true)
                .build();
        planted.assertNowhere(item, ORDINARY.writeValueAsString(item));
        planted.assertNowhere(WebhookKey.of(planted.secret()));
    }

    @Test
    void clientCredentialsAreSeenNowhere() {
        Secret secret = planted.secret();
        String token = planted.plain();
        try (Bench bench = new Bench().recorded("131").recorded("129");
                Bench issuer = new Bench()
                        .json(200, "{\"access_token\":\"" + token + "\",\"expires_in\":60}")
                        .json(400, "{\"error\":\"invalid_client\",\"error_description\":\"" + secret.reveal() + "\"}");
                BizConnectorClient connector = bench.client(b -> b.oauth2(
                        o -> o.tokenUrl(issuer.url() + "/token").clientId("me").clientSecret(secret)))) {
            planted.assertNowhere(
                    catchThrowable(() -> connector.messages().list()),
                    catchThrowable(() -> connector.messages().list()),
                    connector);
        }
    }
}
