package dev.opsdk.core.tiny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.Secret;
import dev.opsdk.core.call.RetryPolicy;
import dev.opsdk.core.call.Tls;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.UnauthorizedException;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.Fault;
import dev.opsdk.core.testkit.FaultServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class TlsAndProxyTest {
    private static final Answer OK = Answer.json("{\"ok\": true}");
    private static final HeldCertificate AUTHORITY = new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("our authority")
            .build();
    private static final HeldCertificate STRANGE_AUTHORITY = new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("another")
            .build();
    private static final HeldCertificate SERVER = new HeldCertificate.Builder()
            .signedBy(AUTHORITY)
            .addSubjectAlternativeName("127.0.0.1")
            .build();
    private static final HeldCertificate OTHER_HOST = new HeldCertificate.Builder()
            .signedBy(AUTHORITY)
            .addSubjectAlternativeName("other.example")
            .build();
    private static final HeldCertificate US =
            new HeldCertificate.Builder().signedBy(AUTHORITY).commonName("us").build();
    private static final Secret PASSWORD = Secret.of("store-password");

    private static MockWebServer serving(HeldCertificate certificate, boolean mutual) throws IOException {
        MockWebServer server = new MockWebServer();
        HandshakeCertificates.Builder handshake = new HandshakeCertificates.Builder()
                .heldCertificate(certificate, AUTHORITY.certificate())
                .addTrustedCertificate(AUTHORITY.certificate());
        server.useHttps(handshake.build().sslSocketFactory());
        if (mutual) {
            server.requireClientAuth();
        }
        server.enqueue(new MockResponse.Builder().body("{\"ok\": true}").build());
        server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        return server;
    }

    private static TinyClient client(MockWebServer server, Tls tls) {
        return TinyClient.at(new BaseUrl("https", "127.0.0.1", server.getPort()))
                .retry(RetryPolicy.NONE)
                .tls(tls)
                .build();
    }

    private static KeyStore trusting(HeldCertificate authority) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", authority.certificate());
        return store;
    }

    private static KeyStore identity(HeldCertificate held) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("us", held.keyPair().getPrivate(), PASSWORD.reveal().toCharArray(), new Certificate[] {
            held.certificate(), AUTHORITY.certificate()
        });
        return store;
    }

    @Test
    void aServerOfATrustedAuthorityIsSpokenTo() throws Exception {
        try (MockWebServer server = serving(SERVER, false);
                TinyClient client = client(server, Tls.trusting(trusting(AUTHORITY)))) {
            client.change();
            assertThat(server.getRequestCount()).isOne();
        }
    }

    @Test
    void aServerOfAnUnknownAuthorityIsNotSpokenTo() throws Exception {
        try (MockWebServer server = serving(SERVER, false);
                TinyClient client = client(server, Tls.trusting(trusting(STRANGE_AUTHORITY)))) {
            assertThatExceptionOfType(UnreachableException.class)
                    .isThrownBy(client::change)
                    .withMessageContaining("TLS failed")
                    .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE));
            assertThat(server.getRequestCount()).isZero();
        }
    }

    @Test
    void aCertificateForAnotherHostIsRefused() throws Exception {
        try (MockWebServer server = serving(OTHER_HOST, false);
                TinyClient client = client(server, Tls.trusting(trusting(AUTHORITY)))) {
            assertThatExceptionOfType(UnreachableException.class)
                    .isThrownBy(client::change)
                    .withMessageContaining("for another host");
            assertThat(server.getRequestCount()).isZero();
        }
    }

    @Test
    void mutualTlsShowsOurCertificateFromAFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("us.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            identity(US).store(out, PASSWORD.reveal().toCharArray());
        }
        try (MockWebServer server = serving(SERVER, true);
                TinyClient client =
                        client(server, Tls.mutual(trusting(AUTHORITY), Tls.keyStore(file, PASSWORD), PASSWORD))) {
            client.change();
            assertThat(server.takeRequest().getHandshake().peerCertificates()).contains(US.certificate());
        }
        assertThatThrownBy(() -> Tls.keyStore(file, Secret.of("zq7wrong")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("zq7");
        assertThatThrownBy(() -> Tls.keyStore(folder.resolve("none.p12"), PASSWORD))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tls.mutual(trusting(AUTHORITY), identity(US), Secret.of("zq7wrong")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("zq7");
    }

    @Test
    void withoutOurCertificateNothingIsDone() throws Exception {
        try (MockWebServer server = serving(SERVER, true);
                TinyClient client = client(server, Tls.trusting(trusting(AUTHORITY)))) {
            // the server may hang up before its refusal is read; then nobody can be sure
            assertThatThrownBy(client::change)
                    .isInstanceOfAny(UnreachableException.class, OutcomeUnknownException.class);
            assertThat(server.getRequestCount()).isZero();
        }
    }

    private static Proxy proxy(FaultServer proxy) {
        return new Proxy(
                Proxy.Type.HTTP,
                InetSocketAddress.createUnresolved(
                        proxy.url().host(), proxy.url().port()));
    }

    private static TinyClient.Builder behind(FaultServer proxy) {
        return TinyClient.at(BaseUrl.parse("http://server.example:9190")).proxy(proxy(proxy));
    }

    @Test
    void aProxyIsAskedForTheServer() {
        try (FaultServer proxy = FaultServer.start(OK);
                TinyClient client = behind(proxy).build()) {
            client.change();
            assertThat(proxy.arrivals().get(0).path()).isEqualTo("http://server.example:9190/change");
            assertThat(proxy.arrivals().get(0).headers()).doesNotContainKey("Proxy-Authorization");
        }
    }

    @Test
    void aProxyThatAsksForCredentialsGetsThemAndTheMutationIsSentAgain() {
        Answer who = Answer.of(407, "text/html", "who?").header("Proxy-Authenticate", "Basic realm=\"p\"");
        try (FaultServer proxy = FaultServer.start(who, OK);
                TinyClient client =
                        behind(proxy).proxyCredentials("u", Secret.of("p")).build()) {
            client.change();
            assertThat(proxy.arrivals())
                    .extracting(arrival -> arrival.headers().get("Proxy-Authorization"))
                    .containsExactly(null, "Basic dTpw");
        }
    }

    @Test
    void wrongProxyCredentialsAreTriedOnce() {
        Answer who = Answer.of(407, "text/html", "who?").header("Proxy-Authenticate", "Basic realm=\"p\"");
        try (FaultServer proxy = FaultServer.start(who);
                TinyClient client =
                        behind(proxy).proxyCredentials("u", Secret.of("zq7p")).build()) {
            assertThatExceptionOfType(UnauthorizedException.class)
                    .isThrownBy(client::change)
                    .withMessageNotContaining("zq7");
            assertThat(proxy.arrived()).isEqualTo(2);
        }
    }

    @Test
    void aProxyThatFailsOrIsNotThereIsToldApart() {
        try (FaultServer failing = FaultServer.start(Fault.STATUS_502);
                FaultServer gone = FaultServer.start(Fault.REFUSED);
                TinyClient first = behind(failing).build();
                TinyClient second = behind(gone).build()) {
            assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(first::change);
            assertThatExceptionOfType(UnreachableException.class).isThrownBy(second::change);
            assertThat(failing.arrived()).isOne();
        }
    }
}
