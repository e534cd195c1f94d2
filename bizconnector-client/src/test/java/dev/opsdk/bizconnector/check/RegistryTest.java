package dev.opsdk.bizconnector.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ServerSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whom a registry may send us to, and how much of it is read. */
class RegistryTest {
    private final MockWebServer server = new MockWebServer();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    RegistryTest() {
        server.setServerSocketFactory(new AtOnce());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private List<String> tags(Function<String, MockResponse.Builder> answers) throws IOException, InterruptedException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                asked.add(request.getTarget());
                return answers.apply(request.getTarget()).build();
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
        return new Registry(new Web(Duration.ofSeconds(10)), base(), "nmshd/connector").tags();
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    private static MockResponse.Builder answer(int code, String body) {
        return new MockResponse.Builder().code(code).body(body);
    }

    private static MockResponse.Builder wantsToken(String realm) {
        return answer(401, "{}").addHeader("WWW-Authenticate", "Bearer realm=\"" + realm + "\"");
    }

    @Test
    void aPlaceForTokensIsAskedOnItsOwnTerms() throws Exception {
        assertThat(tags(target -> {
                    if (target.startsWith("/auth")) {
                        return answer(200, "{\"access_token\":\"abc\"}");
                    }
                    return asked.size() == 1 ? wantsToken("/auth?account=x") : answer(200, "{\"tags\":[\"7.5.11\"]}");
                }))
                .containsExactly("7.5.11");
        assertThat(asked.get(1)).isEqualTo("/auth?account=x&scope=repository%3Anmshd%2Fconnector%3Apull");
    }

    @Test
    void noTokenIsFetchedFromAnotherPlaceWithoutTls() {
        assertThatThrownBy(() -> tags(target -> wantsToken("http://127.0.0.2:1/token")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("without TLS");
    }

    @Test
    void aTokenFromAPlaceWithTlsIsTried() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertThatThrownBy(() -> tags(target -> wantsToken("https://127.0.0.1:" + closed + "/token")))
                .as("nobody is there, but it was tried")
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void aTokenThatIsRefusedOrNoneIsSaid() {
        assertThatThrownBy(() -> tags(target ->
                        target.startsWith("/token") ? answer(500, "{\"token\":\"abc\"}") : wantsToken("/token")))
                .hasMessage("the registry gave no token: HTTP 500");
    }

    @Test
    void aTokenThatNoHeaderCanHoldIsNotSent() {
        assertThatThrownBy(() -> tags(target ->
                        target.startsWith("/token") ? answer(200, "{\"token\":\"a b\"}") : wantsToken("/token")))
                .hasMessage("the registry gave no usable token");
        assertThat(asked).hasSize(2);
    }

    @Test
    void fiveHundredPagesAreReadAndNoMore() {
        assertThatThrownBy(() -> tags(target -> answer(200, "{\"tags\":[\"7.5.11\"]}")
                        .addHeader("Link", "</v2/nmshd/connector/tags/list?last=" + asked.size() + ">; rel=\"next\"")))
                .hasMessageContaining("do not end");
        assertThat(asked).hasSize(500);
    }

    @Test
    void aLinkToAnotherPageIsNotTheNextOne() throws Exception {
        assertThat(tags(target -> answer(200, "{\"tags\":[\"7.5.11\"]}").addHeader("Link", "</first>; rel=\"first\"")))
                .containsExactly("7.5.11");
        assertThat(asked).hasSize(1);
    }

    @Test
    void anAnswerOfEightMegabytesIsReadAndALargerOneIsNot() throws Exception {
        List<Integer> sizes = new ArrayList<>(List.of(8 * 1024 * 1024, 8 * 1024 * 1024 + 1));
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .body(new Buffer().write(new byte[sizes.remove(0)]))
                        .build();
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
        Web web = new Web(Duration.ofSeconds(10));
        assertThat(web.get(base()).body()).hasSize(8 * 1024 * 1024);
        assertThatThrownBy(() -> web.get(base()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is larger than");
    }

    @Test
    void itIsNamedByPlaceAndImage() {
        assertThat(new Registry(new Web(Duration.ofSeconds(1)), CheckOptions.GHCR, "nmshd/connector").toString())
                .contains("ghcr.io")
                .contains("nmshd/connector");
    }

    /** Else the body of each answer waits 40 ms for the acknowledgement of its head, and there are many. */
    private static final class AtOnce extends ServerSocketFactory {
        @Override
        public ServerSocket createServerSocket() throws IOException {
            return new ServerSocket() {
                @Override
                public Socket accept() throws IOException {
                    Socket socket = super.accept();
                    socket.setTcpNoDelay(true);
                    return socket;
                }
            };
        }

        @Override
        public ServerSocket createServerSocket(int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
            throw new UnsupportedOperationException();
        }
    }
}
