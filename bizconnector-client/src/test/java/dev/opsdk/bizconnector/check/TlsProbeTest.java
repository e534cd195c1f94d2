package dev.opsdk.bizconnector.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.bizconnector.assess.TlsAssessment.Shown;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.X509ExtendedTrustManager;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A certificate is trusted when somebody who is trusted signed it, for the name that was asked. */
class TlsProbeTest {
    private final HeldCertificate authority =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private final X509ExtendedTrustManager trust = (X509ExtendedTrustManager) new HandshakeCertificates.Builder()
            .addTrustedCertificate(authority.certificate())
            .build()
            .trustManager();
    private final MockWebServer server = new MockWebServer();

    @AfterEach
    void close() {
        server.close();
    }

    private Shown look(String name) throws IOException {
        HeldCertificate held = new HeldCertificate.Builder()
                .commonName("shown")
                .addSubjectAlternativeName(name)
                .signedBy(authority)
                .build();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(held)
                .build()
                .sslSocketFactory());
        server.start(InetAddress.getLoopbackAddress(), 0);
        return new TlsProbe(Duration.ofSeconds(10), trust).look("127.0.0.1", server.getPort());
    }

    @Test
    void aCertificateForTheNameThatWasAskedIsTrusted() throws IOException {
        Shown shown = look("127.0.0.1");
        assertThat(shown.distrust()).isEmpty();
        assertThat(shown.system()).isEqualTo("127.0.0.1:" + server.getPort());
        assertThat(shown.subject()).contains("CN=shown");
    }

    @Test
    void aCertificateForAnotherNameIsNot() throws IOException {
        assertThat(look("127.0.0.2").distrust().orElseThrow()).contains("127.0.0.1");
    }

    @Test
    void whoAcceptsAndSaysNothingIsNotWaitedForLongerThanTold() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new TlsProbe(Duration.ofMillis(1), trust).look("127.0.0.1", silent.getLocalPort()))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }
}
