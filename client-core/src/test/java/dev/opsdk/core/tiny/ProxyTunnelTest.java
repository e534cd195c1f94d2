package dev.opsdk.core.tiny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.Secret;
import dev.opsdk.core.error.UnauthorizedException;
import dev.opsdk.core.testkit.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Through a proxy's tunnel to a server with TLS: one web server plays both, the tunnel first. */
@Timeout(30)
class ProxyTunnelTest {
    private static final MockResponse TUNNEL =
            new MockResponse.Builder().inTunnel().build();
    private static final MockResponse WHO_TUNNELS = new MockResponse.Builder()
            .code(407)
            .addHeader("Proxy-Authenticate", "Basic realm=\"proxy\"")
            .inTunnel()
            .build();
    private static final MockResponse WHO = new MockResponse.Builder()
            .code(407)
            .addHeader("Proxy-Authenticate", "Basic realm=\"proxy\"")
            .build();
    private static final MockResponse OK =
            new MockResponse.Builder().body("{\"ok\": true}").build();

    private static MockWebServer serving(MockResponse... inOrder) throws IOException {
        MockWebServer server = new MockWebServer();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(Certificates.SERVER, Certificates.AUTHORITY.certificate())
                .build()
                .sslSocketFactory());
        for (MockResponse response : inOrder) {
            server.enqueue(response);
        }
        server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        return server;
    }

    private static TinyClient behind(MockWebServer proxy) {
        return TinyClient.at(new BaseUrl("https", "127.0.0.1", 443))
                .tls(Certificates.trusting(Certificates.AUTHORITY))
                .proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("127.0.0.1", proxy.getPort())))
                .proxyCredentials("u", Secret.of("p"))
                .build();
    }

    @Test
    void theProxyGetsItsCredentialAndTheServerDoesNot() throws Exception {
        try (MockWebServer both = serving(TUNNEL, OK);
                TinyClient client = behind(both)) {
            client.change();
            RecordedRequest connect = both.takeRequest();
            assertThat(connect.getMethod()).isEqualTo("CONNECT");
            assertThat(connect.getHeaders().get("Proxy-Authorization")).isEqualTo("Basic dTpw");
            assertThat(both.takeRequest().getHeaders().get("Proxy-Authorization"))
                    .isNull();
        }
    }

    /** Inside the tunnel nobody but the server can answer, whatever it says. */
    @Test
    void aServerThatPosesAsTheProxyGetsNothing() throws Exception {
        try (MockWebServer both = serving(TUNNEL, WHO, OK);
                TinyClient client = behind(both)) {
            assertThatExceptionOfType(UnauthorizedException.class).isThrownBy(client::change);
            assertThat(both.getRequestCount()).isEqualTo(2);
            both.takeRequest();
            assertThat(both.takeRequest().getHeaders().get("Proxy-Authorization"))
                    .isNull();
        }
    }

    @Test
    void aProxyThatRefusesTheCredentialIsAskedOnce() throws Exception {
        try (MockWebServer both = serving(WHO_TUNNELS, TUNNEL, OK);
                TinyClient client = behind(both)) {
            assertThatExceptionOfType(Exception.class)
                    .isThrownBy(client::change)
                    .withMessageNotContaining("dTpw");
            assertThat(both.getRequestCount()).isOne();
        }
    }
}
