package dev.opsdk.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.ClientBuilder;
import dev.opsdk.core.OpsClient;
import dev.opsdk.core.call.Tls;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.UnreachableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What TLS and mutual TLS have to come to, with real certificates before a client's own simulator. What cannot work before somebody
 * changes something is tried once, and the message says what to change.
 *
 * @param <C> the client
 */
@Timeout(60)
public abstract class TlsRules<C extends OpsClient<C>> {
    private static final Duration CONNECT = Duration.ofMillis(500);

    /** For subclasses. */
    protected TlsRules() {}

    /** The simulator, which has no TLS. */
    protected abstract BaseUrl server();

    /** A client of a server at an address, told more. */
    protected abstract C connect(BaseUrl url, Consumer<ClientBuilder<?>> more);

    /** A call that changes nothing. */
    protected abstract void read(C client);

    /** A call that changes something. */
    protected abstract void change(C client);

    private C connect(TlsFront front, Tls tls) {
        return connect(front.url(), builder -> builder.tls(tls));
    }

    private List<Consumer<C>> both() {
        return List.of(this::read, this::change);
    }

    @Test
    void aServerOfATrustedAuthorityIsSpokenTo() {
        try (TlsFront front = TlsFront.of(server(), Certificates.SERVER, false);
                C client = connect(front, Certificates.trusting(Certificates.AUTHORITY))) {
            read(client);
            change(client);
            assertThat(front.passedOn()).isGreaterThan(1);
        }
    }

    @Test
    void aServerThatWantsOurCertificateGetsIt() {
        try (TlsFront front = TlsFront.of(server(), Certificates.SERVER, true);
                C client = connect(front, Certificates.mutual(Certificates.CALLER))) {
            read(client);
            change(client);
            assertThat(front.passedOn()).isGreaterThan(1);
        }
    }

    @Test
    void withoutOurCertificateNothingGetsThrough() {
        notLetThrough(Certificates.trusting(Certificates.AUTHORITY));
    }

    @Test
    void withACertificateOfAnotherAuthorityNothingGetsThrough() {
        notLetThrough(Certificates.mutual(Certificates.STRANGE_CALLER));
    }

    private void notLetThrough(Tls tls) {
        try (TlsFront front = TlsFront.of(server(), Certificates.SERVER, true);
                C client = connect(front, tls)) {
            for (Consumer<C> call : both()) {
                OpsException e = thrown(client, call);
                // the server may hang up before its refusal is read; then nobody can be sure
                assertThat(e.outcome() == Outcome.NOT_DONE || e instanceof OutcomeUnknownException)
                        .isTrue();
                if (e.getMessage().contains("alert")) {
                    assertThat(e)
                            .isExactlyInstanceOf(UnreachableException.class)
                            .hasMessageContaining("Tls.mutual");
                }
            }
            assertThat(front.passedOn()).isZero();
        }
    }

    @Test
    void aCertificateForAnotherHostIsRefused() {
        refused(
                Certificates.OTHER_HOST,
                Certificates.AUTHORITY,
                "for another host, for other.example; use a name that stands in it");
    }

    @Test
    void aCertificateThatHasRunOutIsRefused() {
        refused(Certificates.EXPIRED, Certificates.AUTHORITY, "has run out; have it renewed");
    }

    @Test
    void aCertificateOfTheFutureIsRefused() {
        refused(Certificates.NOT_YET, Certificates.AUTHORITY, "is not valid yet; compare the clocks");
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsRefused() {
        refused(Certificates.SERVER, Certificates.STRANGER, "name its authority by tls(Tls.trusting(...))");
    }

    private void refused(HeldCertificate shown, HeldCertificate trusted, String why) {
        for (Consumer<C> call : both()) {
            try (TlsFront front = TlsFront.of(server(), shown, false);
                    C client = connect(front, Certificates.trusting(trusted))) {
                unreachable(thrown(client, call), why);
                assertThat(front.connections()).as("tried once").isOne();
            }
        }
    }

    /** A server that waits for the end of a line never answers a handshake. */
    @Test
    void httpsToAServerThatKeepsSilentIsGivenUpAfterTheTimeForConnecting() throws IOException {
        InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (ServerSocket silent = new ServerSocket(0, 50, here)) {
            for (Consumer<C> call : both()) {
                AtomicInteger tries = new AtomicInteger();
                try (C client = connect(
                        new BaseUrl("https", "127.0.0.1", silent.getLocalPort()),
                        builder -> builder.listener(exchange -> tries.incrementAndGet())
                                .timeouts(t -> t.withConnect(CONNECT)))) {
                    unreachable(
                            thrown(client, call),
                            "TLS was not answered, timed out after 500 ms; does the server speak plain http?");
                }
                assertThat(tries).as("tried once").hasValue(1);
            }
        }
    }

    @Test
    void httpsToAServerThatAnswersPlainlyIsTriedOnce() {
        for (Consumer<C> call : both()) {
            try (FaultServer plain = FaultServer.start(Fault.TLS_GARBAGE);
                    C client = connect(plain.url(), builder -> {})) {
                unreachable(thrown(client, call), "does the server speak plain http?");
                assertThat(plain.connections()).as("tried once").isOne();
            }
        }
    }

    /** As nginx and Go answer. */
    @ParameterizedTest
    @CsvSource({
        "text/html, <center>The plain HTTP request was sent to HTTPS port</center>",
        "text/plain, Client sent an HTTP request to an HTTPS server."
    })
    void httpToAPortThatWantsHttpsIsSaid(String contentType, String page) {
        try (FaultServer tls = FaultServer.start(Answer.of(400, contentType, page));
                C client = connect(tls.url(), builder -> {})) {
            for (Consumer<C> call : both()) {
                assertThat(thrown(client, call)).hasMessageContaining("this port wants https");
            }
        }
    }

    /** As a server in Java answers: with a TLS alert, or by hanging up. */
    @Test
    void httpToAPortThatSpeaksNothingButTlsChangesNothing() {
        try (TlsFront front = TlsFront.of(server(), Certificates.SERVER, false);
                C client = connect(new BaseUrl("http", "127.0.0.1", front.url().port()), builder -> {})) {
            for (Consumer<C> call : both()) {
                OpsException e = thrown(client, call);
                assertThat(e.getMessage()).containsAnyOf("this port wants https", "the connection was");
            }
            assertThat(front.passedOn()).isZero();
        }
    }

    private static void unreachable(OpsException e, String why) {
        assertThat(e).isExactlyInstanceOf(UnreachableException.class).hasMessageContaining(why);
        assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE);
    }

    private OpsException thrown(C client, Consumer<C> call) {
        OpsException thrown = catchThrowableOfType(OpsException.class, () -> call.accept(client));
        assertThat(thrown).as("it had to fail").isNotNull();
        return thrown;
    }
}
